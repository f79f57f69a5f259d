using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Motion on the posterior's surface: H(q, p) = −log π(q) + ½ pᵀM⁻¹p, with M⁻¹ from the metric.</summary>
internal sealed class Hamiltonian(Posterior posterior, Workspace workspace, Metric metric)
{
    private readonly double[] _firstNaN = new double[posterior.Dimension];

    /// <summary>The number of gradients evaluated so far.</summary>
    public long Gradients { get; private set; }

    /// <summary>How many of them came with a log density that is not a number.</summary>
    public long NaNs { get; private set; }

    /// <summary>The first position where the log density was not a number, if <see cref="NaNs"/> counts any.</summary>
    public ReadOnlySpan<double> FirstNaN => _firstNaN;

    /// <summary>What gives momenta their distribution.</summary>
    public Metric Metric => metric;

    /// <summary>Computes log density and gradient at the point's position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(PhasePoint point)
    {
        Gradients++;
        point.LogDensity = posterior.LogDensity(point.Position.Span, point.Gradient.Span, workspace);
        if (double.IsNaN(point.LogDensity)) NoteNaN(point);
    }

    /// <summary>Draws a new momentum at a point that was evaluated.</summary>
    public void RefreshMomentum(PhasePoint point, ChainRandom rng)
    {
        metric.DrawMomentum(point, rng);
        point.Energy = metric.Kinetic(point) - point.LogDensity;
    }

    /// <summary>One leapfrog step: half a kick, a drift, half a kick. A negative step goes back in time.</summary>
    /// <param name="from">An evaluated point with its momentum; left as it is.</param>
    /// <param name="step">The step size.</param>
    /// <param name="to">Receives the next point, evaluated.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Leapfrog(PhasePoint from, double step, PhasePoint to)
    {
        metric.KickAndDrift(from, step, to);
        Evaluate(to);
        to.Energy = metric.Kick(to, 0.5 * step) - to.LogDensity;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoteNaN(PhasePoint point)
    {
        if (NaNs++ == 0) point.Position.Span.CopyTo(_firstNaN);
    }
}
