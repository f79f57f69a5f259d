using static System.Math;

namespace ProbModels;

/// <summary>Uniform: p(x) = 1 / (high − low) for low ≤ x ≤ high.</summary>
/// <param name="low">The least value.</param>
/// <param name="high">The greatest value.</param>
[Distribution]
[Reference(0.0, 0.5, 0, 1)]
[Reference(-2.302585092994046, -5, -5, 5)]
[Reference(1.3862943611198906, 2.75, 2.5, 2.75)]
[Reference(-14.508657738524219, 100, -1000000, 1000000)]
public readonly partial struct Uniform(double low, [GreaterThan(nameof(low))] double high) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Between(nameof(low), nameof(high))] double x) => -Log(high - low);

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => low + (high - low) * rng.NextOpen();

    /// <inheritdoc/>
    public double LogCdf(double x) => Log((Min(Max(x, low), high) - low) / (high - low));

    /// <inheritdoc/>
    public double LogSurvival(double x) => Log((high - Min(Max(x, low), high)) / (high - low));

    /// <inheritdoc/>
    public double Quantile(double p) => low + (high - low) * p;

    /// <inheritdoc/>
    public double Mean => 0.5 * (low + high);

    /// <inheritdoc/>
    public double Variance => (high - low) * (high - low) / 12;
}
