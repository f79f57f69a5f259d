using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Binomial by log odds: p(x) = trials! / (x! (trials − x)!) p^x (1 − p)^(trials − x) with p = 1 / (1 + exp(−logit)). Logistic regression on
/// grouped data.
/// </summary>
/// <remarks>Terms of the size of trials · |logit| cancel, so that the log mass is good to about 10⁻¹⁶ of that.</remarks>
/// <param name="trials">The number of trials; 0 is allowed.</param>
/// <param name="logit">The log of p / (1 − p), where p is the probability that a trial succeeds.</param>
[Distribution]
[Reference(-1.4453329305982658, 3, 10, -1.2)]
[Reference(0.0, 0, 0, 2)]
[Reference(-0.12378425688652248, 50, 50, 6)]
[Reference(-1.2745062765874767e-16, 0, 30, -40)]
[Reference(-7.728811869207646, 480, 1000, 0.1)]
[Reference(-1.662612233594002, 2, 1000000000000, -27.6)]
public readonly partial struct BinomialLogit([NonNegative] long trials, double logit) : IDistribution<long>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Between(0, nameof(trials))] long x)
    {
        double failures = (double)trials - x;
        return x * logit - trials * Softplus(logit) - LogBeta(x + 1.0, failures + 1) - Log1p(trials);
    }

    /// <inheritdoc/>
    // The rarer outcome is counted: its probability has all its digits.
    public long Draw(ref Philox rng) =>
        logit <= 0 ? rng.NextBinomial(trials, Logistic(logit)) : trials - rng.NextBinomial(trials, Logistic(-logit));

    /// <inheritdoc/>
    public double Mean => trials * Logistic(logit);

    /// <inheritdoc/>
    public double Variance => trials * Logistic(logit) * Logistic(-logit);
}
