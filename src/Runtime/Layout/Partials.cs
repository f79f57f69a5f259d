using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>Eight partial sums: element i of a plate goes to sum i mod 8 whatever the vector width, so that results do not depend on it.</summary>
[InlineArray(8)]
public struct Partials
{
    private double _first;

    /// <summary>The first of the eight.</summary>
    [UnscopedRef]
    public ref double Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _first;
    }

    /// <summary>Eight partial sums added up, in the order of <see cref="Total()"/>.</summary>
    public static double Total(ReadOnlySpan<double> partials)
    {
        Partials eight = default;
        partials.CopyTo(eight);
        return eight.Total();
    }

    /// <summary>The greatest of the eight; NaN where any is.</summary>
    public readonly double Greatest()
    {
        double greatest = this[0];
        for (int i = 1; i < 8; i++) greatest = Math.Max(greatest, this[i]);
        return greatest;
    }

    /// <summary>The eight added up, in a fixed order: halves onto each other, so that three additions follow one another and not seven.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Total()
    {
        ref double first = ref Unsafe.AsRef(in _first);
        return Total(Vector256.LoadUnsafe(ref first), Vector256.LoadUnsafe(ref first, 4));
    }

    /// <summary>Eight partial sums added up, in the order of <see cref="Total()"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Total(Vector256<double> low, Vector256<double> high)
    {
        var four = low + high;
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }
}
