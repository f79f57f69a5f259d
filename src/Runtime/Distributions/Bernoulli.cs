using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Bernoulli: p(1) = probability, p(0) = 1 − probability. One trial that succeeds or fails.</summary>
/// <param name="probability">The probability of 1; 0 and 1 are allowed.</param>
[Distribution]
[Reference(-1.2039728043259361, 1, 0.3)]
[Reference(-0.35667494393873234, 0, 0.3)]
[Reference(-46.051701859880914, 1, 1e-20)]
[Reference(-1e-20, 0, 1e-20)]
[Reference(0.0, 1, 1)]
public readonly partial struct Bernoulli([Between(0, 1)] double probability) : IDistribution<int>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Between(0, 1)] int x) => XLogY(x, probability) + XLog1pY(1.0 - x, -probability);

    /// <inheritdoc/>
    public int Draw(ref Philox rng) => rng.NextOpen() < probability ? 1 : 0;

    /// <inheritdoc/>
    public double Mean => probability;

    /// <inheritdoc/>
    public double Variance => probability * (1 - probability);
}
