using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>A diagonal M⁻¹: the variance of each unconstrained coordinate.</summary>
internal sealed class DiagonalMetric : Metric
{
    private readonly int _dimension;
    private readonly LaneVector _variances;
    private readonly LaneVector _momentumScales;

    /// <summary>The unit metric.</summary>
    public DiagonalMetric(int dimension)
    {
        _dimension = dimension;
        var arena = new VectorArena(dimension, 2);
        (_variances, _momentumScales) = (arena.Take(), arena.Take());
        Variances = Enumerable.Repeat(1.0, dimension).ToArray();
    }

    /// <summary>The diagonal of M⁻¹.</summary>
    public ReadOnlySpan<double> Variances
    {
        get => _variances.Span;
        set
        {
            value.CopyTo(_variances.Span);
            var scales = _momentumScales.Span;
            for (int i = 0; i < value.Length; i++)
                scales[i] = 1 / Math.Sqrt(value[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void DrawMomentum(PhasePoint point, ChainRandom rng)
    {
        rng.FillNormal(point.Momentum.Span);
        ref double scale = ref _momentumScales.First;
        ref double momentum = ref point.Momentum.First;
        for (nuint i = 0; i < (nuint)_dimension; i += LaneVector.Width)
            (LaneVector.Load(ref momentum, i, _dimension) * Vector512.LoadUnsafe(ref scale, i)).StoreUnsafe(ref momentum, i);
    }

    public override double Kinetic(PhasePoint point) => Kick(point, 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void KickAndDrift(PhasePoint from, double step, PhasePoint to)
    {
        ref double variance = ref _variances.First;
        ref double position = ref from.Position.First;
        ref double momentum = ref from.Momentum.First;
        ref double gradient = ref from.Gradient.First;
        ref double newPosition = ref to.Position.First;
        ref double newMomentum = ref to.Momentum.First;
        var whole = Vector512.Create(step);
        var half = Vector512.Create(0.5 * step);
        for (nuint i = 0; i < (nuint)_dimension; i += LaneVector.Width)
        {
            var kicked = Vector512.LoadUnsafe(ref momentum, i) + half * Vector512.LoadUnsafe(ref gradient, i);
            kicked.StoreUnsafe(ref newMomentum, i);
            var drift = whole * (Vector512.LoadUnsafe(ref variance, i) * kicked);
            (Vector512.LoadUnsafe(ref position, i) + drift).StoreUnsafe(ref newPosition, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Kick(PhasePoint point, double duration)
    {
        ref double variance = ref _variances.First;
        ref double momentum = ref point.Momentum.First;
        ref double gradient = ref point.Gradient.First;
        ref double velocity = ref point.Velocity.First;
        var time = Vector512.Create(duration);
        var twice = Vector512<double>.Zero;
        for (nuint i = 0; i < (nuint)_dimension; i += LaneVector.Width)
        {
            var kicked = Vector512.LoadUnsafe(ref momentum, i) + time * LaneVector.Load(ref gradient, i, _dimension);
            kicked.StoreUnsafe(ref momentum, i);
            var moving = Vector512.LoadUnsafe(ref variance, i) * kicked;
            moving.StoreUnsafe(ref velocity, i);
            twice += kicked * moving;
        }
        return 0.5 * LaneVector.Sum(twice);
    }
}
