using static System.Math;

namespace ProbModels;

/// <summary>
/// Weibull: p(x) = (shape / scale) (x / scale)^(shape − 1) exp(−(x / scale)^shape) for x > 0. Lifetimes with a power-law hazard.
/// </summary>
/// <param name="shape">Below 1 failures become rarer with age, above 1 more frequent; 1 gives the exponential distribution.</param>
/// <param name="scale">The age that a part of 1/e survives, in the unit of x.</param>
[Distribution]
[Reference(-2.0715310133056333, 2, 0.7, 1.5)]
[Reference(17.929593794078727, 1e-12, 0.3, 2)]
[Reference(-20.512973649184325, 30, 1.5, 4)]
[Reference(-0.14795119636294762, 0.98, 2.3, 1)]
[Reference(-167.07213177477482, 250, 1, 1.5)]
public readonly partial struct Weibull([Positive] double shape, [Positive] double scale) : IDistribution<double>
{
    /// <inheritdoc/>
    public double LogDensity([Positive] double x)
    {
        double z = x / scale;
        return Log(shape / scale) + (shape - 1) * Log(z) - Pow(z, shape);
    }

    /// <inheritdoc/>
    // Small shapes give numbers below the least positive double: they are rounded up to it, since 0 is outside the support.
    public double Draw(ref Philox rng) => Max(scale * Elementary.Exp(Elementary.Log(rng.NextExponential()) / shape), double.Epsilon);
}
