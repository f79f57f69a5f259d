using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Cauchy: p(x) = 1 / (π scale (1 + ((x − location) / scale)²)). Tails so heavy that it has no mean.</summary>
/// <param name="location">The median.</param>
/// <param name="scale">Half the distance between the quartiles, in the unit of x.</param>
[Distribution]
[Reference(-1.1447298858494002, 0, 0, 1)]
[Reference(-5.9425844156669925, -3.5, 2, 0.25)]
[Reference(-36.37665344132003, 100000000, 1, 5)]
[Reference(3.450489969285534, 10.001, 10, 0.01)]
public readonly partial struct Cauchy(double location, [Positive] double scale) : IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        double z = (x - location) / scale;
        return -Log(PI) - Log(scale) - Log1p(z * z);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => location + scale * rng.NextCauchy();

    /// <inheritdoc/>
    // The angle of (−z, 1) is π times the probability: no tail is a difference.
    public double LogCdf(double x) => Log(Atan2(1, (location - x) / scale) / PI);

    /// <inheritdoc/>
    public double LogSurvival(double x) => Log(Atan2(1, (x - location) / scale) / PI);

    /// <inheritdoc/>
    public double Quantile(double p) => p < 0.5 ? location - scale / Tan(PI * p) : location + scale / Tan(PI * (1 - p));
}
