using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>Eight partial sums: element i of a plate goes to sum i mod 8 whatever the vector width, so that results do not depend on it.</summary>
/// <remarks>Two vectors, not an array: as long as nobody asks for <see cref="Start"/> the runtime keeps them in registers.</remarks>
public struct Partials
{
    private Vector256<double> _low, _high;

    /// <summary>The first of the eight, which lie one after the other.</summary>
    [UnscopedRef]
    public ref double Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.As<Vector256<double>, double>(ref _low);
    }

    /// <summary>Sets all eight.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="part">0: for the narrower vectors, the number of the first sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(Vector512<double> sums, int part) => (_low, _high) = (sums.GetLower(), sums.GetUpper());

    /// <summary>Sets four of the eight.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="part">The number of the first, 0 or 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(Vector256<double> sums, int part)
    {
        if (part == 0) _low = sums;
        else _high = sums;
    }

    /// <summary>Sets two of the eight.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="part">The number of the first: 0, 2, 4 or 6.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(Vector128<double> sums, int part)
    {
        if (part == 0) _low = _low.WithLower(sums);
        else if (part == 2) _low = _low.WithUpper(sums);
        else if (part == 4) _high = _high.WithLower(sums);
        else _high = _high.WithUpper(sums);
    }

    /// <summary>Eight partial sums added up, in the order of <see cref="Total()"/>.</summary>
    public static double Total(ReadOnlySpan<double> partials) => Total(Vector256.Create(partials), Vector256.Create(partials[4..]));

    /// <summary>The greatest of the eight; NaN where any is.</summary>
    public readonly double Greatest()
    {
        var four = Vector256.Max(_low, _high);
        double greatest = four[0];
        for (int i = 1; i < 4; i++) greatest = Math.Max(greatest, four[i]);
        return greatest;
    }

    /// <summary>The eight added up, in a fixed order: halves onto each other, so that three additions follow one another and not seven.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Total() => Total(_low, _high);

    /// <summary>Eight partial sums added up, in the order of <see cref="Total()"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Total(Vector256<double> low, Vector256<double> high)
    {
        var four = low + high;
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }
}
