using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The cumulative distribution of a standard normal number, its logarithm and the derivative of that.</summary>
internal static class NormalFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const double SqrtHalf = 0.7071067811865476, SqrtTwo = 1.4142135623730951, SqrtTwoOverPi = 0.7978845608028654;

    /// <summary>Beyond this size exp(−x²/2) is 0, and what multiplies it need not be known.</summary>
    private const double ZeroFrom = 40;

    /// <inheritdoc cref="ScalarFunctions.NormalCdf"/>
    [MethodImpl(Inline)]
    public static T NormalCdf<T>(T x)
        where T : struct, ILane<T>
    {
        if (T.IsSingle && T.AllLess(T.Abs(x), ErrorFunctions.CentreUpTo)) return Centre(x);
        T size = T.Least(ZeroFrom, T.Abs(x)), scaled = Scaled(size);
        return Cdf(x, 0.5 * ErrorFunctions.ExpOfMinusSquare(size, 0.5) * scaled);
    }

    /// <inheritdoc cref="ScalarFunctions.LogNormalCdf"/>
    [MethodImpl(Inline)]
    public static T LogNormalCdf<T>(T x)
        where T : struct, ILane<T>
    {
        // Far out on the left the logarithm of the exponential is taken apart, on the right that of a number close to 1.
        const double LeftTailBelow = -1, LogarithmIsLostFrom = 1e9;
        T size = T.Abs(x), scaled = Scaled(T.Least(LogarithmIsLostFrom, size));
        if (T.IsSingle && T.AllLess(x, LeftTailBelow)) return T.FusedMultiplyAdd(-0.5 * x, x, Logarithms.Log(0.5 * scaled));

        T near = T.Least(ZeroFrom, size), tail = 0.5 * ErrorFunctions.ExpOfMinusSquare(near, 0.5) * scaled;
        T lower = T.IfLess(size, ErrorFunctions.CentreUpTo, Centre(-size), tail);
        T argument = T.IfLess(x, 0, T.IfLess(x, LeftTailBelow, 0.5 * scaled, lower), 1 - lower);
        T log = Logarithms.LogNearOne(argument, T.IfLess(x, 0, argument - 1, -lower));
        return T.IfLess(x, LeftTailBelow, T.FusedMultiplyAdd(-0.5 * x, x, log), log);
    }

    /// <inheritdoc cref="ScalarFunctions.InverseMillsRatio"/>
    [MethodImpl(Inline)]
    public static T InverseMillsRatio<T>(T x)
        where T : struct, ILane<T>
    {
        // On the left √(2/π) / scaled, as one quotient.
        const double AsymptoteFrom = 1e9;
        T size = T.Least(AsymptoteFrom, T.Abs(x)), flat = ErrorFunctions.FlatErfc(SqrtHalf * size);
        T slope = T.FusedMultiplyAdd(SqrtTwo, size, 1), left = SqrtTwoOverPi * slope;
        if (T.IsSingle && T.AllLess(x, 0)) return T.IfLess(x, -AsymptoteFrom, -x, left / flat);

        T e = ErrorFunctions.ExpOfMinusSquare(T.Least(ZeroFrom, size), 0.5), cdf = Cdf(x, 0.5 * e * (flat / slope));
        T ratio = T.IfLess(x, 0, left, 0.5 * SqrtTwoOverPi * e) / T.IfLess(x, 0, flat, cdf);
        return T.IfLess(x, -AsymptoteFrom, -x, ratio);
    }

    /// <summary>2 Φ(−x) exp(x²/2), for x from 0 to 10⁹.</summary>
    [MethodImpl(Inline)]
    private static T Scaled<T>(T x)
        where T : struct, ILane<T>
        => ErrorFunctions.FlatErfc(SqrtHalf * x) / T.FusedMultiplyAdd(SqrtTwo, x, 1);

    /// <summary>Φ(x), where Φ(−|x|) is known unless x is close to 0.</summary>
    [MethodImpl(Inline)]
    private static T Cdf<T>(T x, T tail)
        where T : struct, ILane<T>
        => T.IfLess(T.Abs(x), ErrorFunctions.CentreUpTo, Centre(x), T.IfLess(x, 0, tail, 1 - tail));

    /// <summary>Φ(x) for |x| up to ½.</summary>
    [MethodImpl(Inline)]
    private static T Centre<T>(T x)
        where T : struct, ILane<T>
        => T.FusedMultiplyAdd(0.5, ErrorFunctions.Centre(SqrtHalf * x), 0.5);
}
