namespace ProbModels;

public static partial class SpecialFunctions
{
    private const double OneMinusEuler = 0.42278433509846713939;
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>From here on nine terms of the asymptotic series are exact to the last digit.</summary>
    internal const double AsymptoticFrom = 10;

    /// <summary>ζ(k) − 1 for k = 2, 3, …: the coefficients of log Γ and its derivative around 2.</summary>
    private static ReadOnlySpan<double> ZetaMinusOne =>
    [
        0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
        0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
        0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-05,
        3.058823630702049e-05, 1.528225940865187e-05, 7.637197637899763e-06, 3.81729326499984e-06,
        1.908212716553939e-06, 9.539620338727962e-07, 4.769329867878064e-07, 2.38450502727733e-07,
        1.1921992596531106e-07, 5.960818905125948e-08, 2.980350351465228e-08, 1.4901554828365043e-08,
        7.45071178983543e-09, 3.725334024788457e-09, 1.862659723513049e-09,
    ];

    private static readonly double[] ZetaMinusOneOverOrder = [.. ZetaMinusOne.ToArray().Select((zeta, i) => zeta / (i + 2))];

    /// <summary>log |Γ(x)|. Error at most 3 ulp of max(1, |log |Γ(x)||); 7 ulp of the value itself between ½ and 5/2.</summary>
    /// <returns>+∞ at 0 and the negative integers, and at ±∞.</returns>
    /// <remarks>
    /// Taylor's series around 2, Abramowitz and Stegun (1964) 6.1.33, and Stirling's 6.1.41, joined by Γ(x + 1) = x Γ(x); below −1/2 the
    /// reflection 6.1.17.
    /// </remarks>
    public static double LogGamma(double x)
    {
        if (x >= AsymptoticFrom) return (x - 0.5) * (ScalarFunctions.Log(x) - 1) + (HalfLogTwoPi - 0.5) + StirlingCorrection(x);
        if (x >= 1.5)
        {
            double factors = 1;
            while (x >= 2.5)
                factors *= --x;
            return LogGammaAroundTwo(x - 2) + ScalarFunctions.Log(factors);
        }

        if (x >= 0.5) return LogGammaAroundTwo(x - 1) - ScalarFunctions.Log1p(x - 1);
        if (x > -0.5) return LogGammaAroundTwo(x) - (ScalarFunctions.Log(Math.Abs(x)) + ScalarFunctions.Log1p(x));
        if (double.IsNaN(x)) return x;
        if (x == Math.Floor(x)) return double.PositiveInfinity;
        return ScalarFunctions.Log(Math.PI / Math.Abs(x * Elementary.SinCosTurns(0.5 * x).Sin)) - LogGamma(-x);
    }

    /// <summary>The derivative of <see cref="LogGamma"/>. Error at most 5 ulp of max(1, |ψ(x)|).</summary>
    /// <returns>−∞ at 0, +∞ at −0; NaN at the negative integers and at −∞.</returns>
    /// <remarks>Abramowitz and Stegun (1964) 6.3.14 and 6.3.18, joined by ψ(x + 1) = ψ(x) + 1/x; below −1/2 the reflection 6.3.7.</remarks>
    public static double Digamma(double x)
    {
        if (x >= AsymptoticFrom)
        {
            double z = 1 / (x * x);
            double series = z * (1.0 / 12 + z * (-1.0 / 120 + z * (1.0 / 252 + z * (-1.0 / 240 + z * (1.0 / 132
                + z * (-691.0 / 32760 + z * (1.0 / 12 + z * (-3617.0 / 8160 + z * (43867.0 / 14364)))))))));
            return ScalarFunctions.Log(x) - (0.5 / x + series);
        }

        if (x >= 1.5)
        {
            double sum = 0;
            for (; x >= 2.5; sum += 1 / x)
                x--;
            return DigammaAroundTwo(x - 2) + sum;
        }

        if (x >= 0.5) return DigammaAroundTwo(x - 1) - 1 / x;
        if (x > -0.5) return DigammaAroundTwo(x) - 1 / (x + 1) - 1 / x;
        if (double.IsNaN(x) || x == Math.Floor(x)) return double.NaN;
        var (sin, cos) = Elementary.SinCosTurns(0.5 * x);
        return Digamma(-x) - 1 / x - Math.PI * cos / sin;
    }

    /// <summary>The second derivative of <see cref="LogGamma"/>. Error at most 4 ulp.</summary>
    /// <returns>+∞ at 0 and the negative integers; NaN at −∞.</returns>
    /// <remarks>Abramowitz and Stegun (1964) 6.4.12, after ψ′(x) = ψ′(x + 1) + 1/x²; below 0 the reflection 6.4.7.</remarks>
    public static double Trigamma(double x)
    {
        if (double.IsNegativeInfinity(x)) return double.NaN;
        if (x < 0)
        {
            double sin = Elementary.SinCosTurns(0.5 * x).Sin;
            return Math.PI / sin * (Math.PI / sin) - Trigamma(1 - x);
        }

        double sum = 0;
        for (; x < AsymptoticFrom; x++)
            sum += 1 / (x * x);
        double z = 1 / (x * x);
        double series = z * (1.0 / 6 + z * (-1.0 / 30 + z * (1.0 / 42 + z * (-1.0 / 30 + z * (5.0 / 66
            + z * (-691.0 / 2730 + z * (7.0 / 6 + z * (-3617.0 / 510 + z * (43867.0 / 798)))))))));
        return (1 + (0.5 / x + series)) / x + sum;
    }

    /// <summary>log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x of 10 or more.</summary>
    internal static double StirlingCorrection(double x)
    {
        double inverse = 1 / x, z = inverse * inverse;
        return inverse * (1.0 / 12 + z * (-1.0 / 360 + z * (1.0 / 1260 + z * (-1.0 / 1680 + z * (1.0 / 1188
            + z * (-691.0 / 360360 + z * (1.0 / 156 + z * (-3617.0 / 122400 + z * (43867.0 / 244188)))))))));
    }

    /// <summary>log Γ(2 + t) = (1 − γ) t + Σ (−1)ᵏ (ζ(k) − 1) tᵏ / k for |t| up to ½.</summary>
    private static double LogGammaAroundTwo(double t) => t * (OneMinusEuler + t * AlternatingSeries(ZetaMinusOneOverOrder, t));

    /// <summary>ψ(2 + t) = (1 − γ) + Σ (−1)ᵏ (ζ(k) − 1) tᵏ⁻¹ for |t| up to ½.</summary>
    private static double DigammaAroundTwo(double t) => OneMinusEuler + t * AlternatingSeries(ZetaMinusOne, t);

    /// <summary>c₀ − c₁ t + c₂ t² − …, for an even number of terms: even and odd powers apart, which a processor overlaps.</summary>
    private static double AlternatingSeries(ReadOnlySpan<double> coefficients, double t)
    {
        double square = t * t, even = 0, odd = 0;
        for (int i = coefficients.Length - 2; i >= 0; i -= 2)
        {
            even = coefficients[i] + square * even;
            odd = coefficients[i + 1] + square * odd;
        }

        return even - t * odd;
    }
}
