using static System.Math;

namespace ProbModels;

/// <summary>Half-normal: p(x) = √(2/π) exp(−x² / (2 scale²)) / scale for x ≥ 0. The size of a centred normal number.</summary>
/// <param name="scale">The standard deviation of that normal number, in the unit of x.</param>
[Distribution]
[Reference(-1.1420820845188826, 0, 2.5)]
[Reference(-1.2233509263305176, 1.25, 0.8)]
[Reference(-800.6312564607529, 60, 1.5)]
[Reference(6.68196392628741, 1e-08, 0.001)]
public readonly partial struct HalfNormal([Positive] double scale) : IDistribution<double>
{
    /// <inheritdoc/>
    public double LogDensity([NonNegative] double x)
    {
        double z = x / scale;
        return 0.5 * Log(2 / PI) - Log(scale) - 0.5 * z * z;
    }

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => scale * Abs(rng.NextNormal());
}
