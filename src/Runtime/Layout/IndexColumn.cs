namespace ProbModels;

/// <summary>Indices laid out for vector code: padded to a multiple of eight with the last index (or zero, where there is none).</summary>
public sealed class IndexColumn
{
    private const int Lanes = 8;

    private readonly int[] _storage;

    /// <summary>Makes a column of zeros.</summary>
    /// <param name="length">The count of elements, padding left out.</param>
    public IndexColumn(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _storage = new int[Math.Max(Lanes, (length + Lanes - 1) / Lanes * Lanes)];
    }

    /// <summary>The count of elements, padding left out.</summary>
    public int Length { get; }

    /// <summary>The first element.</summary>
    public ref int Start => ref _storage[0];

    /// <summary>One element.</summary>
    public ref int this[int index] => ref _storage.AsSpan(0, Length)[index];

    /// <summary>Repeats the last element in the padding; to be called once the column is filled.</summary>
    public void Pad()
    {
        if (Length > 0) _storage.AsSpan(Length).Fill(this[Length - 1]);
    }
}
