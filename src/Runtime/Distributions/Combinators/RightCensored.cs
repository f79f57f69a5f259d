using static System.Math;

namespace ProbModels;

/// <summary>A distribution whose observation ends: a value at or above high counts as P(X > high), one below as its density. Survival times.</summary>
/// <typeparam name="D">The distribution of the true values.</typeparam>
/// <param name="inner">The distribution of the true values.</param>
/// <param name="high">Where observation ends; finite.</param>
/// <remarks>For observations: a reading at the end has a probability, not a density, so that no latent can be one.</remarks>
[Distribution]
public readonly partial struct RightCensored<D>(D inner, double high) : IDistribution<double>
    where D : struct, IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([Reading] double x)
    {
        // The density is asked for below the end only, where it is safe to differentiate.
        double below = inner.LogDensity(Min(x, high));
        return x >= high ? inner.LogSurvival(high) : below;
    }

    /// <summary>Draws a reading: what lies beyond the end is read there.</summary>
    public double Draw(ref Philox rng) => Min(inner.Draw(ref rng), high);

    /// <inheritdoc/>
    public Support<double> Support => new Readings(inner.Support, double.NegativeInfinity, high);

    /// <inheritdoc/>
    public string? Violation => inner.Violation ?? ParameterRule.Check(double.IsFinite(high), nameof(high), high, "finite");
}
