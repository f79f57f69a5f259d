using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Exponential: p(x) = rate · exp(−rate · x) for x ≥ 0. Waiting times without memory.</summary>
/// <param name="rate">Events per unit of x; the mean is its inverse.</param>
[Distribution]
[Reference(1.0986122886681098, 0, 3)]
[Reference(-1.616290731874155, 1.75, 0.4)]
[Reference(-374.59453489189184, 250, 1.5)]
[Reference(13.814510557964274, 1e-09, 1000000)]
public readonly partial struct Exponential([Positive] double rate) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] double x) => Log(rate) - rate * x;

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => rng.NextExponential() / rate;

    /// <inheritdoc/>
    public double LogCdf(double x) => Log1mExp(-rate * Max(x, 0));

    /// <inheritdoc/>
    public double LogSurvival(double x) => -rate * Max(x, 0);

    /// <inheritdoc/>
    public double Quantile(double p) => -Log1p(-p) / rate;

    /// <inheritdoc/>
    public double Mean => 1 / rate;

    /// <inheritdoc/>
    public double Variance => 1 / (rate * rate);
}
