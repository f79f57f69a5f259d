namespace ProbModels;

/// <summary>The distribution function of the beta distribution and its inverse.</summary>
internal static class IncompleteBeta
{
    /// <summary>The x with I_x(a, b) = <paramref name="probability"/>, for a, b ≥ 1.</summary>
    /// <remarks>Newton's method kept inside a shrinking bracket; it ends when the bracket or the step is down to rounding.</remarks>
    public static double Quantile(double probability, double a, double b)
    {
        double low = 0, high = 1, x = a / (a + b);
        double logNorm = LogGamma(a + b) - LogGamma(a) - LogGamma(b);
        while (true)
        {
            double excess = Regularised(x, a, b) - probability;
            if (excess > 0) high = x;
            else low = x;
            double density = Math.Exp(logNorm + (a - 1) * Math.Log(x) + (b - 1) * Math.Log(1 - x));
            double next = x - excess / density;
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - x) <= 4e-16 * x || high - low <= 4e-16 * high) return next;
            x = next;
        }
    }

    /// <summary>I_x(a, b) by its continued fraction: NIST Digital Library of Mathematical Functions, 8.17.22.</summary>
    public static double Regularised(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        // The fraction converges fast below the mean; above it the roles of x and 1 − x are exchanged.
        if (x > (a + 1) / (a + b + 2)) return 1 - Regularised(1 - x, b, a);

        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x)) / a;
        // Lentz's method: numerator and denominator of the convergents as running ratios.
        double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), fraction = d;
        for (int m = 1; ; m++)
        {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / (1 + even * d);
            c = 1 + even / c;
            fraction *= d * c;

            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / (1 + odd * d);
            c = 1 + odd / c;
            double change = d * c;
            fraction *= change;
            if (Math.Abs(change - 1) < 1e-15) return front * fraction;
        }
    }

    /// <summary>log Γ(x) for x ≥ 1 by Stirling's series (NIST DLMF 5.11.1), after shifting x to where eight terms suffice.</summary>
    private static double LogGamma(double x)
    {
        double product = 1;
        for (; x < 12; x++)
            product *= x;
        double z = 1 / (x * x);
        double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * 691 / 360360 + z * z / 156))))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(product);
    }
}
