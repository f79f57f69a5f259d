using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

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

    /// <summary>The eight added up, in a fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double Total() =>
        ((this[0] + this[4]) + (this[2] + this[6])) + ((this[1] + this[5]) + (this[3] + this[7]));
}
