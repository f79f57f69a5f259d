using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Normal: p(x) = exp(−(x − mean)² / (2 sd²)) / (sd √(2π)). Errors that add up from many small causes.</summary>
/// <param name="mean">The mean.</param>
/// <param name="sd">The standard deviation, in the unit of x.</param>
[Distribution]
[Reference(-0.9639385332046727, 0.3, 0, 1)]
[Reference(-312.369116408706, -7.25, 1.5, 0.35)]
[Reference(-33.83522926507883, 1020, 1000, 2.5)]
[Reference(-441.70859816122845, 0.003, 0, 0.0001)]
[Reference(-800.9189385332047, -40, 0, 1)]
public readonly partial struct Normal(double mean, [Positive] double sd) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        double z = (x - mean) / sd;
        return -0.5 * z * z - Log(sd) - 0.5 * Log(2 * PI);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => mean + sd * rng.NextNormal();

    /// <inheritdoc/>
    public double LogCdf(double x) => LogNormalCdf((x - mean) / sd);

    /// <inheritdoc/>
    public double LogSurvival(double x) => LogNormalCdf((mean - x) / sd);

    /// <inheritdoc/>
    public double Quantile(double p) => mean + sd * NormalQuantile(p);

    /// <inheritdoc/>
    public double Mean => mean;

    /// <inheritdoc/>
    public double Variance => sd * sd;
}
