using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Sine, cosine and tangent of arguments so large that some 60 digits of 2/π decide on the result.</summary>
/// <remarks>
/// Payne and Hanek (1983), "Radian reduction for trigonometric functions": of the product of x and 2/π only the bits around its point are
/// computed, with whole numbers; those far above it are full turns.
/// </remarks>
internal static class LargeAngles
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const ulong LowerHalf = uint.MaxValue;

    /// <summary>The sine of any number.</summary>
    public readonly struct Sin : IScalarFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Of(double x) => Math.Abs(x) < Angles.LargeFrom ? ScalarFunctions.Sin(x) : SinOfLarge<LaneSingle>(x);
    }

    /// <summary>The cosine of any number.</summary>
    public readonly struct Cos : IScalarFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Of(double x) => Math.Abs(x) < Angles.LargeFrom ? ScalarFunctions.Cos(x) : CosOfLarge<LaneSingle>(x);
    }

    /// <summary>The tangent of any number.</summary>
    public readonly struct Tan : IScalarFunction
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public static double Of(double x) => Math.Abs(x) < Angles.LargeFrom ? ScalarFunctions.Tan(x) : TanOfLarge<LaneSingle>(x);
    }

    /// <summary>The sine of a number of <see cref="Angles.LargeFrom"/> or more.</summary>
    [MethodImpl(Inline)]
    public static T SinOfLarge<T>(double x)
        where T : struct, ILane<T>
    {
        T r = Reduce<T>(x, out long quarters);
        return WithSign(quarters, (quarters & 1) == 0 ? Angles.SinOfQuarterTurn(r) : Angles.CosOfQuarterTurn(r));
    }

    /// <summary>The cosine of a number of <see cref="Angles.LargeFrom"/> or more.</summary>
    [MethodImpl(Inline)]
    public static T CosOfLarge<T>(double x)
        where T : struct, ILane<T>
    {
        T r = Reduce<T>(x, out long quarters);
        return WithSign(quarters + 1, (quarters & 1) == 0 ? Angles.CosOfQuarterTurn(r) : Angles.SinOfQuarterTurn(r));
    }

    /// <summary>The tangent of a number of <see cref="Angles.LargeFrom"/> or more.</summary>
    [MethodImpl(Inline)]
    public static T TanOfLarge<T>(double x)
        where T : struct, ILane<T>
    {
        T r = Reduce<T>(x, out long quarters);
        return Angles.TanOfQuarterTurn(r, (T)(double)quarters);
    }

    [MethodImpl(Inline)]
    private static T WithSign<T>(long quarters, T value)
        where T : struct, ILane<T>
        => (quarters & 2) == 0 ? value : -value;

    /// <summary>Writes x as r + quarters · π/2 with |r| up to π/4; NaN where x is not finite.</summary>
    [MethodImpl(Inline)]
    private static T Reduce<T>(double x, out long quarters)
        where T : struct, ILane<T>
    {
        const int MantissaBits = 52;
        quarters = 0;
        if (!double.IsFinite(x)) return double.NaN;

        // x = mantissa · 2ᵉ. Bits of 2/π that 2ᵉ brings to 4 and above count full turns: of the others, 192.
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        ulong mantissa = (ulong)bits & ((1UL << MantissaBits) - 1) | 1UL << MantissaBits;
        int exponent = (int)(bits >> MantissaBits) - 1023 - MantissaBits, start = 64 + exponent - 2;
        ulong first = Bits(start), second = Bits(start + 64), third = Bits(start + 128);

        // The product as a fraction of a full turn, its upper 128 bits in two words.
        ulong low = mantissa * second, carried = UpperProduct(mantissa, third);
        ulong high = mantissa * first + UpperProduct(mantissa, second);
        low += carried;
        if (low < carried) high++;

        // The nearest quarter, and what is left, with a sign.
        quarters = (long)(high >> 62);
        high = high << 2 | low >> 62;
        low <<= 2;
        bool isNegative = (long)high < 0;
        if (isNegative)
        {
            quarters++;
            high = low == 0 ? 0 - high : ~high;
            low = 0 - low;
        }

        // As a sum of two: halves of words are exact, and come in the order of their size.
        const double Word = 1.0 / (1UL << 32);
        T upper = (double)(high >> 32) * Word, next = (double)(high & LowerHalf) * (Word * Word);
        T lowest = (double)(low >> 32) * (Word * Word * Word) + (double)(low & LowerHalf) * (Word * Word * Word * Word);
        T sum = upper + next, tail = next - (sum - upper) + lowest, rest = sum + tail, small = tail - (rest - sum);
        T product = rest * Angles.HalfPi, lost = T.FusedMultiplyAdd(rest, Angles.HalfPi, -product);
        T r = product + (lost + rest * Angles.HalfPiRest + small * Angles.HalfPi);
        if (x > 0 == isNegative) r = -r;
        if (x < 0) quarters = -quarters;
        return r;
    }

    /// <summary>The upper half of a product of 128 bits, from products of halves.</summary>
    [MethodImpl(Inline)]
    private static ulong UpperProduct(ulong a, ulong b)
    {
        ulong aLow = a & LowerHalf, aHigh = a >> 32, bLow = b & LowerHalf, bHigh = b >> 32;
        ulong middle = aHigh * bLow + (aLow * bLow >> 32), other = aLow * bHigh + (middle & LowerHalf);
        return aHigh * bHigh + (middle >> 32) + (other >> 32);
    }

    /// <summary>64 bits of 2/π from any place on.</summary>
    [MethodImpl(Inline)]
    private static ulong Bits(int start)
    {
        int word = start / 64, shift = start % 64;
        return shift == 0 ? TwoOverPi(word) : TwoOverPi(word) << shift | TwoOverPi(word + 1) >> (64 - shift);
    }

    /// <summary>The bits of 2/π behind the point, after 64 zeros. No array: compilers for graphics processors have no tables.</summary>
    [MethodImpl(Inline)]
    private static ulong TwoOverPi(int word) => word switch
    {
        1 => 0xA2F9836E4E441529,
        2 => 0xFC2757D1F534DDC0,
        3 => 0xDB6295993C439041,
        4 => 0xFE5163ABDEBBC561,
        5 => 0xB7246E3A424DD2E0,
        6 => 0x06492EEA09D1921C,
        7 => 0xFE1DEB1CB129A73E,
        8 => 0xE88235F52EBB4484,
        9 => 0xE99C7026B45F7E41,
        10 => 0x3991D639835339F4,
        11 => 0x9C845F8BBDF9283B,
        12 => 0x1FF897FFDE05980F,
        13 => 0xEF2F118B5A0A6D1F,
        14 => 0x6D367ECF27CB09B7,
        15 => 0x4F463F669E5FEA2D,
        16 => 0x7527BAC7EBE5F17B,
        17 => 0x3D0739F78A5292EA,
        18 => 0x6BFB5FB11F8D5D08,
        19 => 0x56033046FC7B6BAB,
        20 => 0xF0CFBC209AF4361D,
        21 => 0xA9E391615EE61B08,
        _ => 0,
    };
}
