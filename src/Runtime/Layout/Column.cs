using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>Numbers laid out for vector code: aligned to 64 bytes and padded to a multiple of eight.</summary>
/// <remarks>The padding repeats the last element (or is zero, where there is none), so that code which computes whole vectors meets no bad value there.</remarks>
public sealed class Column
{
    private const int Lanes = 8;
    private const int Alignment = 64;

    // After the padding there is room for one more vector, which code at shifted places may read and write.
    private const int Room = Lanes;

    private readonly double[] _storage;
    private readonly int _first;

    /// <summary>Makes a column of zeros.</summary>
    /// <param name="length">The count of elements, padding left out.</param>
    public Column(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        int padded = Math.Max(Lanes, (length + Lanes - 1) / Lanes * Lanes);
        _storage = GC.AllocateArray<double>(padded + Room + Lanes - 1, pinned: true);
        _first = FirstAligned(_storage);
    }

    /// <summary>The given numbers.</summary>
    public static Column Of(ReadOnlySpan<double> numbers)
    {
        var column = new Column(numbers.Length);
        numbers.CopyTo(column.Elements);
        column.Pad();
        return column;
    }

    /// <summary>The given whole numbers, which a double holds exactly up to 2^53.</summary>
    public static Column Of(ReadOnlySpan<long> numbers)
    {
        var column = new Column(numbers.Length);
        for (int i = 0; i < numbers.Length; i++) column[i] = numbers[i];
        column.Pad();
        return column;
    }

    /// <summary>The count of elements, padding left out.</summary>
    public int Length { get; }

    /// <summary>The first element.</summary>
    public ref double Start => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_storage), _first);

    /// <summary>Where the first element lies in memory, as long as something refers to the column.</summary>
    internal unsafe double* Address => (double*)Unsafe.AsPointer(ref Start);

    /// <summary>The elements, padding left out.</summary>
    public Span<double> Elements => _storage.AsSpan(_first, Length);

    /// <summary>One element.</summary>
    public ref double this[int index] => ref Elements[index];

    /// <summary>Clears the elements outside a range.</summary>
    public void ClearOutside(int start, int length)
    {
        Elements[..start].Clear();
        Elements[(start + length)..].Clear();
    }

    /// <summary>Repeats the last element in the padding; to be called once the column is filled.</summary>
    public void Pad()
    {
        if (Length > 0) _storage.AsSpan(_first + Length).Fill(this[Length - 1]);
    }

    private static unsafe int FirstAligned(double[] storage)
    {
        // The array is pinned: its address, and so its alignment, stays as it is.
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(storage));
        return (int)((Alignment - address % Alignment) % Alignment / sizeof(double));
    }
}
