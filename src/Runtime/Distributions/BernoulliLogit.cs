using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Bernoulli by log odds: p(1) = 1 / (1 + exp(−logit)), p(0) = 1 − p(1). Logistic regression.</summary>
/// <param name="logit">The log of p(1) / p(0).</param>
[Distribution]
[Reference(-0.5543552444685271, 1, 0.3)]
[Reference(-0.8543552444685271, 0, 0.3)]
[Reference(-40.0, 1, -40)]
[Reference(-800.0, 0, 800)]
[Reference(-9.357622968839737e-14, 1, 30)]
public readonly partial struct BernoulliLogit(double logit) : IDistribution<int>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Between(0, 1)] int x) => x * logit - Softplus(logit);

    /// <inheritdoc/>
    public int Draw(ref Philox rng) => rng.NextOpen() < Logistic(logit) ? 1 : 0;

    /// <inheritdoc/>
    public double Mean => Logistic(logit);

    /// <inheritdoc/>
    public double Variance => Logistic(logit) * Logistic(-logit);
}
