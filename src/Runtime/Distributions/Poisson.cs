using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Poisson: p(x) = rate^x exp(−rate) / x! for x = 0, 1, 2, … Counts of independent events.</summary>
/// <remarks>
/// Terms of the size of x log(rate) cancel, so that the log mass is good to about 10⁻¹⁶ of that: 10⁻⁹ at a million events. At rate 0 the
/// count is 0. A draw that does not fit a <see cref="long"/> throws an <see cref="OverflowException"/>.
/// </remarks>
/// <param name="rate">The expected count.</param>
[Distribution]
[Reference(-1.5428872736055899, 3, 2.5)]
[Reference(0.0, 0, 0)]
[Reference(-700.0, 0, 700)]
[Reference(-42.1979499947872, 200, 100)]
[Reference(-75.25925672751899, 12, 0.01)]
[Reference(-3.271113377884368, 75, 80.5)]
public readonly partial struct Poisson([NonNegative] double rate) : IDistribution<long>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] long x) => XLogY(x, rate) - rate - LogGamma(x + 1.0);

    /// <inheritdoc/>
    public long Draw(ref Philox rng) => rng.NextPoisson(rate);

    /// <inheritdoc/>
    public double Mean => rate;

    /// <inheritdoc/>
    public double Variance => rate;
}
