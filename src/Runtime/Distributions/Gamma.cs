using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Gamma: p(x) = rate^shape x^(shape − 1) exp(−rate · x) / Γ(shape) for x > 0. Waiting time for the shape-th event.</summary>
/// <param name="shape">The shape: below 1 the density grows without limit towards 0.</param>
/// <param name="rate">Events per unit of x; the mean is shape / rate.</param>
[Distribution]
[Reference(-1.8973103145556163, 1.5, 2, 3)]
[Reference(1.9148769812056048, 0.01, 0.3, 0.5)]
[Reference(22.453485987015757, 1e-20, 0.5, 1)]
[Reference(-2.790005129666248, 30, 25, 0.9)]
[Reference(-799.3068528194401, 400, 1, 2)]
public readonly partial struct Gamma([Positive] double shape, [Positive] double rate) : IDistribution<double>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Positive] double x) => shape * Log(rate) - LogGamma(shape) + (shape - 1) * Log(x) - rate * x;

    /// <inheritdoc/>
    // Small shapes give numbers below the least positive double: they are rounded up to it, since 0 is outside the support.
    public double Draw(ref Philox rng) => Max(rng.NextGamma(shape) / rate, double.Epsilon);

    /// <inheritdoc/>
    public double Mean => shape / rate;

    /// <inheritdoc/>
    public double Variance => shape / (rate * rate);
}
