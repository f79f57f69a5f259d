using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using V = System.Runtime.Intrinsics.Vector512<double>;
using X = System.Runtime.Intrinsics.Vector512;

namespace ProbModels.Benchmarks;

/// <summary>The exponential function and the logarithm of the hand-written kernels: theirs alone, so that they are a limit for the library's.</summary>
/// <remarks>
/// Inlined, without branches and tables. The polynomials interpolate at Chebyshev nodes; what they leave out is below 2·10⁻¹⁷ of the result.
/// They are summed as trees (Estrin's scheme), whose branches a processor overlaps.
/// </remarks>
internal static class VectorMath
{
    private const double Log2OfE = 1.4426950408889634;

    /// <summary>ln 2 in two parts: the upper one has 32 significant bits, so that its product with an exponent is exact.</summary>
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>1.5 · 2⁵²: numbers of this size have no fractional bits.</summary>
    private const double RoundingShift = 6755399441055744;

    private const int MantissaBits = 52;
    private const double ExponentOfOne = 1023;
    private const long BitsOfRootOfHalf = 0x3FE6A09E667F3BCD;

    /// <summary>exp(x) for |x| up to 10¹⁵, within 1.2 ulp where the result is a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp(V x)
    {
        V exponent = X.FusedMultiplyAdd(x, X.Create(Log2OfE), X.Create(RoundingShift)) - X.Create(RoundingShift);
        V r = X.FusedMultiplyAdd(exponent, X.Create(-Ln2Low), X.FusedMultiplyAdd(exponent, X.Create(-Ln2High), x));

        // (exp(r) − 1 − r) / r² for |r| up to ½ ln 2.
        V r2 = r * r;
        V low = X.FusedMultiplyAdd(r2, Pair(r, 0.04166666666662399, 0.008333333333330051), Pair(r, 0.5000000000000001, 0.16666666666666669));
        low = X.FusedMultiplyAdd(r2, low, r);
        V high = X.FusedMultiplyAdd(r2, Pair(r, 2.480152119021773e-05, 2.7557268378684192e-06), Pair(r, 0.0013888888917281794, 0.00019841269863105968));
        V top = Pair(r, 2.7620138719733994e-07, 2.5100424157005067e-08);
        V r4 = r2 * r2;
        V tail = X.FusedMultiplyAdd(r4, top, high);
        return Scale(V.One + X.FusedMultiplyAdd(r4 * r2, tail, low), exponent);
    }

    /// <summary>log(x) for x that is a normal positive number, within 1 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log(V x)
    {
        // The mantissa lies between √½ and √2.
        var exponentBits = X.ShiftRightArithmetic(x.AsInt64() - X.Create(BitsOfRootOfHalf), MantissaBits);
        V f = (x.AsInt64() - X.ShiftLeft(exponentBits, MantissaBits)).AsDouble() - V.One;
        V exponent = X.ConvertToDouble(exponentBits);

        // log(1 + f) = 2 artanh(s) with s = f / (2 + f); f²/2 apart from the rest keeps f's own digits.
        V s = f / (X.Create(2d) + f), z = s * s, z2 = z * z;
        V low = X.FusedMultiplyAdd(z2, Pair(z, 0.28571428626253836, 0.22222211089379496), Pair(z, 0.666666666666667, 0.3999999999989889));
        V high = X.FusedMultiplyAdd(z2, X.Create(0.14617807153417325), Pair(z, 0.1818289243253687, 0.15331611722055008));
        V series = X.FusedMultiplyAdd(z2 * z2, high, low);
        V half = X.Create(0.5) * f * f;
        V small = X.FusedMultiplyAdd(s, X.FusedMultiplyAdd(z, series, half), exponent * X.Create(Ln2Low));
        return X.FusedMultiplyAdd(exponent, X.Create(Ln2High), f - (half - small));
    }

    /// <summary>power · 2^exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Scale(V power, V exponent)
    {
        if (Avx512F.IsSupported) return Avx512F.Scale(power, exponent);
        V bounded = X.Min(X.Max(exponent, X.Create(1 - ExponentOfOne)), X.Create(ExponentOfOne));
        return power * X.ShiftLeft((bounded + X.Create(RoundingShift + ExponentOfOne)).AsInt64(), MantissaBits).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pair(V x, double a, double b) => X.FusedMultiplyAdd(x, X.Create(b), X.Create(a));
}
