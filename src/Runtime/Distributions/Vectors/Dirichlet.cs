using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Dirichlet: p(x) = Γ(Σ αₖ) / Π Γ(αₖ) · Π xₖ^(αₖ − 1) for positive xₖ that add up to 1, where α is the concentration. Probabilities of categories.
/// </summary>
/// <remarks>The density is that of all elements but the last, which they determine.</remarks>
/// <param name="concentration">α, one positive number for each category: the mean of x is α / Σ αₖ, and a greater sum varies less.</param>
[Distribution]
public readonly partial struct Dirichlet(double[] concentration) : IDistribution<double[]>
{
    /// <inheritdoc/>
    public double LogDensity(double[] x)
    {
        double total = 0, sum = 0;
        for (int k = 0; k < concentration.Length; k++)
        {
            total += concentration[k];
            sum += (concentration[k] - 1) * Log(x[k]) - LogGamma(concentration[k]);
        }

        return LogGamma(total) + sum;
    }

    /// <inheritdoc/>
    // Gamma numbers, as logarithms because those of small shapes underflow, divided by their sum. 0 is outside the support: what rounds to it
    // becomes the least positive number.
    public double[] Draw(ref Philox rng)
    {
        var x = new double[concentration.Length];
        double logTotal = double.NegativeInfinity;
        for (int k = 0; k < x.Length; k++)
        {
            x[k] = rng.NextLogGamma(concentration[k]);
            logTotal = LogAddExp(logTotal, x[k]);
        }

        for (int k = 0; k < x.Length; k++) x[k] = Max(ScalarFunctions.Exp(x[k] - logTotal), double.Epsilon);
        return x;
    }

    /// <inheritdoc/>
    public Support<double[]> Support => Supports.Simplex(concentration.Length);

    /// <inheritdoc/>
    public string? Violation =>
        concentration.Length == 0
            ? "concentration is empty; it must have an element for each category"
            : ArrayRule.Check(alpha => alpha > 0 && double.IsFinite(alpha), nameof(concentration), concentration, "positive");
}
