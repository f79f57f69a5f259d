using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Sine, cosine and tangent of arguments so large that some 60 digits of 2/π decide on the result.</summary>
/// <remarks>
/// Payne and Hanek (1983), "Radian reduction for trigonometric functions": of the product of x and 2/π only the bits around its point are
/// computed, with whole numbers; those far above it are full turns.
/// </remarks>
internal static class LargeAngles
{
    /// <summary>The bits of 2/π behind the point, after 64 zeros.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0,
        0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4,
        0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D,
        0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
        0xA9E391615EE61B08,
    ];

    /// <summary>The sine of any number.</summary>
    public readonly struct Sin : IScalarFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Of(double x)
        {
            if (Math.Abs(x) < Angles.LargeFrom) return ScalarFunctions.Sin(x);
            double r = Reduce(x, out long quarters);
            return WithSign(quarters, (quarters & 1) == 0 ? Angles.SinOfQuarterTurn<LaneSingle>(r) : Angles.CosOfQuarterTurn<LaneSingle>(r));
        }
    }

    /// <summary>The cosine of any number.</summary>
    public readonly struct Cos : IScalarFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Of(double x)
        {
            if (Math.Abs(x) < Angles.LargeFrom) return ScalarFunctions.Cos(x);
            double r = Reduce(x, out long quarters);
            return WithSign(quarters + 1, (quarters & 1) == 0 ? Angles.CosOfQuarterTurn<LaneSingle>(r) : Angles.SinOfQuarterTurn<LaneSingle>(r));
        }
    }

    /// <summary>The tangent of any number.</summary>
    public readonly struct Tan : IScalarFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Of(double x)
        {
            if (Math.Abs(x) < Angles.LargeFrom) return ScalarFunctions.Tan(x);
            double r = Reduce(x, out long quarters);
            return Angles.TanOfQuarterTurn<LaneSingle>(r, (LaneSingle)quarters);
        }
    }

    private static double WithSign(long quarters, double value) => (quarters & 2) == 0 ? value : -value;

    /// <summary>Writes x as r + quarters · π/2 with |r| up to π/4; NaN where x is not finite.</summary>
    private static double Reduce(double x, out long quarters)
    {
        const int MantissaBits = 52, FractionBits = 128;
        quarters = 0;
        if (!double.IsFinite(x)) return double.NaN;

        // x = mantissa · 2ᵉ. Bits of 2/π that 2ᵉ brings to 4 and above count full turns: of the others, 192.
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        ulong mantissa = (ulong)bits & ((1UL << MantissaBits) - 1) | 1UL << MantissaBits;
        int exponent = (int)(bits >> MantissaBits) - 1023 - MantissaBits, start = 64 + exponent - 2;
        ulong first = Bits(start), second = Bits(start + 64), third = Bits(start + 128);

        // The product as a fraction of a full turn, its upper 128 bits.
        UInt128 low = (UInt128)mantissa * second + (ulong)((UInt128)mantissa * third >> 64);
        var turns = new UInt128(unchecked(mantissa * first + (ulong)(low >> 64)), (ulong)low);

        // The nearest quarter, and what is left, with a sign.
        var rest = (Int128)(turns << 2);
        quarters = (long)(turns >> 126) + (rest < 0 ? 1 : 0);
        double high = (double)rest, small = (double)(rest - (Int128)high);
        double product = high * Angles.HalfPi;
        double lost = Math.FusedMultiplyAdd(high, Angles.HalfPi, -product);
        double r = Math.ScaleB(product + (lost + high * Angles.HalfPiRest + small * Angles.HalfPi), -FractionBits);
        if (x > 0) return r;
        quarters = -quarters;
        return -r;
    }

    /// <summary>64 bits of the table from any place on.</summary>
    private static ulong Bits(int start)
    {
        int word = start / 64, shift = start % 64;
        return shift == 0 ? TwoOverPi[word] : TwoOverPi[word] << shift | TwoOverPi[word + 1] >> (64 - shift);
    }
}
