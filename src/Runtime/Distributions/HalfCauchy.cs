using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Half-Cauchy: p(x) = 2 / (π scale (1 + (x / scale)²)) for x ≥ 0. A prior for scales (Gelman 2006).</summary>
/// <param name="scale">The median, in the unit of x.</param>
[Distribution]
[Reference(-1.1447298858494002, 0, 2)]
[Reference(-0.5377604015305072, 0.3, 1)]
[Reference(-31.771483275332002, 10000000, 2.5)]
[Reference(-7.829347863497796, 4, 0.01)]
public readonly partial struct HalfCauchy([Positive] double scale) : IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] double x)
    {
        double z = x / scale;
        return Log(2 / PI) - Log(scale) - Log1p(z * z);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => scale * Abs(rng.NextCauchy());

    /// <inheritdoc/>
    public double LogCdf(double x) => Log(Atan2(Max(x, 0), scale) * (2 / PI));

    /// <inheritdoc/>
    public double LogSurvival(double x) => Log(Atan2(scale, Max(x, 0)) * (2 / PI));

    /// <inheritdoc/>
    public double Quantile(double p) => p < 0.5 ? scale * Tan(0.5 * PI * p) : scale / Tan(0.5 * PI * (1 - p));
}
