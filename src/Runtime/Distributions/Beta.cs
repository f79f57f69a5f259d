using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Beta: p(x) = x^(a − 1) (1 − x)^(b − 1) / B(a, b) for 0 &lt; x &lt; 1. Probabilities and fractions.</summary>
/// <remarks>
/// Near 1 doubles lie 10⁻¹⁶ apart: below b = 0.3 a visible part of the mass is closer to 1 than that. Where rounding takes a latent to 0 or 1
/// its log density is −∞; draws are rounded to the nearest number inside.
/// </remarks>
/// <param name="a">How steeply the density leaves 0; the mean is a / (a + b).</param>
/// <param name="b">How steeply the density leaves 1.</param>
[Distribution]
[Reference(0.6611802010988751, 0.3, 2, 3.5)]
[Reference(22.107244650480773, 1e-20, 0.5, 0.7)]
[Reference(4.139580460543462, 0.999, 40, 0.8)]
[Reference(-4209.594708829852, 0.62, 3000000, 2000000)]
[Reference(2.995732273534991, 1e-12, 1, 20)]
public readonly partial struct Beta([Positive] double a, [Positive] double b) : IDistribution<double>, IMoments
{
    /// <inheritdoc/>
    public double LogDensity([Inside(0, 1)] double x) => (a - 1) * System.Math.Log(x) + (b - 1) * Log1p(-x) - LogBeta(a, b);

    /// <inheritdoc/>
    public double Draw(ref Philox rng) => rng.NextBeta(a, b);

    /// <inheritdoc/>
    public double Mean => a / (a + b);

    /// <inheritdoc/>
    public double Variance => a / (a + b) * (b / (a + b)) / (a + b + 1);
}
