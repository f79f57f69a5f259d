using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Polynomials, coefficients from the lowest power up, summed as a tree: a processor overlaps its branches.</summary>
/// <remarks>Estrin's scheme: in Horner's each step waits for the one before. <c>Reference/polynomials.py</c>, beside the tests, prints the coefficients.</remarks>
internal static class Polynomial
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static T Of<T>(T x, double c0, double c1)
        where T : struct, ILane<T>
        => T.MultiplyAdd(x, c1, c0);

    [MethodImpl(Inline)]
    public static T Of<T>(T x, T x2, double c0, double c1, double c2)
        where T : struct, ILane<T>
        => T.MultiplyAdd(x2, c2, Of(x, c0, c1));

    [MethodImpl(Inline)]
    public static T Of<T>(T x, T x2, double c0, double c1, double c2, double c3)
        where T : struct, ILane<T>
        => T.MultiplyAdd(x2, Of(x, c2, c3), Of(x, c0, c1));

    [MethodImpl(Inline)]
    public static T Of<T>(T x, T x2, T x4, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
        where T : struct, ILane<T>
        => T.MultiplyAdd(x4, Of(x, x2, c4, c5, c6, c7), Of(x, x2, c0, c1, c2, c3));
}
