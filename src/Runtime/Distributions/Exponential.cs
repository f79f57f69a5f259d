using static System.Math;

namespace ProbModels;

/// <summary>Exponential: p(x) = rate · exp(−rate · x) for x ≥ 0. Waiting times without memory.</summary>
/// <param name="rate">Events per unit of x; the mean is its inverse.</param>
[Distribution]
[Reference(1.0986122886681098, 0, 3)]
[Reference(-1.616290731874155, 1.75, 0.4)]
[Reference(-374.59453489189184, 250, 1.5)]
[Reference(13.814510557964274, 1e-09, 1000000)]
public readonly partial struct Exponential([Positive] double rate) : IDistribution<double>
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] double x) => Log(rate) - rate * x;

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => rng.NextExponential() / rate;
}
