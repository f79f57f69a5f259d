namespace ProbModels;

/// <summary>Elementary functions with the same digits on every machine, where those of the platform's C library differ.</summary>
/// <remarks>
/// They use only + − × ÷ and the fused multiply-add, which IEEE 754 rounds correctly, and Taylor series on an interval so short that the
/// first term left out lies below the rounding error. Long series are summed as a tree (Estrin's scheme): a processor overlaps its
/// branches, where in Horner's each step waits for the one before. What is random, or special, builds on them.
/// </remarks>
internal static class Elementary
{
    /// <summary>ln 2 in two parts: the upper one has 32 significant bits, so that its product with an exponent is exact.</summary>
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    private const long ExponentOfOne = 1023;
    private const int MantissaBits = 52;
    private const double TwoTo54 = 1L << 54;
    private const double Log2OfE = 1.4426950408889634;

    /// <summary>Up to this size, x gives an exp(x) that is a normal number.</summary>
    private const double LargestPlainExponent = 708;

    /// <summary>1.5 · 2⁵²: numbers of this size have no fractional bits.</summary>
    private const double RoundingShift = 6755399441055744;

    /// <summary>The natural logarithm, within 1 ulp.</summary>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;

        int exponent = 0;
        if (!double.IsNormal(x))
        {
            x *= TwoTo54;
            exponent = -54;
        }

