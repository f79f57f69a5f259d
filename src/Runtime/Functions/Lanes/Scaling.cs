using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Powers of two, made of bits.</summary>
internal static class Scaling
{
    /// <summary>1.5 · 2⁵²: a number of moderate size is rounded to an integer by adding it, and that integer stands in the lowest bits of the sum.</summary>
    public const double RoundingShift = 6755399441055744;

    public const int MantissaBits = 52;

    /// <summary>The bits of 1.</summary>
    public const long One = 1023L << MantissaBits;

    /// <summary>2ⁿ for an integer n between −1023, where it is 0, and 1023, given as n + <see cref="RoundingShift"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T PowerOfTwo<T>(T shifted)
        where T : struct, ILane<T>
        => T.AddBits(T.ShiftLeft(shifted, MantissaBits), T.FromBits(One));

    /// <summary><see cref="ILane{TSelf}.Scale"/> where there is no such instruction: the first product is exact, the second rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T InTwoSteps<T>(T a, T n)
        where T : struct, ILane<T>
    {
        T half = T.FusedMultiplyAdd(n, 0.5, RoundingShift);
        return a * PowerOfTwo(half) * PowerOfTwo(n - (half - RoundingShift) + RoundingShift);
    }
}
