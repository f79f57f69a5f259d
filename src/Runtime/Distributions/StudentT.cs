using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Student's t: p(x) = Γ((df + 1)/2) / (Γ(df/2) √(π df) scale) · (1 + z²/df)^(−(df + 1)/2) with z = (x − location) / scale.
/// Errors with outliers.
/// </summary>
/// <param name="df">The degrees of freedom: 1 gives the Cauchy distribution, many the normal one.</param>
/// <param name="location">The median; for more than one degree of freedom, the mean.</param>
/// <param name="scale">The scale, in the unit of x: the standard deviation is scale · √(df / (df − 2)) above 2 degrees of freedom.</param>
[Distribution]
[Reference(-1.1048083274849319, 0.4, 3, 0, 1)]
[Reference(-7.707153372491473, -12, 1.5, 2, 0.7)]
[Reference(-66.59264614004337, 1000000, 4, 0, 1)]
[Reference(-1.621709118789003, 0.2, 30, 0.1, 2)]
[Reference(-89.53705077530307, 50, 200, 0, 3)]
[Reference(-0.9639385332049657, 0.3, 1000000000000, 0, 1)]
public readonly partial struct StudentT([Positive] double df, double location, [Positive] double scale) : IDistribution<double>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        double z = (x - location) / scale;
        return -LogBeta(0.5 * df, 0.5) - 0.5 * Log(df) - Log(scale) - 0.5 * (df + 1) * Log1p(z * z / df);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => location + scale * rng.NextNormal() * Sqrt(0.5 * df / rng.NextGamma(0.5 * df));

    /// <inheritdoc/>
    public double Mean => df > 1 ? location : double.NaN;

    /// <inheritdoc/>
    public double Variance => df > 2 ? scale * scale * (df / (df - 2)) : df > 1 ? double.PositiveInfinity : double.NaN;
}
