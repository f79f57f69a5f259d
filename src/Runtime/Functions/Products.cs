using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Products with a logarithm, and quotients, that are 0 where their first factor is, whatever the second.</summary>
internal static class Products
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc cref="ScalarFunctions.XLogY"/>
    [MethodImpl(Inline)]
    public static T XLogY<T>(T x, T y)
        where T : struct, ILane<T>
        => ZeroWhereZero(x, y, x * Logarithms.Log(y));

    /// <inheritdoc cref="ScalarFunctions.XLog1pY"/>
    [MethodImpl(Inline)]
    public static T XLog1pY<T>(T x, T y)
        where T : struct, ILane<T>
        => ZeroWhereZero(x, y, x * Logarithms.Log1p(y));

    /// <inheritdoc cref="ScalarFunctions.DivideOrZero"/>
    [MethodImpl(Inline)]
    public static T DivideOrZero<T>(T x, T y)
        where T : struct, ILane<T>
        => ZeroWhereZero(x, y, x / y);

    /// <summary>A value, but 0 where x is 0 and y is a number.</summary>
    [MethodImpl(Inline)]
    private static T ZeroWhereZero<T>(T x, T y, T value)
        where T : struct, ILane<T>
        => T.IfEqual(x, 0, T.IfEqual(y, y, 0, y), value);
}
