using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>Indices laid out for vector code: padded to a multiple of eight with the last index (or zero, where there is none).</summary>
/// <remarks>Knows its runs, stretches of one index: what rows of one group read is loaded once, and what they hand to it is added up in vectors.</remarks>
public sealed class IndexColumn
{
    private const int Lanes = 8;

    private readonly int[] _storage;
    private readonly int[] _common;

    /// <summary>Where each run ends; empty where runs are so short that rows are better taken one by one.</summary>
    private int[] _ends = [];

    /// <summary>Makes a column of zeros.</summary>
    /// <param name="length">The count of elements, padding left out.</param>
    public IndexColumn(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _storage = new int[Math.Max(Lanes, (length + Lanes - 1) / Lanes * Lanes)];
        _common = new int[_storage.Length / Lanes];
    }

    /// <summary>The given indices.</summary>
    public static IndexColumn Of(ReadOnlySpan<int> indices)
    {
        var column = new IndexColumn(indices.Length);
        indices.CopyTo(column.Elements);
        column.Pad();
        return column;
    }

    /// <summary>The given indices.</summary>
    /// <exception cref="OverflowException">An index does not fit an <see cref="int"/>.</exception>
    public static IndexColumn Of(ReadOnlySpan<long> indices)
    {
        var column = new IndexColumn(indices.Length);
        for (int i = 0; i < indices.Length; i++) column[i] = checked((int)indices[i]);
        column.Pad();
        return column;
    }

    /// <summary>The elements, padding left out.</summary>
    public Span<int> Elements => _storage.AsSpan(0, Length);

    /// <summary>The count of elements, padding left out.</summary>
    public int Length { get; }

    /// <summary>The memory that it takes.</summary>
    public long Bytes => sizeof(int) * ((long)_storage.Length + _common.Length + _ends.Length);

    /// <summary>The first element.</summary>
    public ref int Start => ref MemoryMarshal.GetArrayDataReference(_storage);

    /// <summary>For each eight elements the index that all of them have, or −1.</summary>
    public ref int Common => ref MemoryMarshal.GetArrayDataReference(_common);

    /// <summary>One element.</summary>
    public ref int this[int index] => ref _storage.AsSpan(0, Length)[index];

    /// <summary>Repeats the last element in the padding and finds runs; to be called once the column is filled.</summary>
    public void Pad()
    {
        if (Length > 0) _storage.AsSpan(Length).Fill(this[Length - 1]);
        for (int block = 0; block < _common.Length; block++)
        {
            var eight = _storage.AsSpan(Lanes * block, Lanes);
            _common[block] = eight.ContainsAnyExcept(eight[0]) ? -1 : eight[0];
        }

        const int ShortestRun = 4;
        var ends = new List<int>();
        for (int i = 1; i <= Length; i++)
            if (i == Length || _storage[i] != _storage[i - 1]) ends.Add(i);
        _ends = ends.Count * ShortestRun <= Length ? [.. ends] : [];
    }

    /// <summary>Adds each row's summand to the total of its index; rows of one run first to each other, in eight partial sums.</summary>
    /// <remarks>The order depends on the indices alone, so that every machine gives the same bits.</remarks>
    /// <param name="summands">One number for each element of this column.</param>
    /// <param name="totals">Receives the totals; indices lie inside.</param>
    public void Scatter(Column summands, Column totals)
    {
        totals.Elements.Clear();
        if (_ends.Length > 0) ScatterRuns(ref summands.Start, ref totals.Start);
        else ScatterRows(ref summands.Start, ref totals.Start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScatterRows(ref double summands, ref double totals)
    {
        ref int indices = ref Start;
        for (int i = 0; i < Length; i++) Unsafe.Add(ref totals, Unsafe.Add(ref indices, i)) += Unsafe.Add(ref summands, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScatterRuns(ref double summands, ref double totals)
    {
        int i = 0;
        foreach (int end in _ends)
        {
            ref double total = ref Unsafe.Add(ref totals, _storage[i]);
            Vector256<double> low = Vector256<double>.Zero, high = Vector256<double>.Zero;
            for (; i <= end - Lanes; i += Lanes)
            {
                low += Vector256.LoadUnsafe(ref summands, (nuint)i);
                high += Vector256.LoadUnsafe(ref summands, (nuint)i + 4);
            }

            if (i < end)
            {
                low += Vector256.LoadUnsafe(ref summands, (nuint)i) & Lanes256.First(end - i);
                high += Vector256.LoadUnsafe(ref summands, (nuint)i + 4) & Lanes256.First(end - i - 4);
                i = end;
            }

            total += Partials.Total(low, high);
        }
    }
}
