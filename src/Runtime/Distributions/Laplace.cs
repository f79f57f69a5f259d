using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Laplace: p(x) = exp(−|x − location| / scale) / (2 scale). Errors with a sharp peak and exponential tails.</summary>
/// <param name="location">The median and mean.</param>
/// <param name="scale">The mean distance from the median, in the unit of x.</param>
[Distribution]
[Reference(-1.2, 0.4, 1, 0.5)]
[Reference(-201.0986122886681, -300, 0, 1.5)]
[Reference(6.214608098422191, 7, 7, 0.001)]
[Reference(-0.6931471815599453, 1e-09, 0, 1)]
public readonly partial struct Laplace(double location, [Positive] double scale) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity(double x) => -Abs(x - location) / scale - Log(2 * scale);

    /// <inheritdoc/>
    public double Draw(ref Philox rng)
    {
        double distance = scale * rng.NextExponential();
        return rng.NextOpen() < 0.5 ? location - distance : location + distance;
    }

    /// <inheritdoc/>
    public double LogCdf(double x)
    {
        double z = (x - location) / scale;
        return z < 0 ? z - Log(2) : Log1p(-0.5 * Exp(-Abs(z)));
    }

    /// <inheritdoc/>
    public double LogSurvival(double x)
    {
        double z = (x - location) / scale;
        return z > 0 ? -z - Log(2) : Log1p(-0.5 * Exp(-Abs(z)));
    }

    /// <inheritdoc/>
    public double Quantile(double p) => p < 0.5 ? location + scale * Log(2 * p) : location - scale * Log(2 * (1 - p));

    /// <inheritdoc/>
    public double Mean => location;

    /// <inheritdoc/>
    public double Variance => 2 * scale * scale;
}
