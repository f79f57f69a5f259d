using System.Runtime.CompilerServices;

namespace ProbModels;

internal static partial class GammaFunctions
{
    /// <inheritdoc cref="ScalarFunctions.Digamma"/>
    [MethodImpl(Inline)]
    public static T Digamma<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(ReflectedBelow, x) ? DigammaOnTheRight(x) : ReflectedDigamma(x);

    /// <summary>ψ(x) = ψ(−x) − 1/x − π cot πx, Abramowitz and Stegun (1964) 6.3.7, where x is below −½.</summary>
    [MethodImpl(Hot)]
    private static T ReflectedDigamma<T>(T x)
        where T : struct, ILane<T>
        => DigammaOnTheLeft(x);

    [MethodImpl(Inline)]
    private static T DigammaOnTheLeft<T>(T x)
        where T : struct, ILane<T>
    {
        T result = DigammaOnTheRight(T.IfLess(x, ReflectedBelow, -x, x));
        T sin = Angles.SinCosTurns(HalfTurnsOf(x), out T cos);
        T reflected = T.IfEqual(T.Floor(x), x, double.NaN, result - 1 / x - 2 * Angles.HalfPi * cos / sin);
        return T.IfLess(x, ReflectedBelow, reflected, result);
    }

    /// <summary>ψ(x) for x above −½.</summary>
    [MethodImpl(Inline)]
    private static T DigammaOnTheRight<T>(T x)
        where T : struct, ILane<T>
    {
        if (T.IsSingle && T.AllLess(AsymptoticFrom, x)) return AsymptoticDigamma(x, 1 / x);

        // ψ(x) = ψ(2 + t) + a sum of reciprocals, as one quotient.
        T t = AroundTwo(x, out T top, out T bottom);
        T quotient = T.IfLess(x, AsymptoticFrom, top, 1) / T.IfLess(x, AsymptoticFrom, bottom, x);
        T taylor = T.FusedMultiplyAdd(t, DigammaSeries(t), OneMinusEuler) + quotient;
        return T.IsSingle && T.AllLess(x, AsymptoticFrom) ? taylor : T.IfLess(x, AsymptoticFrom, taylor, AsymptoticDigamma(x, quotient));
    }

    /// <summary>Abramowitz and Stegun (1964) 6.3.18, fitted in 1/x².</summary>
    [MethodImpl(Inline)]
    private static T AsymptoticDigamma<T>(T x, T inverse)
        where T : struct, ILane<T>
    {
        T z = inverse * inverse, z2 = z * z;
        T series = Polynomial.Of(
            z, z2, z2 * z2, 0.08333333333333333, -0.008333333333331664, 0.003968253965999701, -0.004166665501516725,
            0.007575459920369176, -0.02105106090804774, 0.08002337465397756, -0.299425370626735);
        return Logarithms.Log(x) - T.FusedMultiplyAdd(z, series, 0.5 * inverse);
    }

    /// <summary>Moves x between −½ and 8 to 2 + t with |t| at most ½, exactly.</summary>
    /// <param name="x">Any number; only results for those are used.</param>
    /// <param name="top">The numerator of ψ(x) − ψ(2 + t).</param>
    /// <param name="bottom">Its denominator.</param>
    [MethodImpl(Inline)]
    private static T AroundTwo<T>(T x, out T top, out T bottom)
        where T : struct, ILane<T>
    {
        const int Steps = 7;
        T start = T.IfLess(x, AsymptoticFrom, x, 1), current = start, sum = 0, product = 1;
        for (double step = 1; step < Steps; step++)
        {
            T less = start - step;
            if (T.IsSingle && T.AllLess(less, TaylorFrom)) break;
            sum = T.IfLess(less, TaylorFrom, sum, T.FusedMultiplyAdd(sum, less, product));
            product *= T.IfLess(less, TaylorFrom, 1, less);
            current = T.IfLess(less, TaylorFrom, current, less);
        }

        top = T.IfLess(x, TaylorFrom, T.IfLess(x, 0.5, -(x + x + 1), -1), sum);
        bottom = T.IfLess(x, TaylorFrom, T.IfLess(x, 0.5, x * (x + 1), x), product);
        return T.IfLess(x, TaylorFrom, T.IfLess(x, 0.5, x, x - 1), current - 2);
    }

    /// <summary>(ψ(2 + t) − ψ(2)) / t for |t| up to ½: Abramowitz and Stegun (1964) 6.3.14.</summary>
    [MethodImpl(Inline)]
    private static T DigammaSeries<T>(T t)
        where T : struct, ILane<T>
    {
        T t2 = t * t, t4 = t2 * t2, t8 = t4 * t4;
        T low = Polynomial.Of(
            t, t2, t4, 0.6449340668482264, -0.2020569031595943, 0.08232323371113867, -0.03692775514337017,
            0.01734306198438597, -0.008349277381891243, 0.004077356201167754, -0.0020083928276938617);
        T middle = Polynomial.Of(
            t, t2, t4, 0.0009945750444381885, -0.0004941885624310799, 0.00024608778913478516, -0.00012271396546858747,
            6.123702428790365e-05, -3.0582681132076434e-05, 1.53437077428442e-05, -7.667920630194959e-06);
        T high = Polynomial.Of(t, t2, 3.6143737954653667e-06, -1.806756923510864e-06, 1.313952228369081e-06, -6.569208594259734e-07);
        return T.FusedMultiplyAdd(t8, T.FusedMultiplyAdd(t8, high, middle), low);
    }
}
