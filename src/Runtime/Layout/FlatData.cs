namespace ProbModels;

/// <summary>Bound data as a device holds them: real numbers in one array, whole numbers and conditions in another, in the order in which they are added.</summary>
/// <remarks>
/// The integers begin with a head that says for each addition, but for single real numbers, what it is: a whole number or a condition (0 or 1) itself, of a column its start and its
/// length, of a matrix its start and its number of columns. The reals begin with the single numbers.
/// </remarks>
public sealed class FlatData
{
    private readonly List<int> _head = [], _integers = [];
    private readonly List<double> _numbers = [], _reals = [];
    private readonly List<(int Place, bool IsReal)> _starts = [];

    /// <summary>The single real numbers, then the elements of columns and matrices.</summary>
    public double[] Reals => [.. _numbers, .. _reals];

    /// <summary>The head, then the elements of columns of indices and conditions.</summary>
    public int[] Integers
    {
        get
        {
            int[] all = [.. _head, .. _integers];
            foreach (var (place, isReal) in _starts) all[place] += isReal ? _numbers.Count : _head.Count;
            return all;
        }
    }

    /// <summary>Adds a real number.</summary>
    public void Add(double number) => _numbers.Add(number);

    /// <summary>Adds a whole number.</summary>
    public void Add(int number) => _head.Add(number);

    /// <summary>Adds a condition.</summary>
    public void Add(bool condition) => _head.Add(condition ? 1 : 0);

    /// <summary>Adds real numbers.</summary>
    public void Add(Column column)
    {
        Begin(_reals.Count, isReal: true, column.Length);
        _reals.AddRange(column.Elements);
    }

    /// <summary>Adds indices.</summary>
    public void Add(IndexColumn column)
    {
        Begin(_integers.Count, isReal: false, column.Length);
        _integers.AddRange(column.Elements);
    }

    /// <summary>Adds the row at each place of an order.</summary>
    public void Add(RowOrder order)
    {
        Begin(_integers.Count, isReal: false, order.Length);
        for (int place = 0; place < order.Length; place++) _integers.Add(order[place]);
    }

    /// <summary>Adds conditions.</summary>
    public void Add(MaskColumn column)
    {
        Begin(_integers.Count, isReal: false, column.Length);
        for (int i = 0; i < column.Length; i++) _integers.Add(column[i] ? 1 : 0);
    }

    /// <summary>Adds a matrix, row after row.</summary>
    public void Add(PackedMatrix matrix)
    {
        Begin(_reals.Count, isReal: true, matrix.Columns);
        for (int row = 0; matrix.Columns > 0 && row < matrix.Length / matrix.Columns; row++)
            for (int column = 0; column < matrix.Columns; column++) _reals.Add(matrix[row, column]);
    }

    private void Begin(int start, bool isReal, int size)
    {
        _starts.Add((_head.Count, isReal));
        _head.Add(start);
        _head.Add(size);
    }
}
