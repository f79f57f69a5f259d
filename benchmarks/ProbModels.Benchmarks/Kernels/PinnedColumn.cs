using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels.Benchmarks;

/// <summary>Numbers at a fixed address that is a multiple of 64, with zeros after them up to a multiple of eight.</summary>
internal sealed unsafe class PinnedColumn
{
    private const int Lanes = 8, Alignment = 64;

    // Keeps alive what the pointer points to.
    private readonly double[] _storage;

    public PinnedColumn(IReadOnlyList<double> values)
    {
        int padded = (values.Count + Lanes - 1) / Lanes * Lanes;
        _storage = GC.AllocateArray<double>(padded + Lanes, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_storage));
        Start = (double*)((address + Alignment - 1) / Alignment * Alignment);
        for (int i = 0; i < values.Count; i++) Start[i] = values[i];
    }

    /// <summary>The first number.</summary>
    public double* Start { get; }
}
