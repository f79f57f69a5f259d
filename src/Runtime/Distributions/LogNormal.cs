using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Log-normal: p(x) = exp(−(log x − meanLog)² / (2 sdLog²)) / (x sdLog √(2π)) for x > 0. Sizes that come of many small factors.
/// </summary>
/// <param name="meanLog">The mean of log x; exp(meanLog) is the median of x.</param>
/// <param name="sdLog">The standard deviation of log x.</param>
[Distribution]
[Reference(-1.9088156092286663, 2.5, 0.3, 0.8)]
[Reference(-9.67082321028194, 1e-05, 1, 2)]
[Reference(-1130.7815785268137, 1e+30, 0, 1.5)]
[Reference(-7.038517245717253, 1020, 6.9, 0.01)]
public readonly partial struct LogNormal(double meanLog, [Positive] double sdLog) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Positive] double x)
    {
        double z = (Log(x) - meanLog) / sdLog;
        return -0.5 * z * z - Log(x) - Log(sdLog) - 0.5 * Log(2 * PI);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => ScalarFunctions.Exp(meanLog + sdLog * rng.NextNormal());

    /// <inheritdoc/>
    public double LogCdf(double x) => LogNormalCdf((Log(Max(x, 0)) - meanLog) / sdLog);

    /// <inheritdoc/>
    public double LogSurvival(double x) => LogNormalCdf((meanLog - Log(Max(x, 0))) / sdLog);

    /// <inheritdoc/>
    public double Quantile(double p) => Exp(meanLog + sdLog * NormalQuantile(p));

    /// <inheritdoc/>
    public double Mean => Exp(meanLog + 0.5 * sdLog * sdLog);

    /// <inheritdoc/>
    public double Variance => Expm1(sdLog * sdLog) * Exp(2 * meanLog + sdLog * sdLog);
}
