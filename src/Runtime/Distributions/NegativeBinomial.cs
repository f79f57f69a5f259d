using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Negative binomial: p(x) = Γ(x + dispersion) / (x! Γ(dispersion)) q^x (1 − q)^dispersion with q = mean / (mean + dispersion), for
/// x = 0, 1, 2, … Counts that vary more than Poisson's.
/// </summary>
/// <remarks>
/// A Poisson count whose rate is a gamma number of shape <c>dispersion</c>. Terms of the size of x log(x) cancel, so that the log mass is good
/// to about 10⁻¹⁵ of that, for any dispersion. At mean 0 the count is 0. A draw that does not fit a <see cref="long"/> throws an
/// <see cref="OverflowException"/>.
/// </remarks>
/// <param name="mean">The expected count.</param>
/// <param name="dispersion">The variance is mean + mean² / dispersion: a large one gives the Poisson distribution.</param>
[Distribution]
[Reference(-2.0984954280051635, 3, 2.5, 1.5)]
[Reference(0.0, 0, 0, 2)]
[Reference(-5.885075056255197, 40, 10, 0.4)]
[Reference(-1.5428872736069648, 3, 2.5, 1000000000000)]
[Reference(-11.993488867184217, 200, 100, 30)]
[Reference(-9.999999500000033e-09, 0, 1e-08, 0.1)]
[Reference(-67.1026714462609, 12, 0.01, 5)]
public readonly partial struct NegativeBinomial([NonNegative] double mean, [Positive] double dispersion) : IDistribution<long>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] long x) =>
        -XLog1pY(x, dispersion / mean) - dispersion * Log1p(mean / dispersion) - LogBeta(dispersion, x + 1.0) - System.Math.Log(x + dispersion);

    /// <inheritdoc/>
    public long Draw(ref Philox rng) => rng.NextPoisson(rng.NextGamma(dispersion) * (mean / dispersion));

    /// <inheritdoc/>
    public double Mean => mean;

    /// <inheritdoc/>
    public double Variance => mean * (1 + mean / dispersion);
}
