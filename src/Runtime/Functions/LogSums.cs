using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Functions of numbers that are known by their logarithms. Exponentials are of negative numbers only: the others overflow.</summary>
internal static class LogSums
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc cref="ScalarFunctions.Logistic"/>
    [MethodImpl(Inline)]
    public static T Logistic<T>(T x)
        where T : struct, ILane<T>
        => Logistic(x, ExpOfMinusSize(x));

    /// <inheritdoc cref="ScalarFunctions.Softplus"/>
    [MethodImpl(Inline)]
    public static T Softplus<T>(T x)
        where T : struct, ILane<T>
        => Softplus(x, ExpOfMinusSize(x));

    /// <inheritdoc cref="ScalarFunctions.SoftplusAndLogistic"/>
    [MethodImpl(Inline)]
    public static T SoftplusAndLogistic<T>(T x, out T logistic)
        where T : struct, ILane<T>
    {
        T e = ExpOfMinusSize(x);
        logistic = Logistic(x, e);
        return Softplus(x, e);
    }

    /// <inheritdoc cref="ScalarFunctions.LogAddExp"/>
    [MethodImpl(Inline)]
    public static T LogAddExp<T>(T a, T b)
        where T : struct, ILane<T>
    {
        // Infinities would be subtracted from each other; the greater is the answer, unless the other is NaN.
        T greater = T.Greatest(a, b);
        T sum = greater + Logarithms.Log1pOfUnit(ExpOfMinusSize(a - b));
        return T.IfEqual(T.Abs(greater), double.PositiveInfinity, T.IfEqual(a, a, greater, a), sum);
    }

    [MethodImpl(Inline)]
    private static T ExpOfMinusSize<T>(T x)
        where T : struct, ILane<T>
        => Exponentials.ExpBelowOverflow(-T.Abs(x));

    [MethodImpl(Inline)]
    private static T Logistic<T>(T x, T e)
        where T : struct, ILane<T>
        => T.IfLess(x, 0, e, 1) / (1 + e);

    [MethodImpl(Inline)]
    private static T Softplus<T>(T x, T e)
        where T : struct, ILane<T>
        => T.Greatest(0, x) + Logarithms.Log1pOfUnit(e);
}
