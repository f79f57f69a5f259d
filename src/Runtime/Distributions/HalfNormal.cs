using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Half-normal: p(x) = √(2/π) exp(−x² / (2 scale²)) / scale for x ≥ 0. The size of a centred normal number.</summary>
/// <param name="scale">The standard deviation of that normal number, in the unit of x.</param>
[Distribution]
[Reference(-1.1420820845188826, 0, 2.5)]
[Reference(-1.2233509263305176, 1.25, 0.8)]
[Reference(-800.6312564607529, 60, 1.5)]
[Reference(6.68196392628741, 1e-08, 0.001)]
public readonly partial struct HalfNormal([Positive] double scale) : IDistribution<double>, ICumulative, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] double x)
    {
        double z = x / scale;
        return 0.5 * Log(2 / PI) - Log(scale) - 0.5 * z * z;
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => scale * Abs(rng.NextNormal());

    /// <inheritdoc/>
    public double LogCdf(double x) => Log(Erf(Max(x, 0) / (Sqrt(2) * scale)));

    /// <inheritdoc/>
    public double LogSurvival(double x) => Log(2) + LogNormalCdf(-Max(x, 0) / scale);

    /// <inheritdoc/>
    public double Quantile(double p) => Sqrt(2) * scale * ErfInverse(p);

    /// <inheritdoc/>
    public double Mean => scale * Sqrt(2 / PI);

    /// <inheritdoc/>
    public double Variance => scale * scale * (1 - 2 / PI);
}
