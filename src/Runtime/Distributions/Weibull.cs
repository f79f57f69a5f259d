using static System.Math;
using static ProbModels.SpecialFunctions;

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
public readonly partial struct Weibull([Positive] double shape, [Positive] double scale) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Positive] double x)
    {
        double z = x / scale;
        return Log(shape / scale) + (shape - 1) * Log(z) - Pow(z, shape);
    }

    /// <inheritdoc/>
    // Small shapes give numbers below the least positive double: they are rounded up to it, since 0 is outside the support.
    public double Draw(ref Philox rng) => Max(scale * ScalarFunctions.Exp(ScalarFunctions.Log(rng.NextExponential()) / shape), double.Epsilon);

    /// <inheritdoc/>
    public double LogCdf(double x) => Log1mExp(-Pow(Max(x, 0) / scale, shape));

    /// <inheritdoc/>
    public double LogSurvival(double x) => -Pow(Max(x, 0) / scale, shape);

    /// <inheritdoc/>
    public double Quantile(double p) => scale * Pow(-Log1p(-p), 1 / shape);

    /// <inheritdoc/>
    public double Mean => scale * Exp(LogGamma(1 + 1 / shape));

    /// <inheritdoc/>
    // Γ(1 + 2/k) − Γ(1 + 1/k)², with the common factor outside a difference that narrow distributions would lose.
    public double Variance => scale * scale * Exp(2 * LogGamma(1 + 1 / shape)) * Expm1(LogGamma(1 + 2 / shape) - 2 * LogGamma(1 + 1 / shape));
}
