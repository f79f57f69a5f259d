namespace ProbModels;

/// <summary>The draws of a matrix: chains x draws x rows x columns.</summary>
public sealed class MatrixDraws
{
    private readonly DrawStore _store;
    private readonly Site _site;

    /// <summary>Gives the draws of a site with two axes its shape.</summary>
    /// <exception cref="ArgumentException">The site has another shape.</exception>
    public MatrixDraws(DrawStore store, Site site)
    {
        if (site.Shape.IsRagged || site.Shape.Count != 2) throw new ArgumentException($"{site.Name}{site.Shape} is no matrix", nameof(site));
        (_store, _site) = (store, site);
    }

    /// <summary>The number of chains.</summary>
    public int Chains => _store.Chains;

    /// <summary>The number of draws of each chain.</summary>
    public int Draws => _store.Draws;

    /// <summary>The number of rows.</summary>
    public int Rows => _site.Shape[0];

    /// <summary>The number of columns.</summary>
    public int Columns => _site.Shape[1];

    /// <summary>The matrix of one draw.</summary>
    public MatrixSpan this[int chain, int draw] => new(_store[chain, draw].Slice(_site.Offset, _site.Length), Columns);

    /// <summary>The draws of one row; <c>draws[row][column]</c> are those of one element.</summary>
    public VectorDraws this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            return new(_store, _site.Offset + row * Columns, Columns);
        }
    }

    /// <summary>The draws of all elements, row after row.</summary>
    public VectorDraws Elements => new(_store, _site.Offset, _site.Length);

    /// <summary>The mean of each element over all draws of all chains.</summary>
    public double[,] Mean() => Simulated.Matrix(Elements.Mean(), _site.Shape);

    /// <summary>The standard deviation of each element over all draws of all chains (divisor n − 1).</summary>
    public double[,] StandardDeviation() => Simulated.Matrix(Elements.StandardDeviation(), _site.Shape);
}

/// <summary>A matrix whose elements lie elsewhere, row after row.</summary>
public readonly ref struct MatrixSpan
{
    internal MatrixSpan(ReadOnlySpan<double> elements, int columns)
    {
        Elements = elements;
        Columns = columns;
    }

    /// <summary>All elements, row after row.</summary>
    public ReadOnlySpan<double> Elements { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>One row.</summary>
    public ReadOnlySpan<double> this[int row] => Elements.Slice(row * Columns, Columns);

    /// <summary>One element.</summary>
    public double this[int row, int column] => this[row][column];
}
