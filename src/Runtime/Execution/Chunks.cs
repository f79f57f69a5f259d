namespace ProbModels;

/// <summary>A long plate in chunks: what is done with each of them is kept apart until all are done.</summary>
/// <remarks>Where chunks begin depends on the plate's length alone, and results are added in their order: the number of threads changes no bit.</remarks>
public abstract class Chunks
{
    /// <summary>The greatest count of elements in a chunk. A plate that is not longer is computed as a whole.</summary>
    public const int Length = 4096;

    /// <summary>Chunks begin at multiples of it, as the tiles of plates do.</summary>
    private const int Step = 256;

    private double[] _numbers = [], _sums = [], _rows = [];
    private bool[] _flags = [];
    private int _elements, _each, _sumsOfEach, _flagsOfEach, _columns;

    private protected Chunks()
    {
    }

    /// <summary>The number of chunks.</summary>
    private protected int Count { get; private set; }

    /// <summary>Adds up a sum.</summary>
    public double Sum(int i)
    {
        double sum = 0;
        for (int chunk = 0; chunk < Count; chunk++) sum += SumOf(chunk, i);
        return sum;
    }

    /// <summary>The greatest element; NaN where any is.</summary>
    public double Greatest(int i)
    {
        double greatest = double.NegativeInfinity;
        for (int chunk = 0; chunk < Count; chunk++) greatest = Math.Max(greatest, SumOf(chunk, i));
        return greatest;
    }

    /// <summary>Whether a rule holds for all elements.</summary>
    public bool Flag(int i)
    {
        for (int chunk = 0; chunk < Count; chunk++)
            if (!FlagOf(chunk, i)) return false;
        return true;
    }

    /// <summary>Adds up the rows of a matrix.</summary>
    /// <param name="first">How many columns the plate's other matrices have, as far as they come before.</param>
    /// <param name="totals">Receives a number for each column.</param>
    public void Rows(int first, Span<double> totals)
    {
        totals.Clear();
        for (int chunk = 0; chunk < Count; chunk++)
        {
            var rows = RowsOf(chunk).Slice(first, totals.Length);
            for (int j = 0; j < totals.Length; j++) totals[j] += rows[j];
        }
    }

    internal int StartOf(int chunk) => Math.Min(chunk * _each, _elements);

    internal double Number(int i) => _numbers[i];

    internal ref double SumOf(int chunk, int i) => ref _sums[chunk * _sumsOfEach + i];

    internal ref bool FlagOf(int chunk, int i) => ref _flags[chunk * _flagsOfEach + i];

    internal Span<double> RowsOf(int chunk) => _rows.AsSpan(chunk * _columns, _columns);

    /// <summary>Divides a plate.</summary>
    /// <param name="elements">Its length.</param>
    /// <param name="numbers">What each chunk needs to know.</param>
    /// <param name="sums">The number of its sums.</param>
    /// <param name="flags">The number of its rules.</param>
    /// <param name="columns">The number of columns of the matrices whose rows are added up.</param>
    private protected void Divide(int elements, ReadOnlySpan<double> numbers, int sums, int flags, int columns)
    {
        int wanted = (elements + Length - 1) / Length;
        _each = ((elements + wanted - 1) / wanted + Step - 1) / Step * Step;
        Count = (elements + _each - 1) / _each;
        (_elements, _sumsOfEach, _flagsOfEach, _columns) = (elements, sums, flags, columns);
        Grow(ref _numbers, numbers.Length);
        numbers.CopyTo(_numbers);
        Grow(ref _sums, Count * sums);
        Grow(ref _flags, Count * flags);
        Grow(ref _rows, Count * columns);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[length];
    }
}