        double mantissa = SplitExponent(x, ref exponent);
        return LogOnePlus(mantissa - 1, exponent, correction: 0);
    }

    /// <summary>log(1 + x), within 1 ulp.</summary>
    public static double Log1p(double x)
    {
        if (!(x > -1)) return x == -1 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        if (x is > -0.25 and < 0.4) return x == 0 ? x : LogOnePlus(x, 0, correction: 0);

        // 1 + x rounds: what it loses, relative to the sum, is added to the logarithm.
        double sum = 1 + x;
        double lost = Math.Abs(x) < 1 ? x - (sum - 1) : 1 - (sum - x);
        int exponent = 0;
        double mantissa = SplitExponent(sum, ref exponent);
        return LogOnePlus(mantissa - 1, exponent, lost / sum);
    }

    /// <summary>The exponential function, within 1 ulp (2 ulp where the result is subnormal).</summary>
    public static double Exp(double x)
    {
        if (!(Math.Abs(x) < LargestPlainExponent)) return ExpOfExtreme(x);

        // Adding 1.5 · 2⁵² rounds to an integer and leaves it in the lowest bits, whence it moves to the exponent of the result.
        double shifted = Math.FusedMultiplyAdd(x, Log2OfE, RoundingShift), exponent = shifted - RoundingShift;
        double r = Math.FusedMultiplyAdd(-exponent, Ln2Low, Math.FusedMultiplyAdd(-exponent, Ln2High, x));
        double power = 1 + Math.FusedMultiplyAdd(r * r, ExpTail(r), r);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(power) + (BitConverter.DoubleToInt64Bits(shifted) << MantissaBits));
    }

    /// <summary>The exponential function where the result may be subnormal, zero, infinite or NaN.</summary>
    private static double ExpOfExtreme(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.79) return double.PositiveInfinity;
        if (x < -745.14) return 0;

        double exponent = ReduceByLn2(x, out double high, out double low);
        return Scale(1 + ExpMinusOne(high, low), (int)exponent);
    }

    /// <summary>exp(x) − 1, within 2 ulp.</summary>
    public static double Expm1(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.79) return double.PositiveInfinity;
        if (x < -37.5) return -1;
        if (Math.Abs(x) < 1e-17) return x;

        double exponent = ReduceByLn2(x, out double high, out double low);
        double reduced = ExpMinusOne(high, low);
        if (exponent == 0) return reduced;

        // 2ᵏ(1 + reduced) − 1. Up to 2⁵⁴ the two powers of two are subtracted first, exactly; above, the 1 is lost in any case.
        return exponent <= 54
            ? Scale(1 - Scale(1, -(int)exponent) + reduced, (int)exponent)
            : Scale(1 + reduced, (int)exponent);
    }

    /// <summary>Sine and cosine of 2π · <paramref name="turns"/>, within 2 ulp.</summary>
    /// <param name="turns">An angle in full turns, at most 2⁵⁰ in size: the reduction to an eighth of a turn is exact.</param>
    public static (double Sin, double Cos) SinCosTurns(double turns)
    {
        double quarter = Math.Round(4 * turns);
        double angle = (turns - 0.25 * quarter) * (2 * Math.PI);
        double sin = SinSeries(angle), cos = CosSeries(angle);
        return ((long)quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>The mantissa of a normal number, brought between √½ and √2; its exponent is added to <paramref name="exponent"/>.</summary>
    private static double SplitExponent(double x, ref int exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)((bits >> MantissaBits) - ExponentOfOne);
        double mantissa = BitConverter.Int64BitsToDouble(bits & ((1L << MantissaBits) - 1) | ExponentOfOne << MantissaBits);
        if (mantissa < 1.4142135623730951) return mantissa;
        exponent++;
        return 0.5 * mantissa;
    }

    /// <summary>log(1 + x) for x from 0 to 1, within 1 ulp: without the cases of <see cref="Log1p"/>.</summary>
    /// <remarks>With s = x / (2 + x) up to ⅓ the series of artanh takes more terms than <see cref="LogOnePlus"/>, but no exponent is split off.</remarks>
    public static double Log1pOfUnit(double x)
    {
        double s = x / (2 + x), z = s * s, z2 = z * z, z4 = z2 * z2;
        double first = Math.FusedMultiplyAdd(z2, Pair(z, 2.0 / 7, 2.0 / 9), Pair(z, 2.0 / 3, 2.0 / 5));
        double second = Math.FusedMultiplyAdd(z2, Pair(z, 2.0 / 15, 2.0 / 17), Pair(z, 2.0 / 11, 2.0 / 13));
        double third = Math.FusedMultiplyAdd(z2, Pair(z, 2.0 / 23, 2.0 / 25), Pair(z, 2.0 / 19, 2.0 / 21));
        double fourth = Math.FusedMultiplyAdd(z2, Pair(z, 2.0 / 31, 2.0 / 33), Pair(z, 2.0 / 27, 2.0 / 29));
        double series = Math.FusedMultiplyAdd(z4 * z4, Math.FusedMultiplyAdd(z4, fourth, third), Math.FusedMultiplyAdd(z4, second, first));
        double half = 0.5 * x * x;
        return x - (half - s * Math.FusedMultiplyAdd(z, series, half));
    }

    /// <summary>exponent · ln 2 + log(1 + f) + correction for 1 + f between √½ and √2.</summary>
    /// <remarks>log(1 + f) = 2 artanh(s) with s = f / (2 + f); 2s = f − s·f, and s·f = f²/2 − s·f²/2 keeps f's own digits apart.</remarks>
    private static double LogOnePlus(double f, int exponent, double correction)
    {
        double s = f / (2 + f), z = s * s, z2 = z * z, z4 = z2 * z2;
        double first = Math.FusedMultiplyAdd(z2, Pair(z, 2.0 / 7, 2.0 / 9), Pair(z, 2.0 / 3, 2.0 / 5));
        double second = Math.FusedMultiplyAdd(z2, Pair(z, 2.0 / 15, 2.0 / 17), Pair(z, 2.0 / 11, 2.0 / 13));
        double third = Math.FusedMultiplyAdd(z2, 2.0 / 23, Pair(z, 2.0 / 19, 2.0 / 21));
        double series = Math.FusedMultiplyAdd(z4 * z4, third, Math.FusedMultiplyAdd(z4, second, first));
        double half = 0.5 * f * f;
        double small = Math.FusedMultiplyAdd(s, Math.FusedMultiplyAdd(z, series, half), Math.FusedMultiplyAdd(exponent, Ln2Low, correction));
        return Math.FusedMultiplyAdd(exponent, Ln2High, f - (half - small));
    }

    /// <summary>Writes x as exponent · ln 2 + high − low with |high| at most ½ ln 2.</summary>
    private static double ReduceByLn2(double x, out double high, out double low)
    {
        double exponent = Math.Round(x * Log2OfE);
        high = x - exponent * Ln2High;
        low = exponent * Ln2Low;
        return exponent;
    }

    /// <summary>exp(high − low) − 1 for |high − low| at most ½ ln 2.</summary>
    private static double ExpMinusOne(double high, double low)
    {
        double r = high - low, lost = high - r - low;
        return r + Math.FusedMultiplyAdd(r * r, ExpTail(r), Math.FusedMultiplyAdd(lost, r, lost));
    }

    /// <summary>(exp(r) − 1 − r) / r² for |r| at most ½ ln 2.</summary>
    private static double ExpTail(double r)
    {
        double r2 = r * r, r4 = r2 * r2;
        double first = Math.FusedMultiplyAdd(r2, Pair(r, 1.0 / 24, 1.0 / 120), Pair(r, 1.0 / 2, 1.0 / 6));
        double second = Math.FusedMultiplyAdd(r2, Pair(r, 1.0 / 40320, 1.0 / 362880), Pair(r, 1.0 / 720, 1.0 / 5040));
        double third = Math.FusedMultiplyAdd(r2, Pair(r, 1.0 / 479001600, 1.0 / 6227020800), Pair(r, 1.0 / 3628800, 1.0 / 39916800));
        return Math.FusedMultiplyAdd(r4, Math.FusedMultiplyAdd(r4, third, second), first);
    }

    /// <summary>a + b x, rounded once.</summary>
    private static double Pair(double x, double a, double b) => Math.FusedMultiplyAdd(x, b, a);

    /// <summary>x · 2ᵏ, rounded once.</summary>
    private static double Scale(double x, int exponent)
    {
        if (exponent > 1023) return x * 2 * PowerOfTwo(exponent - 1);
        return exponent >= -1022 ? x * PowerOfTwo(exponent) : x * PowerOfTwo(exponent + 54) * (1 / TwoTo54);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble(exponent + ExponentOfOne << MantissaBits);

    private static double SinSeries(double x)
    {
        double z = x * x;
        double tail = -1.0 / 6 + z * (1.0 / 120 + z * (-1.0 / 5040 + z * (1.0 / 362880 + z * (-1.0 / 39916800
            + z * (1.0 / 6227020800 + z * (-1.0 / 1307674368000 + z * (1.0 / 355687428096000)))))));
        return x + x * z * tail;
    }

    private static double CosSeries(double x)
    {
        double z = x * x;
        double tail = 1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40320 + z * (-1.0 / 3628800 + z * (1.0 / 479001600
            + z * (-1.0 / 87178291200 + z * (1.0 / 20922789888000))))));
        double half = 0.5 * z, rounded = 1 - half;
        return rounded + (1 - rounded - half + z * z * tail);
    }
}
