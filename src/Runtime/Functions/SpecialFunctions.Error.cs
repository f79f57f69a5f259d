namespace ProbModels;

public static partial class SpecialFunctions
{
    /// <summary>Up to this size Taylor's series of the error function is exact to the last digit.</summary>
    private const double ErfSeriesUpTo = 0.5;

    private const double TwoOverSqrtPi = 1.1283791670955126, TwoOverSqrtPiMinusOne = 0.12837916709551257, InverseSqrtPi = 0.5641895835477563;

    /// <summary>(1 + 2x) exp(x²) erfc(x) in powers of (x − 4) / (x + 4): <c>scaled_erfc.py</c>, beside the tests, prints them.</summary>
    private static ReadOnlySpan<double> ScaledErfcPowers =>
    [
        1.2329951186255526, -0.1396211168405625, 0.015379652102619604, 0.0680970542546904, -0.10103906603630056,
        0.09373283499843826, -0.06633036581218697, 0.03716751553592911, -0.016197734059799265, 0.005031969992669933,
        -0.0007577732613730956, -0.0001992567757633648, 0.0001506214900124047, -2.4398944545280832e-05, -1.1221287012353486e-05,
        5.709206053072183e-06, 2.919733377963012e-07, -8.249198427508354e-07, 7.746992727017941e-08, 1.1009737295274889e-07,
        -2.05606492756992e-08, -1.4709550868669278e-08, 3.1695881915648173e-09, 1.7903326159489847e-09, -2.659599690242689e-10,
        -1.374652989001164e-10,
    ];

    /// <summary>The error function 2/√π ∫₀ˣ exp(−t²) dt. Error at most 2 ulp.</summary>
    public static double Erf(double x)
    {
        if (x > ErfSeriesUpTo) return 1 - Erfc(x);
        return x < -ErfSeriesUpTo ? Erfc(-x) - 1 : ErfSeries(x);
    }

    /// <summary>1 − <see cref="Erf"/>(x), with all digits where that is close to 0. Error at most 4 ulp.</summary>
    public static double Erfc(double x)
    {
        if (x > ErfSeriesUpTo) return ExpOfMinusSquare(x, 1) * ScaledErfc(x);
        return x < -ErfSeriesUpTo ? 2 - Erfc(-x) : 1 - ErfSeries(x);
    }

    /// <summary>exp(x²) erfc(x) for x ≥ 0, which decreases like 1 / (x √π). Error at most 3 ulp.</summary>
    /// <remarks>Shepherd and Laframboise (1981), "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞".</remarks>
    private static double ScaledErfc(double x)
    {
        const double AsymptoteFrom = 1e9;
        if (x > AsymptoteFrom) return InverseSqrtPi / x;

        // Even and odd powers apart, which a processor overlaps.
        double t = (x - 4) / (x + 4), square = t * t, even = 0, odd = 0;
        for (int i = ScaledErfcPowers.Length - 2; i >= 0; i -= 2)
        {
            even = Math.FusedMultiplyAdd(square, even, ScaledErfcPowers[i]);
            odd = Math.FusedMultiplyAdd(square, odd, ScaledErfcPowers[i + 1]);
        }

        return Math.FusedMultiplyAdd(t, odd, even) / (1 + 2 * x);
    }

    /// <summary>exp(−factor · x²) within 2 ulp; what x² loses by rounding is put back, since exp would magnify it.</summary>
    /// <param name="x">Any number.</param>
    /// <param name="factor">A power of two, so that multiplying by it is exact.</param>
    private static double ExpOfMinusSquare(double x, double factor)
    {
        const double ZeroFrom = 746;
        double square = x * x;
        if (factor * square > ZeroFrom) return 0;

        double lost = Math.FusedMultiplyAdd(x, x, -square), e = ScalarFunctions.Exp(-factor * square);
        return Math.FusedMultiplyAdd(e, -factor * lost, e);
    }

    /// <summary>2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)): Abramowitz and Stegun (1964) 7.1.5.</summary>
    private static double ErfSeries(double x)
    {
        double z = x * x;
        double tail = -1.0 / 3 + z * (1.0 / 10 + z * (-1.0 / 42 + z * (1.0 / 216 + z * (-1.0 / 1320 + z * (1.0 / 9360 + z * (-1.0 / 75600
            + z * (1.0 / 685440 + z * (-1.0 / 6894720 + z * (1.0 / 76204800 + z * (-1.0 / 918086400))))))))));
        return x + x * Math.FusedMultiplyAdd(TwoOverSqrtPi * z, tail, TwoOverSqrtPiMinusOne);
    }
}
