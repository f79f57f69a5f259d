using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The logarithm of the gamma function and its derivatives.</summary>
/// <remarks>
/// From 8 on an asymptotic series; below, Taylor's around 2, where Γ(x + 1) = x Γ(x) leads. Left of −½ the reflection. These are long: each
/// is a method that the vector functions call, and whatever a lane needs is computed for all.
/// </remarks>
internal static partial class GammaFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>1 − γ, the derivative of log Γ at 2, and ½ log 2π.</summary>
    private const double OneMinusEuler = 0.42278433509846714, HalfLogTwoPi = 0.9189385332046728;

    /// <summary>From here on eight terms of the asymptotic series are exact to the last digit.</summary>
    public const double AsymptoticFrom = 8;

    private const double TaylorFrom = 1.5, ReflectedBelow = -0.5;

    /// <inheritdoc cref="ScalarFunctions.LogGamma"/>
    [MethodImpl(Inline)]
    public static T LogGamma<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(ReflectedBelow, x) ? LogGammaOnTheRight(x) : ReflectedLogGamma(x);

    /// <summary>log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x of 8 or more: Abramowitz and Stegun (1964) 6.1.41, fitted in 1/x².</summary>
    /// <param name="inverse">1/x.</param>
    [MethodImpl(Inline)]
    public static T StirlingCorrection<T>(T inverse)
        where T : struct, ILane<T>
    {
        T z = inverse * inverse, z2 = z * z;
        return inverse * Polynomial.Of(
            z, z2, z2 * z2, 0.08333333333333333, -0.0027777777777776747, 0.0007936507935117282, -0.0005952380234291254,
            0.0008417325268022405, -0.001914965912162907, 0.0062081367662297935, -0.020855820837463113);
    }

    /// <summary>log |Γ(x)| = log(π / |x sin πx|) − log Γ(−x), Abramowitz and Stegun (1964) 6.1.17, where x is below −½.</summary>
    [MethodImpl(Hot)]
    private static T ReflectedLogGamma<T>(T x)
        where T : struct, ILane<T>
        => LogGammaOnTheLeft(x);

    [MethodImpl(Inline)]
    private static T LogGammaOnTheLeft<T>(T x)
        where T : struct, ILane<T>
    {
        T size = T.IfLess(x, ReflectedBelow, -x, x), result = LogGammaOnTheRight(size);
        T sin = Angles.SinCosTurns(HalfTurnsOf(x), out _);
        T reflected = Logarithms.Log(2 * Angles.HalfPi / T.Abs(x * sin)) - result;

        // At a pole, and at −∞, it is +∞.
        reflected = T.IfEqual(T.Floor(x), x, double.PositiveInfinity, reflected);
        return T.IfLess(x, ReflectedBelow, reflected, result);
    }

    /// <summary>log |Γ(x)| for x above −½.</summary>
    [MethodImpl(Inline)]
    private static T LogGammaOnTheRight<T>(T x)
        where T : struct, ILane<T>
    {
        if (T.IsSingle && T.AllLess(AsymptoticFrom, x)) return Asymptotic(x, Logarithms.Log(x));

        // log Γ(x) = log Γ(2 + t) + log of the factors between, or − log of those that are too many.
        T t = AroundTwo(x, out T factors);
        T argument = T.IfLess(x, AsymptoticFrom, T.IfLess(x, TaylorFrom, T.Abs(factors), factors), x);
        T log = Logarithms.Log(argument);
        T taylor = t * T.FusedMultiplyAdd(t, LogGammaSeries(t), OneMinusEuler) + T.IfLess(x, TaylorFrom, -log, log);
        return T.IsSingle && T.AllLess(x, AsymptoticFrom) ? taylor : T.IfLess(x, AsymptoticFrom, taylor, Asymptotic(x, log));
    }

    [MethodImpl(Inline)]
    private static T Asymptotic<T>(T x, T log)
        where T : struct, ILane<T>
        => T.FusedMultiplyAdd(x - 0.5, log - 1, (HalfLogTwoPi - 0.5) + StirlingCorrection(1 / x));

    /// <summary>Moves x between −½ and 8 to 2 + t with |t| at most ½, exactly.</summary>
    /// <param name="x">Any number; only results for those are used.</param>
    /// <param name="factors">Γ(x) / Γ(2 + t) where x is 1.5 or more, else Γ(2 + t) / Γ(x).</param>
    [MethodImpl(Inline)]
    private static T AroundTwo<T>(T x, out T factors)
        where T : struct, ILane<T>
    {
        const int Steps = 7;
        T start = T.IfLess(x, AsymptoticFrom, x, 1), current = start, product = 1;
        for (double step = 1; step < Steps; step++)
        {
            T less = start - step;
            if (T.IsSingle && T.AllLess(less, TaylorFrom)) break;
            product *= T.IfLess(less, TaylorFrom, 1, less);
            current = T.IfLess(less, TaylorFrom, current, less);
        }

        factors = T.IfLess(x, TaylorFrom, T.IfLess(x, 0.5, x * (x + 1), x), product);
        return T.IfLess(x, TaylorFrom, T.IfLess(x, 0.5, x, x - 1), current - 2);
    }

    /// <summary>(log Γ(2 + t) / t − (1 − γ)) / t for |t| up to ½: Abramowitz and Stegun (1964) 6.1.33.</summary>
    [MethodImpl(Inline)]
    private static T LogGammaSeries<T>(T t)
        where T : struct, ILane<T>
    {
        T t2 = t * t, t4 = t2 * t2, t8 = t4 * t4;
        T low = Polynomial.Of(
            t, t2, t4, 0.3224670334241132, -0.0673523010531981, 0.02058080842778457, -0.007385551028673995,
            0.002890510330738728, -0.0011927539117019227, 0.0005096695248857253, -0.000223154758521888);
        T middle = Polynomial.Of(
            t, t2, t4, 9.945750908961502e-05, -4.4926234970543704e-05, 2.050726753167361e-05, -9.439514488390425e-06,
            4.374374075177684e-06, -2.038979886563506e-06, 9.578698885829385e-07, -4.5055309246231086e-07);
        T high = Polynomial.Of(t, t2, 2.0304000285413188e-07, -9.610925060605394e-08, 6.379807043609944e-08, -3.041570519442635e-08);
        return T.FusedMultiplyAdd(t8, T.FusedMultiplyAdd(t8, high, middle), low);
    }

    /// <summary>x/2 but for an integer, exactly: the angle πx in turns, also where x is too large for <see cref="Angles.SinCosTurns"/>.</summary>
    [MethodImpl(Inline)]
    private static T HalfTurnsOf<T>(T x)
        where T : struct, ILane<T>
    {
        const double WholeFrom = 1L << 50;
        T half = 0.5 * x, nearest = half + Scaling.RoundingShift - Scaling.RoundingShift;
        return half - T.IfLess(T.Abs(half), WholeFrom, nearest, T.Floor(half));
    }
}
