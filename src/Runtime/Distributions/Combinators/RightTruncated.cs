namespace ProbModels;

/// <summary>A distribution cut above: p(x) = inner(x) / P(X ≤ high) for x &lt; high. What lies beyond the bound was never recorded.</summary>
/// <typeparam name="D">The distribution that is cut.</typeparam>
/// <param name="inner">The distribution that is cut.</param>
/// <param name="high">The bound; finite.</param>
[Distribution]
public readonly partial struct RightTruncated<D>(D inner, double high) : IDistribution<double>
    where D : struct, IDistribution<double>, ICumulative
{
    /// <inheritdoc/>
    public double LogDensity([LessThan(nameof(high))] double x) => inner.LogDensity(x) - inner.LogCdf(high);

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => Inversion.Draw(inner, double.NegativeInfinity, high, ref rng);

    /// <inheritdoc/>
    public Support<double> Support => Cut.Support(inner, double.NegativeInfinity, high);

    /// <inheritdoc/>
    public string? Violation =>
        inner.Violation
        ?? ParameterRule.Check(double.IsFinite(high), nameof(high), high, "finite")
        ?? Cut.EmptinessOf(inner, double.NegativeInfinity, high);
}
