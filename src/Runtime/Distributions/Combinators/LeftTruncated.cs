namespace ProbModels;

/// <summary>A distribution cut below: p(x) = inner(x) / P(X > low) for x > low. What lies at or below the bound was never recorded.</summary>
/// <typeparam name="D">The distribution that is cut.</typeparam>
/// <param name="inner">The distribution that is cut.</param>
/// <param name="low">The bound; finite.</param>
[Distribution]
public readonly partial struct LeftTruncated<D>(D inner, double low) : IDistribution<double>
    where D : struct, IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([GreaterThan(nameof(low))] double x) => inner.LogDensity(x) - inner.LogSurvival(low);

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => Inversion.Draw(inner, low, double.PositiveInfinity, ref rng);

    /// <inheritdoc/>
    public Support<double> Support => Cut.Support(inner, low, double.PositiveInfinity);

    /// <inheritdoc/>
    public string? Violation =>
        inner.Violation
        ?? ParameterRule.Check(double.IsFinite(low), nameof(low), low, "finite")
        ?? Cut.EmptinessOf(inner, low, double.PositiveInfinity);
}
