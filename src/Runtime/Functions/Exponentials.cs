using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The exponential function and exp(x) − 1: exp(x) = 2ⁿ exp(r) with |r| at most ½ ln 2, and a polynomial there.</summary>
internal static class Exponentials
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>ln 2 in two parts: the upper one has 32 significant bits, so that its product with an exponent is exact.</summary>
    public const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Beyond these, the exponential function is infinite and 0 in double precision.</summary>
    public const double Greatest = 710, Least = -746;

    /// <summary>Up to here the exponential function is a number in double precision.</summary>
    private const double GreatestFinite = 709.782712893384;

    private const double Log2OfE = 1.4426950408889634;

    /// <inheritdoc cref="ScalarFunctions.Exp"/>
    [MethodImpl(Inline)]
    public static T Exp<T>(T x)
        where T : struct, ILane<T>
        => ExpBelowOverflow(T.Least(Greatest, x));

    /// <inheritdoc cref="ScalarFunctions.FiniteExp"/>
    [MethodImpl(Inline)]
    public static T FiniteExp<T>(T x)
        where T : struct, ILane<T>
        => ExpBelowOverflow(T.Least(GreatestFinite, x));

    /// <summary>exp(x) for x up to 710.</summary>
    [MethodImpl(Inline)]
    public static T ExpBelowOverflow<T>(T x)
        where T : struct, ILane<T>
    {
        T r = Reduce(T.Greatest(Least, x), out T shifted);
        return T.Scale(1 + ExpMinusOne(r), shifted - Scaling.RoundingShift);
    }

    /// <summary>exp(x + rest), for a rest that is small beside x.</summary>
    [MethodImpl(Inline)]
    public static T Exp<T>(T x, T rest)
        where T : struct, ILane<T>
    {
        T r = rest + Reduce(T.Greatest(Least, T.Least(Greatest, x)), out T shifted);
        return T.Scale(1 + ExpMinusOne(r), shifted - Scaling.RoundingShift);
    }

    /// <inheritdoc cref="ScalarFunctions.Expm1"/>
    [MethodImpl(Inline)]
    public static T Expm1<T>(T x)
        where T : struct, ILane<T>
    {
        const double MinusOneFrom = -50;
        T r = Reduce(T.Greatest(MinusOneFrom, T.Least(Greatest, x)), out T shifted);
        return MinusOne(x, ExpMinusOne(r), shifted);
    }

    /// <summary>exp(x) and exp(x) − 1 for x up to 710.</summary>
    [MethodImpl(Inline)]
    public static T ExpAndMinusOne<T>(T x, out T minusOne)
        where T : struct, ILane<T>
    {
        T r = Reduce(T.Greatest(Least, x), out T shifted), p = ExpMinusOne(r);
        minusOne = MinusOne(x, p, shifted);
        return T.Scale(1 + p, shifted - Scaling.RoundingShift);
    }

    /// <summary>2ⁿ(1 + p) − 1: twice 2ⁿ⁻¹ p + (2ⁿ⁻¹ − ½), in which n may be 1024; the difference is exact up to 2⁵³.</summary>
    [MethodImpl(Inline)]
    private static T MinusOne<T>(T x, T p, T shifted)
        where T : struct, ILane<T>
    {
        const double IdentityUpTo = 1e-16;
        T halfPower = Scaling.PowerOfTwo(shifted - 1), half = T.FusedMultiplyAdd(halfPower, p, halfPower - 0.5);
        return T.IfLess(T.Abs(x), IdentityUpTo, x, half + half);
    }

    /// <summary>Writes x as n ln 2 + r.</summary>
    /// <param name="x">A number between −746 and 710.</param>
    /// <param name="shifted">n + <see cref="Scaling.RoundingShift"/>.</param>
    [MethodImpl(Inline)]
    public static T Reduce<T>(T x, out T shifted)
        where T : struct, ILane<T>
    {
        shifted = T.FusedMultiplyAdd(x, Log2OfE, Scaling.RoundingShift);
        T n = shifted - Scaling.RoundingShift;
        return T.FusedMultiplyAdd(n, -Ln2Low, T.FusedMultiplyAdd(n, -Ln2High, x));
    }

    /// <summary>exp(r) − 1 for |r| at most ½ ln 2.</summary>
    [MethodImpl(Inline)]
    public static T ExpMinusOne<T>(T r)
        where T : struct, ILane<T>
    {
        T r2 = r * r, r4 = r2 * r2;
        T low = Polynomial.Of(
            r, r2, r4, 0.5, 0.1666666666666667, 0.04166666666666667, 0.008333333333326084,
            0.0013888888888883711, 0.0001984126987500228, 2.480158732567746e-05, 2.755725517000089e-06);
        T tail = T.FusedMultiplyAdd(r4 * r4, Polynomial.Of(r, r2, 2.755727347871858e-07, 2.5105312729622103e-08, 2.09147553258932e-09), low);
        return T.FusedMultiplyAdd(r2, tail, r);
    }
}
