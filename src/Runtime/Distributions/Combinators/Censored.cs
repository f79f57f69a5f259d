using static System.Math;

namespace ProbModels;

/// <summary>
/// A distribution read on a scale that ends at both sides: a value at or below low counts as P(X ≤ low), one at or above high as P(X > high),
/// one between as its density.
/// </summary>
/// <typeparam name="D">The distribution of the true values.</typeparam>
/// <param name="inner">The distribution of the true values.</param>
/// <param name="low">The lower end of the scale; finite.</param>
/// <param name="high">The upper end of the scale; finite.</param>
/// <remarks>For observations: a reading at an end has a probability, not a density, so that no latent can be one.</remarks>
[Distribution]
public readonly partial struct Censored<D>(D inner, double low, [GreaterThan(nameof(low))] double high) : IDistribution<double>
    where D : struct, IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([Reading] double x)
    {
        // The density is asked for within the scale only, where it is safe to differentiate.
        double inside = inner.LogDensity(Max(low, Min(x, high)));
        return x <= low ? inner.LogCdf(low) : x >= high ? inner.LogSurvival(high) : inside;
    }

    /// <summary>Draws a reading: what lies beyond an end of the scale is read there.</summary>
    public double Draw(ref Philox rng) => Max(low, Min(inner.Draw(ref rng), high));

    /// <inheritdoc/>
    public Support<double> Support => new Readings(inner.Support, low, high);

    /// <inheritdoc/>
    public string? Violation =>
        inner.Violation
        ?? ParameterRule.Check(double.IsFinite(low), nameof(low), low, "finite")
        ?? ParameterRule.Check(high > low && double.IsFinite(high), nameof(high), high, $"finite and greater than low, which is {ParameterRule.Show(low)}");
}
