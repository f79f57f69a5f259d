namespace ProbModels.Benchmarks;

/// <summary>A matrix for products with vectors: tiles of eight rows, in each of which column follows column, and blocks of four tiles.</summary>
/// <remarks>A vector load reads eight rows of a column. Of four tiles at a time, so that each coefficient is loaded once for 32 rows. Rows of zeros fill the last block.</remarks>
internal sealed unsafe class PackedRows
{
    /// <summary>The rows in a block.</summary>
    public const int Rows = 32;

    private readonly PinnedColumn _tiles;

    public PackedRows(double[,] matrix)
    {
        (Count, Columns) = (matrix.GetLength(0), matrix.GetLength(1));
        Blocks = (Count + Rows - 1) / Rows;
        var elements = new double[(long)Blocks * Rows * Columns];
        for (int row = 0; row < Count; row++)
            for (int column = 0; column < Columns; column++)
                elements[((long)(row / 8) * Columns + column) * 8 + row % 8] = matrix[row, column];
        _tiles = new(elements);
    }

    /// <summary>How many rows the matrix has.</summary>
    public int Count { get; }

    /// <summary>How many columns it has.</summary>
    public int Columns { get; }

    /// <summary>How many blocks it takes.</summary>
    public int Blocks { get; }

    /// <summary>The first tile.</summary>
    public double* Start => _tiles.Start;

    /// <summary>Numbers of the rows, with zeros for the rows that fill the last block.</summary>
    public PinnedColumn Column(IEnumerable<double> values) => new([.. values, .. new double[Blocks * Rows - Count]]);
}
