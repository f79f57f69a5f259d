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
