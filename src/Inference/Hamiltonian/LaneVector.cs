using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>A vector of the sampler, padded with zeros to whole lanes of eight, so that loops over it need no tail.</summary>
/// <remarks>
/// Loops keep eight partial sums whatever the hardware's width, and never contract a product with a sum, so that results do not depend
/// on the machine. Zeros in the padding stay zeros and add nothing.
/// </remarks>
internal readonly struct LaneVector
{
    /// <summary>The count of numbers that a loop takes at a time.</summary>
    public const int Width = 8;

    private readonly double[] _block;
    private readonly int _start;
    private readonly int _dimension;

    public LaneVector(double[] block, int start, int dimension) => (_block, _start, _dimension) = (block, start, dimension);

    /// <summary>The numbers, without the padding.</summary>
    public Span<double> Span => _block.AsSpan(_start, _dimension);

    /// <summary>The first number, for loops over whole lanes.</summary>
    public ref double First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_block), _start);
    }

    /// <summary>Loads eight numbers of a vector that other code has just written, likely one by one at its end.</summary>
    /// <remarks>
    /// A wide load must wait until the narrow stores before it have reached the cache, which takes longer than a leapfrog in few
    /// dimensions; narrow loads take the numbers from the stores.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref double first, nuint index, int dimension)
    {
        if (index + Width <= (nuint)dimension) return Vector512.LoadUnsafe(ref first, index);
        ref double x = ref Unsafe.Add(ref first, index);
        return Vector512.Create(
            x, Unsafe.Add(ref x, 1), Unsafe.Add(ref x, 2), Unsafe.Add(ref x, 3),
            Unsafe.Add(ref x, 4), Unsafe.Add(ref x, 5), Unsafe.Add(ref x, 6), Unsafe.Add(ref x, 7));
    }

    /// <summary>The sum of eight partial sums, in an order that is the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> partial)
    {
        var four = partial.GetLower() + partial.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }
}
