using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>A distribution cut to an interval: p(x) = inner(x) / P(low ≤ X ≤ high) for low ≤ x ≤ high. What lies outside was never recorded.</summary>
/// <typeparam name="D">The distribution that is cut.</typeparam>
/// <param name="inner">The distribution that is cut.</param>
/// <param name="low">The least value; finite.</param>
/// <param name="high">The greatest value; finite.</param>
[Distribution]
public readonly partial struct Truncated<D>(D inner, double low, [GreaterThan(nameof(low))] double high) : IDistribution<double>
    where D : struct, IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([Between(nameof(low), nameof(high))] double x)
    {
        // Above the median the difference of survival probabilities keeps its digits, below it that of distribution functions.
        bool isAbove = inner.LogCdf(low) > inner.LogSurvival(low);
        double whole = isAbove ? inner.LogSurvival(low) : inner.LogCdf(high);
        double lost = isAbove ? inner.LogSurvival(high) : inner.LogCdf(low);
        return inner.LogDensity(x) - whole - Log1mExp(lost - whole);
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => Inversion.Draw(inner, low, high, ref rng);

    /// <inheritdoc/>
    public Support<double> Support => Cut.Support(inner, low, high);

    /// <inheritdoc/>
    public string? Violation =>
        inner.Violation
        ?? ParameterRule.Check(double.IsFinite(low), nameof(low), low, "finite")
        ?? ParameterRule.Check(high > low && double.IsFinite(high), nameof(high), high, $"finite and greater than low, which is {ParameterRule.Show(low)}")
        ?? Cut.EmptinessOf(inner, low, high);
}
