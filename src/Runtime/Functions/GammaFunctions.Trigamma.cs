using System.Runtime.CompilerServices;

namespace ProbModels;

internal static partial class GammaFunctions
{
    /// <inheritdoc cref="ScalarFunctions.Trigamma"/>
    [MethodImpl(Inline)]
    public static T Trigamma<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(0, x) ? TrigammaOnTheRight(x) : ReflectedTrigamma(x);

    /// <summary>ψ′(x) = (π / sin πx)² − ψ′(1 − x), Abramowitz and Stegun (1964) 6.4.7, where x is below 0.</summary>
    [MethodImpl(Hot)]
    private static T ReflectedTrigamma<T>(T x)
        where T : struct, ILane<T>
        => TrigammaOnTheLeft(x);

    [MethodImpl(Inline)]
    private static T TrigammaOnTheLeft<T>(T x)
        where T : struct, ILane<T>
    {
        T result = TrigammaOnTheRight(T.IfLess(x, 0, 1 - x, x));
        T sin = Angles.SinCosTurns(HalfTurnsOf(x), out _), ratio = 2 * Angles.HalfPi / sin;
        T reflected = T.IfEqual(T.Floor(x), x, double.PositiveInfinity, T.FusedMultiplyAdd(ratio, ratio, -result));
        return T.IfLess(x, 0, T.IfLess(double.NegativeInfinity, x, reflected, double.NaN), result);
    }

    /// <summary>ψ′(x) for x of 0 or more.</summary>
    [MethodImpl(Inline)]
    private static T TrigammaOnTheRight<T>(T x)
        where T : struct, ILane<T>
    {
        if (T.IsSingle && T.AllLess(AsymptoticFrom, x)) return AsymptoticTrigamma(1 / x);

        // ψ′(x) = Σ 1/(x + k)² + ψ′(x + 8) over k from 0 to 7; all terms but the first as one quotient.
        T small = T.IfLess(x, AsymptoticFrom, x, 1), term = small + 1, top = 1, bottom = term * term;
        for (int k = 2; k < AsymptoticFrom; k++)
        {
            term += 1;
            T square = term * term;
            top = T.FusedMultiplyAdd(top, square, bottom);
            bottom *= square;
        }

        T first = 1 / small, sum = T.FusedMultiplyAdd(first, first, top / bottom);
        T asymptotic = AsymptoticTrigamma(1 / T.IfLess(x, AsymptoticFrom, small + AsymptoticFrom, x));
        return T.IfLess(x, AsymptoticFrom, sum + asymptotic, asymptotic);
    }

    /// <summary>Abramowitz and Stegun (1964) 6.4.12, fitted in 1/x².</summary>
    [MethodImpl(Inline)]
    private static T AsymptoticTrigamma<T>(T inverse)
        where T : struct, ILane<T>
    {
        T z = inverse * inverse, z2 = z * z;
        T series = Polynomial.Of(
            z, z2, z2 * z2, 0.16666666666666666, -0.03333333333330476, 0.023809523770911365, -0.03333331335581846,
            0.07575246348177586, -0.2523946862734603, 1.1093601965597248, -4.575304142113963);
        return T.FusedMultiplyAdd(z, T.FusedMultiplyAdd(inverse, series, 0.5), inverse);
    }
}
