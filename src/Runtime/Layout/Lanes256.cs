using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>What generated code needs of vectors of 256 bits beyond the platform's own operations.</summary>
/// <remarks>Three classes of the same members, one for each width, so that one text of generated code serves all.</remarks>
public static class Lanes256
{
    /// <summary>All bits set in the first <paramref name="count"/> lanes, none in the others.</summary>
    /// <remarks>The numbers are a literal, not a static field: a loop that checks whether a class is initialised keeps no vector in a register.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> First(int count) =>
        Vector256.LessThan(Vector256.Create(0d, 1d, 2d, 3d), Vector256.Create((double)count));

    /// <summary>Whether all bits are set in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool All(Vector256<double> mask) => Vector256.EqualsAll(mask.AsInt64(), Vector256<long>.AllBitsSet);

    /// <summary>The elements of <paramref name="source"/> at 4 consecutive indices.</summary>
    /// <remarks>Where the eight rows around have one index, one load; else 4 scalar loads: they are faster than the gather instruction.</remarks>
    /// <param name="source">The array.</param>
    /// <param name="indices">The indices.</param>
    /// <param name="common">For each eight indices the one that all of them are, or −1.</param>
    /// <param name="offset">The place of the first index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Gather(ref double source, ref int indices, ref int common, nuint offset)
    {
        int shared = Unsafe.Add(ref common, offset / 8);
        if (shared >= 0) return Vector256.Create(Unsafe.Add(ref source, shared));
        ref int start = ref Unsafe.Add(ref indices, offset);
        return Vector256.Create(
            Unsafe.Add(ref source, Unsafe.Add(ref start, 0)),
            Unsafe.Add(ref source, Unsafe.Add(ref start, 1)),
            Unsafe.Add(ref source, Unsafe.Add(ref start, 2)),
            Unsafe.Add(ref source, Unsafe.Add(ref start, 3)));
    }
}
