using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The logarithm and log(1 + x): x = 2ⁿ(1 + f) with 1 + f between √½ and √2, and log(1 + f) = 2 artanh(s) with s = f / (2 + f).</summary>
internal static class Logarithms
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>2⁵², whose bits take an integer below 2⁵² in their lowest places.</summary>
    private const double IntegerShift = 4503599627370496;

    private const long SqrtHalf = 0x3FE6A09E667F3BCD, Mantissa = (1L << Scaling.MantissaBits) - 1;
    private const double Ln2 = 0.6931471805599453;
    private const double ExponentOfOne = 1023, ExponentOfSubnormals = 1022;

    /// <inheritdoc cref="ScalarFunctions.Log"/>
    [MethodImpl(Inline)]
    public static T Log<T>(T x)
        where T : struct, ILane<T>
    {
        T f = Split(x, out T minusExponent);
        return WithLimits(x, x, LogOnePlus(f, minusExponent));
    }

    /// <inheritdoc cref="ScalarFunctions.Log1p"/>
    [MethodImpl(Inline)]
    public static T Log1p<T>(T x)
        where T : struct, ILane<T>
    {
        // 1 + x rounds: what it loses is added to f. Where n is 0, f is x itself.
        T sum = 1 + x, rest = sum - x;
        T lost = x - (sum - rest) + (1 - rest);
        T f = Split(sum, IntegerShift + ExponentOfOne, out T minusExponent);
        T scaled = lost * Scaling.PowerOfTwo(T.Greatest(-ExponentOfOne, minusExponent) + Scaling.RoundingShift);
        T result = LogOnePlus(T.IfEqual(minusExponent, 0, x, f), T.IfEqual(minusExponent, 0, 0, scaled), minusExponent);
        return WithLimits(x, sum, result);
    }

    /// <summary><see cref="Log"/> of one number, which may branch: the same bits.</summary>
    [MethodImpl(Inline)]
    public static T LogOfOne<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(x, double.PositiveInfinity) && T.AllLess(SmallestNormal, x)
            ? LogOnePlus(Split(x, IntegerShift + ExponentOfOne, out T minusExponent), minusExponent)
            : Log(x);

    /// <summary><see cref="Log1p"/> of one number.</summary>
    [MethodImpl(Inline)]
    public static T Log1pOfOne<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(T.Abs(x), 0.25) ? LogOnePlus(x, 0) : Log1p(x);

    /// <summary><see cref="Log1mExp"/> of one number.</summary>
    [MethodImpl(Inline)]
    public static T Log1mExpOfOne<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(-Ln2, x) ? Log(-Exponentials.Expm1(x)) : Log1p(-Exponentials.Exp(x));

    /// <summary>log(1 + x) for x from 0 to 1, without the cases of <see cref="Log1p"/>.</summary>
    [MethodImpl(Inline)]
    public static T Log1pOfUnit<T>(T x)
        where T : struct, ILane<T>
        => LogOnePlus(T.IfLess(0.5, x, T.FusedMultiplyAdd(x, 0.5, -0.5), x), T.IfLess(0.5, x, -1, 0));

    /// <summary>log(1 − exp(x)): the argument of the logarithm is taken from expm1 close to 0, and 1 − exp(x) with what it loses elsewhere.</summary>
    [MethodImpl(Inline)]
    public static T Log1mExp<T>(T x)
        where T : struct, ILane<T>
    {
        T e = Exponentials.ExpAndMinusOne(T.Least(Exponentials.Greatest, x), out T minusOne);
        T complement = 1 - e, lost = 1 - complement - e;
        T argument = T.IfLess(-Ln2, x, -minusOne, complement);
        T f = Split(argument, out T minusExponent);

        // Where n is 0, f is −exp(x) itself; else, where something was lost, n is −1.
        T correction = T.IfLess(-Ln2, x, 0, T.IfEqual(minusExponent, 0, 0, lost + lost));
        return WithLimits(x, argument, LogOnePlus(T.IfEqual(minusExponent, 0, -e, f), correction, minusExponent));
    }

    /// <summary>log(x) for an x that may lie next to 1 and is then known by what it differs by.</summary>
    [MethodImpl(Inline)]
    public static T LogNearOne<T>(T x, T difference)
        where T : struct, ILane<T>
    {
        T f = Split(x, out T minusExponent);
        return WithLimits(x, x, LogOnePlus(T.IfEqual(minusExponent, 0, difference, f), minusExponent));
    }

    /// <summary>The limits of a logarithm: −∞ at 0, NaN below, +∞ at +∞.</summary>
    /// <param name="x">What to return where it is infinite or NaN.</param>
    /// <param name="argument">The argument of the logarithm.</param>
    /// <param name="result">The logarithm elsewhere.</param>
    [MethodImpl(Inline)]
    private static T WithLimits<T>(T x, T argument, T result)
        where T : struct, ILane<T>
    {
        T finite = T.IfLess(x, double.PositiveInfinity, result, x);
        return T.IfLess(0, argument, finite, T.IfEqual(argument, 0, double.NegativeInfinity, double.NaN));
    }

    /// <summary>Writes x as 2ⁿ(1 + f).</summary>
    /// <param name="x">A positive number.</param>
    /// <param name="minusExponent">−n.</param>
    /// <returns>f, exactly.</returns>
    [MethodImpl(Inline)]
    public static T Split<T>(T x, out T minusExponent)
        where T : struct, ILane<T>
    {
        // A subnormal number, put behind the bits of 1, is a fraction of 2⁻¹⁰²².
        T normal = T.IfLess(x, SmallestNormal, (x | 1) - 1, x);
        T bias = T.IfLess(x, SmallestNormal, IntegerShift + ExponentOfOne + ExponentOfSubnormals, IntegerShift + ExponentOfOne);
        return Split(normal, bias, out minusExponent);
    }

    /// <summary>Writes x as 2ⁿ(1 + f).</summary>
    /// <param name="x">A normal positive number.</param>
    /// <param name="bias">2⁵² + 1023, plus what is added to −n.</param>
    /// <param name="minusExponent">−n, and +0 for 0: subtracting its products from −0 leaves −0.</param>
    /// <returns>f, exactly.</returns>
    [MethodImpl(Inline)]
    private static T Split<T>(T x, T bias, out T minusExponent)
        where T : struct, ILane<T>
    {
        T shifted = T.AddBits(x, T.FromBits(Scaling.One - SqrtHalf));
        minusExponent = bias - (T.ShiftRight(shifted, Scaling.MantissaBits) | IntegerShift);
        return T.AddBits(shifted & T.FromBits(Mantissa), T.FromBits(SqrtHalf)) - 1;
    }

    /// <summary>n ln 2 + log(1 + f).</summary>
    [MethodImpl(Inline)]
    private static T LogOnePlus<T>(T f, T minusExponent)
        where T : struct, ILane<T>
    {
        T s = f / (2 + f), half = 0.5 * f * f;
        return Sum(f, half, T.FusedMultiplyAdd(s, Series(s, half), minusExponent * -Exponentials.Ln2Low), minusExponent);
    }

    /// <summary>n ln 2 + log(1 + f + correction), for a correction of some 2⁻⁵³.</summary>
    [MethodImpl(Inline)]
    private static T LogOnePlus<T>(T f, T correction, T minusExponent)
        where T : struct, ILane<T>
    {
        // The derivative 1 / (1 + f) = (1 − s) / (1 + s) is 1 − 2s(1 − s) to two digits.
        T s = f / (2 + f), half = 0.5 * f * f;
        T slope = T.FusedMultiplyAdd(s + s, s - 1, 1);
        T low = T.FusedMultiplyAdd(correction, slope, minusExponent * -Exponentials.Ln2Low);
        return Sum(f, half, T.FusedMultiplyAdd(s, Series(s, half), low), minusExponent);
    }

    /// <summary>n ln 2 + f − half + small: log(1 + f) = 2s + s z P(z) with z = s², and 2s = f − s f, where s f = ½f² − s · ½f² keeps f's own digits apart.</summary>
    [MethodImpl(Inline)]
    private static T Sum<T>(T f, T half, T small, T minusExponent)
        where T : struct, ILane<T>
        => T.FusedMultiplyAdd(minusExponent, -Exponentials.Ln2High, f - (half - small));

    /// <summary>half + z P(z) with z = s².</summary>
    [MethodImpl(Inline)]
    private static T Series<T>(T s, T half)
        where T : struct, ILane<T>
    {
        T z = s * s, z2 = z * z;
        T series = Polynomial.Of(
            z, z2, z2 * z2, 0.6666666666666666, 0.4000000000000794, 0.28571428567275936, 0.2222222304835159,
            0.18181737626302938, 0.15388867805613718, 0.13209708242059462, 0.13609030262858499);
        return T.FusedMultiplyAdd(z, series, half);
    }
}
