using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>Memory for vectors of one dimension, laid out for loops that read several of them side by side.</summary>
/// <remarks>
/// Each vector starts on a cache line of its own. Vectors longer than a page also start at page boundaries: else a processor that compares the
/// lower twelve bits of addresses takes a load from one vector for the number just stored in another, and waits (twice the time at 1,000 dimensions).
/// </remarks>
internal sealed class VectorArena
{
    private const int Line = 64 / sizeof(double), Page = 4096 / sizeof(double);

    private readonly double[] _block;
    private readonly int _dimension;
    private readonly int _stride;
    private int _next;

    public VectorArena(int dimension, int vectors)
    {
        _dimension = dimension;
        int unit = dimension > Page ? Page : Line;
        _stride = Math.Max(unit, RoundUp(dimension, unit));
        _block = GC.AllocateArray<double>(checked(_stride * vectors + unit), pinned: true);
        _next = ToBoundary(ref MemoryMarshal.GetArrayDataReference(_block), unit);
    }

    /// <summary>A vector of zeros.</summary>
    public LaneVector Take()
    {
        if (_next + _stride > _block.Length) throw new InvalidOperationException("The arena was made for fewer vectors.");
        var vector = new LaneVector(_block, _next, _dimension);
        _next += _stride;
        return vector;
    }

    private static int RoundUp(int count, int unit) => (count + unit - 1) / unit * unit;

    /// <summary>How many numbers lie before the next boundary. The block is pinned, so that the answer stays right.</summary>
    private static unsafe int ToBoundary(ref double first, int unit)
    {
        nuint address = (nuint)Unsafe.AsPointer(ref first) / sizeof(double);
        return (int)((nuint)unit - address % (nuint)unit) % unit;
    }
}
