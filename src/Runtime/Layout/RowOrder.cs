using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>The order in which a plate's rows are computed: rows of one group follow each other, so that what they share is loaded once and what they hand to it is added up in vectors.</summary>
/// <remarks>
/// Found when data are bound, and unseen by users: whatever is read and handed out by row is in their order. Rows that gain nothing by another order
/// stay as they are given, which costs nothing.
/// </remarks>
public sealed class RowOrder
{
    /// <summary>Rows stay as they are given unless another order saves one run for so many of them. A run that ends inside a vector costs a few loads there.</summary>
    private const int RowsForEachRun = 16;

    /// <summary>The row at each place; empty where rows stay as they are given.</summary>
    private readonly int[] _rows;

    /// <summary>The place of each row; empty where rows stay as they are given.</summary>
    private readonly int[] _places;

    private RowOrder(int length, int[] rows)
    {
        Length = length;
        _rows = rows;
        _places = new int[rows.Length];
        for (int place = 0; place < rows.Length; place++) _places[rows[place]] = place;
    }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>Whether rows stay as they are given.</summary>
    public bool IsAsGiven => _rows.Length == 0;

    /// <summary>The number of rows where they change their order; 0 where they stay as they are given.</summary>
    public int MovedRows => _rows.Length;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => sizeof(int) * ((long)_rows.Length + _places.Length);

    /// <summary>The row at a place.</summary>
    public int this[int place] => IsAsGiven ? place : _rows[place];

    /// <summary>An order for rows that belong to a group of each of some columns.</summary>
    /// <remarks>
    /// Rows are sorted by the column with the fewest groups, those of one group by the column with the next fewest, and so on: the last has a run for each
    /// combination of groups whichever column it is, and the first a run for each of its groups. Rows with the same groups stay in the order in which they are given.
    /// </remarks>
    /// <param name="columns">For each row the number of its group; columns of one length.</param>
    public static RowOrder Of(params ReadOnlySpan<int[]> columns)
    {
        int length = columns[0].Length;
        int[] rows = [.. Enumerable.Range(0, length)];
        int runsAsGiven = RunsIn(columns, rows);
        foreach (int[] column in columns.ToArray().OrderByDescending(GroupsIn)) rows = Sorted(rows, column);
        return new(length, (long)RowsForEachRun * (runsAsGiven - RunsIn(columns, rows)) < length ? [] : rows);
    }

    /// <summary>Numbers in this order.</summary>
    /// <param name="numbers">One for each row; more are left out.</param>
    public Column Arrange(ReadOnlySpan<double> numbers)
    {
        var column = new Column(Length);
        for (int place = 0; place < Length; place++) column[place] = numbers[this[place]];
        column.Pad();
        return column;
    }

    /// <inheritdoc cref="Arrange(ReadOnlySpan{double})"/>
    public Column Arrange(Column numbers) => Arrange(numbers.Elements);

    /// <summary>Indices in this order.</summary>
    /// <param name="indices">One for each row; more are left out.</param>
    public IndexColumn Arrange(ReadOnlySpan<int> indices)
    {
        var column = new IndexColumn(Length);
        for (int place = 0; place < Length; place++) column[place] = indices[this[place]];
        column.Pad();
        return column;
    }

    /// <inheritdoc cref="Arrange(ReadOnlySpan{int})"/>
    public IndexColumn Arrange(IndexColumn indices) => Arrange(indices.Elements);

    /// <summary>Conditions in this order.</summary>
    /// <param name="conditions">One for each row; more are left out.</param>
    public MaskColumn Arrange(ReadOnlySpan<bool> conditions)
    {
        var column = new MaskColumn(Length);
        for (int place = 0; place < Length; place++) column[place] = conditions[this[place]];
        column.Pad();
        return column;
    }

    /// <summary>Conditions in this order.</summary>
    /// <param name="conditions">One for each row; more are left out.</param>
    public MaskColumn Arrange(MaskColumn conditions)
    {
        var column = new MaskColumn(Length);
        for (int place = 0; place < Length; place++) column[place] = conditions[this[place]];
        column.Pad();
        return column;
    }

    /// <summary>A matrix with its rows in this order.</summary>
    /// <param name="elements">Row after row.</param>
    /// <param name="columns">The number of columns.</param>
    public PackedMatrix Arrange(ReadOnlySpan<double> elements, int columns) => PackedMatrix.Of(elements, columns, this);

    /// <summary>Numbers, one for each row, in this order: where rows stay as they are given, the same memory.</summary>
    /// <param name="byRow">As the user sees them.</param>
    /// <param name="room">Receives them otherwise; of <see cref="MovedRows"/> elements.</param>
    public ReadOnlySpan<double> Arrange(ReadOnlySpan<double> byRow, Column room)
    {
        if (IsAsGiven) return byRow;
        Gather(byRow, _rows, room.Elements);
        return room.Elements;
    }

    /// <summary>Where numbers may be written in this order: where rows stay as they are given, the place where the user sees them.</summary>
    /// <param name="byRow">That place.</param>
    /// <param name="room">Any other memory, of <see cref="MovedRows"/> elements.</param>
    public Span<double> Room(Span<double> byRow, Column room) => IsAsGiven ? byRow : room.Elements;

    /// <summary>Copies numbers in this order back to their rows, unless they are there already.</summary>
    /// <param name="byPlace">In this order.</param>
    /// <param name="byRow">Receives them as the user sees them.</param>
    public void Restore(ReadOnlySpan<double> byPlace, Span<double> byRow)
    {
        if (!IsAsGiven) Gather(byPlace, _places, byRow);
        else if (!Unsafe.AreSame(ref MemoryMarshal.GetReference(byPlace), ref MemoryMarshal.GetReference(byRow))) byPlace[..Length].CopyTo(byRow);
    }

    private static void Gather(ReadOnlySpan<double> source, int[] from, Span<double> target)
    {
        if (source.Length < from.Length || target.Length < from.Length) throw new ArgumentException($"{source.Length} numbers to {target.Length} places; there are {from.Length} rows", nameof(source));
        Gather(ref MemoryMarshal.GetReference(source), from, ref MemoryMarshal.GetReference(target));
    }

    /// <summary>Both ways read where the numbers are and write one after the other: to write here and there takes twice as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Gather(ref double source, int[] from, ref double target)
    {
        ref int start = ref MemoryMarshal.GetArrayDataReference(from);
        for (int i = 0; i < from.Length; i++) Unsafe.Add(ref target, i) = Unsafe.Add(ref source, Unsafe.Add(ref start, i));
    }

    /// <summary>The rows sorted by the group that a column gives them; those of one group stay in the order in which they come.</summary>
    private static int[] Sorted(int[] rows, int[] column)
    {
        if (rows.Length == 0) return rows;
        int least = column.Min();
        var next = new int[column.Max() - least + 2];
        foreach (int group in column) next[group - least + 1]++;
        for (int group = 1; group < next.Length; group++) next[group] += next[group - 1];
        var sorted = new int[rows.Length];
        foreach (int row in rows) sorted[next[column[row] - least]++] = row;
        return sorted;
    }

    private static int GroupsIn(int[] column) => column.Distinct().Count();

    /// <summary>How often the group changes from a row to the next, in all columns.</summary>
    private static int RunsIn(ReadOnlySpan<int[]> columns, int[] rows)
    {
        int runs = 0;
        foreach (int[] column in columns)
            for (int place = 1; place < rows.Length; place++)
                if (column[rows[place]] != column[rows[place - 1]]) runs++;
        return runs;
    }
}
