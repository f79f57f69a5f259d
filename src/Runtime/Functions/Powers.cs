using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Powers with real exponents: exp(y log x), the logarithm with some 64 digits, since exp magnifies its error by up to 745.</summary>
internal static class Powers
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>⅔ is the sum of these.</summary>
    private const double TwoThirds = 0.6666666666666666, TwoThirdsRest = 3.700743415417188e-17;

    /// <inheritdoc cref="ScalarFunctions.Pow"/>
    [MethodImpl(Inline)]
    public static T Pow<T>(T x, T y)
        where T : struct, ILane<T>
    {
        T size = T.Abs(x);
        return WithLimits(x, y, size, Power(size, y));
    }

    /// <summary><see cref="Pow"/> of one number, which may branch: the same bits.</summary>
    [MethodImpl(Inline)]
    public static T PowOfOne<T>(T x, T y)
        where T : struct, ILane<T>
    {
        T size = T.Abs(x), power = Power(size, y);
        bool isPlain = T.AllLess(0, x) && T.AllLess(x, double.PositiveInfinity) && T.AllLess(T.Abs(y), double.PositiveInfinity);
        return isPlain ? power : WithLimits(x, y, size, power);
    }

    /// <summary>xʸ for finite positive x and finite y.</summary>
    [MethodImpl(Inline)]
    private static T Power<T>(T x, T y)
        where T : struct, ILane<T>
    {
        const double BeyondOverflow = 1000;
        T log = LogInTwoParts(x, out T logRest), exponent = y * log;
        T rest = T.FusedMultiplyAdd(y, logRest, T.FusedMultiplyAdd(y, log, -exponent));
        return Exponentials.Exp(exponent, T.IfLess(T.Abs(exponent), BeyondOverflow, rest, 0));
    }

    /// <summary>The special values of C99's annex F, which Math.Pow has as well.</summary>
    [MethodImpl(Inline)]
    private static T WithLimits<T>(T x, T y, T size, T power)
        where T : struct, ILane<T>
    {
        // What is 0 or infinite becomes 0 or infinite.
        T limit = T.IfLess(0, T.IfLess(1, size, y, -y), double.PositiveInfinity, 0);
        power = T.IfEqual(size, 0, limit, T.IfEqual(size, double.PositiveInfinity, limit, power));
        power = T.IfEqual(T.Abs(y), double.PositiveInfinity, T.IfEqual(size, 1, 1, limit), power);

        // Negative numbers have powers with integer exponents only, negative ones where these are odd.
        T half = 0.5 * y, whole = T.Floor(y);
        T sign = T.IfEqual(whole, y, T.IfEqual(T.Floor(half), half, 0, x & -0.0), 0);
        T real = T.IfEqual(whole, y, power, T.IfEqual(size, double.PositiveInfinity, power, double.NaN));
        power = T.IfLess(x, 0, real, power) | sign;

        // NaN gives NaN, but for two exceptions.
        power = T.IfEqual(x, x, T.IfEqual(y, y, power, y), x);
        return T.IfEqual(y, 0, 1, T.IfEqual(x, 1, 1, power));
    }

    /// <summary>log x for a positive number as a sum of two.</summary>
    [MethodImpl(Inline)]
    private static T LogInTwoParts<T>(T x, out T rest)
        where T : struct, ILane<T>
    {
        // s = f / (2 + f), and its square, in two parts.
        T f = Logarithms.Split(x, out T minusExponent);
        T divisor = 2 + f, inverse = 1 / divisor, s = f * inverse;
        T sRest = T.FusedMultiplyAdd(-s, f - (divisor - 2), T.FusedMultiplyAdd(-s, divisor, f)) * inverse;
        T z = s * s, zRest = T.FusedMultiplyAdd(s + s, sRest, T.FusedMultiplyAdd(s, s, -z));

        // The terms of artanh from s³ on, divided by s.
        T z2 = z * z;
        T series = Polynomial.Of(
            z, z2, z2 * z2, 0.4, 0.28571428571429397, 0.22222222221636845, 0.18181818339697634,
            0.1538459450380989, 0.13334829573906534, 0.1170557189567721, 0.1173010786189303);
        T terms = z * TwoThirds;
        T termsRest = T.FusedMultiplyAdd(zRest, TwoThirds, T.FusedMultiplyAdd(z, TwoThirdsRest, T.FusedMultiplyAdd(z, TwoThirds, -terms)));
        termsRest = T.FusedMultiplyAdd(z2, series, termsRest);

        T cubic = s * terms;
        T cubicRest = T.FusedMultiplyAdd(s, termsRest, T.FusedMultiplyAdd(sRest, terms, T.FusedMultiplyAdd(s, terms, -cubic)));

        // n ln 2 + 2s + cubic, the greater first: what each sum loses goes to the rest.
        T twice = s + s, large = minusExponent * -Exponentials.Ln2High;
        T first = large + twice, second = first + cubic;
        T lost = twice - (first - large) + (cubic - (second - first));
        T low = T.FusedMultiplyAdd(minusExponent, -Exponentials.Ln2Low, lost + (cubicRest + (sRest + sRest)));
        T sum = second + low;
        rest = low - (sum - second);
        return sum;
    }
}
