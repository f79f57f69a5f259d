using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Logistic: p(x) = exp(−z) / (scale (1 + exp(−z))²) with z = (x − location) / scale. Its distribution function is the logistic function of z.
/// </summary>
/// <param name="location">The median and mean.</param>
/// <param name="scale">The scale, in the unit of x; the standard deviation is scale · π / √3.</param>
[Distribution]
[Reference(-1.0334177541161171, 0.4, 1, 0.5)]
[Reference(-728.2231435513143, -900, 10, 1.25)]
[Reference(-712.2231435513143, 900, 10, 1.25)]
[Reference(3.2188758248682006, 3, 3, 0.01)]
public readonly partial struct Logistic(double location, [Positive] double scale) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        double z = (x - location) / scale;
        return z - 2 * Softplus(z) - Log(scale);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng)
    {
        double u = rng.NextOpen();
        return location + scale * (ScalarFunctions.Log(u) - Log1p(-u));
    }

    /// <inheritdoc/>
    public double LogCdf(double x) => -Softplus((location - x) / scale);

    /// <inheritdoc/>
    public double LogSurvival(double x) => -Softplus((x - location) / scale);

    /// <inheritdoc/>
    public double Quantile(double p) => location + scale * (Log(p) - Log1p(-p));

    /// <inheritdoc/>
    public double Mean => location;

    /// <inheritdoc/>
    public double Variance => scale * scale * (PI * PI / 3);
}
