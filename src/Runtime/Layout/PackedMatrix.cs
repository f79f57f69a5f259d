using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>A matrix packed for products with vectors: tiles of eight rows, in each of which column follows column.</summary>
/// <remarks>One vector load reads eight rows' elements of a column, and a whole tile is read in order. Missing rows of the last tile are zero.</remarks>
public sealed partial class PackedMatrix
{
    private const int Rows = 8;
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    private readonly Column _tiles;

    private PackedMatrix(int rows, int columns)
    {
        Columns = columns;
        _tiles = new Column(checked((rows + Rows - 1) / Rows * Rows * columns));
    }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The element in row 0 and column 0.</summary>
    public ref double Start => ref _tiles.Start;

    /// <summary>The numbers that it holds, rows that fill the last tile included.</summary>
    public int Length => _tiles.Length;

    /// <summary>The memory that it takes.</summary>
    public long Bytes => _tiles.Bytes;

    /// <summary>One element.</summary>
    public double this[int row, int column] => _tiles[PlaceOf(row, column)];

    /// <summary>Packs a matrix.</summary>
    /// <param name="elements">Row after row.</param>
    /// <param name="columns">The number of columns.</param>
    public static PackedMatrix Of(ReadOnlySpan<double> elements, int columns) => Of(elements, columns, columns == 0 ? 0 : elements.Length / columns, row => row);

    /// <summary>Packs a matrix with its rows in another order.</summary>
    /// <param name="elements">Row after row.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="order">The order; rows after its last are left out.</param>
    public static PackedMatrix Of(ReadOnlySpan<double> elements, int columns, RowOrder order) => Of(elements, columns, columns == 0 ? 0 : order.Length, place => order[place]);

    private static PackedMatrix Of(ReadOnlySpan<double> elements, int columns, int rows, Func<int, int> rowAt)
    {
        var matrix = new PackedMatrix(rows, columns);
        var tiles = matrix._tiles.Elements;
        for (int place = 0; place < rows; place++)
        {
            var row = elements.Slice(rowAt(place) * columns, columns);
            for (int column = 0; column < columns; column++) tiles[matrix.PlaceOf(place, column)] = row[column];
        }

        return matrix;
    }

    /// <summary>How many rows a plate should take at a time, so that they stay in the first cache beside what its steps hand to each other.</summary>
    /// <param name="most">The greatest count.</param>
    public int RowsInTile(int most)
    {
        // Half of a cache of 32 KiB; rows are multiplied 32 at a time, and below 64 the steps' own start costs more.
        const int Numbers = 2048, AtATime = 32, Fewest = 64;
        return Math.Clamp(Numbers / Math.Max(1, Columns) / AtATime * AtATime, Fewest, most);
    }

    /// <summary>Multiplies rows with a vector: Σ matrix[row, j] · vector[j], column after column with one rounding each, so that every vector width gives the same bits.</summary>
    /// <param name="vector">One number for each column.</param>
    /// <param name="from">The first row, a multiple of eight.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="products">Receives the products from its start on, and what fills the last tile of eight rows.</param>
    public void Multiply(ReadOnlySpan<double> vector, int from, int to, Column products)
    {
        ref double tile = ref Unsafe.Add(ref Start, (nint)from * Columns);
        int tiles = (to - from + Rows - 1) / Rows;
        if (Vector512.IsHardwareAccelerated) Multiply512(ref tile, Columns, ref MemoryMarshal.GetReference(vector), tiles, ref products.Start);
        else Multiply256(ref tile, Columns, ref MemoryMarshal.GetReference(vector), tiles, ref products.Start);
    }

    /// <summary>Adds rows, each times its weight, to eight partial sums for each column: row i to sum i mod 8.</summary>
    /// <param name="weights">The weight of row <paramref name="from"/>, and those that follow; padding after the last is set to 0.</param>
    /// <param name="from">The first row, a multiple of eight.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="sums">Eight numbers for each column.</param>
    public void AddRows(Column weights, int from, int to, Column sums)
    {
        int count = to - from, tiles = (count + Rows - 1) / Rows;
        for (int i = count; i < Rows * tiles; i++) Unsafe.Add(ref weights.Start, i) = 0;
        ref double tile = ref Unsafe.Add(ref Start, (nint)from * Columns);
        if (Vector512.IsHardwareAccelerated) AddRows512(ref tile, Columns, ref weights.Start, tiles, ref sums.Start);
        else AddRows256(ref tile, Columns, ref weights.Start, tiles, ref sums.Start);
    }

    /// <summary>Adds up the eight partial sums of each column.</summary>
    /// <param name="sums">Eight numbers for each column.</param>
    /// <param name="totals">Receives a number for each column.</param>
    public void Total(Column sums, Span<double> totals)
    {
        for (int j = 0; j < Columns; j++) totals[j] = Partials.Total(sums.Elements.Slice(Rows * j, Rows));
    }

    private int PlaceOf(int row, int column) => (row / Rows * Columns + column) * Rows + row % Rows;
}
