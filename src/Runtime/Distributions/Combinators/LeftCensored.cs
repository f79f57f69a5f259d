using static System.Math;

namespace ProbModels;

/// <summary>A distribution with a detection limit: a value at or below low counts as P(X ≤ low), one above as its density.</summary>
/// <typeparam name="D">The distribution of the true values.</typeparam>
/// <param name="inner">The distribution of the true values.</param>
/// <param name="low">The detection limit; finite.</param>
/// <remarks>For observations: a reading at the limit has a probability, not a density, so that no latent can be one.</remarks>
[Distribution]
public readonly partial struct LeftCensored<D>(D inner, double low) : IDistribution<double>
    where D : struct, IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([Reading] double x)
    {
        // The density is asked for above the limit only, where it is safe to differentiate.
        double above = inner.LogDensity(Max(low, x));
        return x <= low ? inner.LogCdf(low) : above;
    }

    /// <summary>Draws a reading: what lies below the limit is read there.</summary>
    public double Draw(ref Philox rng) => Max(low, inner.Draw(ref rng));

    /// <inheritdoc/>
    public Support<double> Support => new Readings(inner.Support, low, double.PositiveInfinity);

    /// <inheritdoc/>
    public string? Violation => inner.Violation ?? ParameterRule.Check(double.IsFinite(low), nameof(low), low, "finite");
}
