namespace ProbModels;

/// <summary>Conditions laid out for vector code: a number for each, with all bits set where it holds and none where it does not.</summary>
public sealed class MaskColumn
{
    /// <summary>Null where all conditions hold and no vector code reads them.</summary>
    private readonly Column? _bits;

    /// <summary>Makes a column of conditions that do not hold.</summary>
    /// <param name="length">The count of elements, padding left out.</param>
    public MaskColumn(int length)
        : this(length, new Column(length))
    {
    }

    private MaskColumn(int length, Column? bits) => (Length, _bits) = (length, bits);

    /// <summary>The count of elements, padding left out.</summary>
    public int Length { get; }

    /// <summary>The memory that it takes.</summary>
    public long Bytes => _bits?.Bytes ?? 0;

    /// <summary>The first element's bits; there are none of a column <see cref="Holding"/>.</summary>
    public ref double Start => ref _bits!.Start;

    /// <summary>Whether a condition holds.</summary>
    public bool this[int index]
    {
        get => _bits is null || BitConverter.DoubleToInt64Bits(_bits[index]) != 0;
        set => _bits![index] = BitConverter.Int64BitsToDouble(value ? -1L : 0);
    }

    /// <summary>Conditions that all hold, for code that asks for none of their bits: it takes no memory.</summary>
    /// <param name="length">The count of elements.</param>
    public static MaskColumn Holding(int length) => new(length, null);

    /// <summary>The given conditions.</summary>
    public static MaskColumn Of(ReadOnlySpan<bool> conditions)
    {
        var column = new MaskColumn(conditions.Length);
        for (int i = 0; i < conditions.Length; i++) column[i] = conditions[i];
        column.Pad();
        return column;
    }

    /// <summary>Repeats the last element in the padding; to be called once the column is filled.</summary>
    public void Pad() => _bits?.Pad();
}
