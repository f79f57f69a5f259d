namespace ProbModels;

/// <summary>A matrix packed for products with vectors: tiles of eight rows, in each of which column follows column.</summary>
/// <remarks>One vector load reads eight rows' elements of a column, and a whole tile is read in order. Missing rows of the last tile are zero.</remarks>
public sealed class PackedMatrix
{
    private const int Rows = 8;

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

    /// <summary>Packs a matrix.</summary>
    /// <param name="elements">Row after row.</param>
    /// <param name="columns">The number of columns.</param>
    public static PackedMatrix Of(ReadOnlySpan<double> elements, int columns)
    {
        int rows = columns == 0 ? 0 : elements.Length / columns;
        var matrix = new PackedMatrix(rows, columns);
        var tiles = matrix._tiles.Elements;
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                tiles[(row / Rows * columns + column) * Rows + row % Rows] = elements[row * columns + column];
        return matrix;
    }
}
