using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Hyperbolic functions, from exponentials of the argument's size.</summary>
internal static class Hyperbolics
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>From here on the hyperbolic sine and cosine are infinite in double precision.</summary>
    private const double Infinite = 711;

    /// <inheritdoc cref="ScalarFunctions.Tanh"/>
    [MethodImpl(Inline)]
    public static T Tanh<T>(T x)
        where T : struct, ILane<T>
    {
        const double OneFrom = 22;
        T size = T.Least(OneFrom, T.Abs(x)), e = Exponentials.Expm1(size + size);
        return e / (e + 2) | (x & -0.0);
    }

    /// <inheritdoc cref="ScalarFunctions.Sinh"/>
    [MethodImpl(Inline)]
    public static T Sinh<T>(T x)
        where T : struct, ILane<T>
    {
        // ½(e + e / (1 + e)) with e = exp(|x|) − 1 keeps the digits near 0; further out ½ exp(|x|) − ½ exp(−|x|) has no need for it.
        const double SmallUpTo = 1;
        T size = T.Abs(x), half = HalfOfExp(size), e = Exponentials.Expm1(T.Least(SmallUpTo, size));
        T ratio = T.IfLess(size, SmallUpTo, e, 0.25) / T.IfLess(size, SmallUpTo, 1 + e, half);
        return T.IfLess(size, SmallUpTo, 0.5 * (e + ratio), half - ratio) | (x & -0.0);
    }

    /// <inheritdoc cref="ScalarFunctions.Cosh"/>
    [MethodImpl(Inline)]
    public static T Cosh<T>(T x)
        where T : struct, ILane<T>
    {
        T half = HalfOfExp(T.Abs(x));
        return half + 0.25 / half;
    }

    /// <summary>½ exp(x) for positive x, which is finite where exp(x) may not be.</summary>
    [MethodImpl(Inline)]
    private static T HalfOfExp<T>(T x)
        where T : struct, ILane<T>
    {
        T r = Exponentials.Reduce(T.Least(Infinite, x), out T shifted);
        return T.Scale(1 + Exponentials.ExpMinusOne(r), shifted - (Scaling.RoundingShift + 1));
    }
}
