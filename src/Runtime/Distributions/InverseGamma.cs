using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Inverse gamma: p(x) = scale^shape x^(−shape − 1) exp(−scale / x) / Γ(shape) for x > 0. The inverse of a gamma number; a prior for variances.
/// </summary>
/// <param name="shape">How fast the right tail falls: like x^(−shape − 1).</param>
/// <param name="scale">The scale, in the unit of x; the mean is scale / (shape − 1) for shapes above 1.</param>
[Distribution]
[Reference(-0.2619020948246169, 0.7, 2, 1.5)]
[Reference(-375.8109982602539, 0.001, 3, 0.4)]
[Reference(-41.67232302653955, 1000000000000, 0.5, 2)]
[Reference(3.6828984971466903, 0.05, 25, 1.25)]
public readonly partial struct InverseGamma([Positive] double shape, [Positive] double scale) : IDistribution<double>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Positive] double x) => shape * Log(scale) - LogGamma(shape) - (shape + 1) * Log(x) - scale / x;

    /// <inheritdoc/>
    // Small shapes give numbers above the largest double: they are rounded down to it, since ∞ is outside the support.
    public double Draw(ref Philox rng) => Min(scale / rng.NextGamma(shape), double.MaxValue);

    /// <inheritdoc/>
    public double Mean => shape > 1 ? scale / (shape - 1) : double.PositiveInfinity;

    /// <inheritdoc/>
    public double Variance
    {
        get
        {
            double ratio = scale / (shape - 1);
            return shape > 2 ? ratio * ratio / (shape - 2) : double.PositiveInfinity;
        }
    }
}
