using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Binomial: p(x) = trials! / (x! (trials − x)!) probability^x (1 − probability)^(trials − x) for x = 0, 1, …, trials. Successes among trials.
/// </summary>
/// <param name="trials">The number of trials; 0 is allowed.</param>
/// <param name="probability">The probability that a trial succeeds; 0 and 1 are allowed.</param>
[Distribution]
[Reference(-1.6028268537197234, 3, 10, 0.2)]
[Reference(0.0, 0, 10, 0)]
[Reference(0.0, 10, 10, 1)]
[Reference(0.0, 0, 0, 0.4)]
[Reference(-4.47933235558206, 480, 1000, 0.5)]
[Reference(-10.000500033334733, 100000, 100000, 0.9999)]
[Reference(-1.6931471805594454, 2, 1000000000000, 1e-12)]
[Reference(-211.92166217629102, 60, 100, 0.01)]
public readonly partial struct Binomial([NonNegative] long trials, [Between(0, 1)] double probability) : IDistribution<long>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Between(0, nameof(trials))] long x)
    {
        double failures = (double)trials - x;
        return XLogY(x, probability) + XLog1pY(failures, -probability) - LogBeta(x + 1.0, failures + 1) - Log1p(trials);
    }

    /// <inheritdoc/>
    public long Draw(ref Philox rng) => rng.NextBinomial(trials, probability);

    /// <inheritdoc/>
    public double Mean => trials * probability;

    /// <inheritdoc/>
    public double Variance => trials * probability * (1 - probability);
}
