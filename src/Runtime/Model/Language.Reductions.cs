using System.Runtime.CompilerServices;

namespace ProbModels;

/// <content>One number of many: sums, products of vectors, greatest elements.</content>
public static partial class Language
{
    /// <summary>The sum of all elements; 0 where there are none.</summary>
    public static double Sum(double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Add(x.Length, i => x[i]);
    }

    /// <summary>The sum of a row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static double Sum(double[,] x, int row) => Add(Columns(x, row), column => x[row, column]);

    /// <summary>The mean of all elements; NaN where there are none.</summary>
    public static double Mean(double[] x) => Sum(x) / x.Length;

    /// <summary>The mean of a row; NaN where it has no elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static double Mean(double[,] x, int row) => Sum(x, row) / x.GetLength(1);

    /// <summary>The greatest element; −∞ where there are none.</summary>
    public static double Max(double[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Greatest(x.Length, i => x[i]);
    }

    /// <summary>The greatest element of a row; −∞ where it has none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static double Max(double[,] x, int row) => Greatest(Columns(x, row), column => x[row, column]);

    /// <summary>log Σ exp(x), without overflow: m + log Σ exp(x − m) with the greatest element m.</summary>
    public static double LogSumExp(double[] x)
    {
        double greatest = Max(x);
        return greatest + ScalarFunctions.Log(Add(x.Length, i => ScalarFunctions.Exp(x[i] - greatest)));
    }

    /// <summary>log Σ exp of a row, without overflow.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static double LogSumExp(double[,] x, int row)
    {
        double greatest = Max(x, row);
        return greatest + ScalarFunctions.Log(Add(x.GetLength(1), column => ScalarFunctions.Exp(x[row, column] - greatest)));
    }

    /// <summary>Σ x y of two vectors.</summary>
    /// <exception cref="ArgumentException">Their lengths differ.</exception>
    public static double Dot(double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return Add(SameLength(x.Length, y.Length), i => x[i] * y[i]);
    }

    /// <summary>Σ x y of a row and a vector: the linear predictor of a regression.</summary>
    /// <exception cref="ArgumentException">The row has another length than the vector.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static double Dot(double[,] x, int row, double[] y)
    {
        int columns = Columns(x, row);
        ArgumentNullException.ThrowIfNull(y);
        return Add(SameLength(columns, y.Length), column => x[row, column] * y[column]);
    }

    /// <summary>Σ x y of two rows.</summary>
    /// <exception cref="ArgumentException">Their lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public static double Dot(double[,] x, int row, double[,] y, int otherRow)
    {
        int columns = Columns(x, row);
        return Add(SameLength(columns, Columns(y, otherRow)), column => x[row, column] * y[otherRow, column]);
    }

    private static double Add(int count, Func<int, double> element)
    {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += element(i);
        return sum;
    }

    private static double Greatest(int count, Func<int, double> element)
    {
        double greatest = double.NegativeInfinity;
        for (int i = 0; i < count; i++) greatest = Math.Max(greatest, element(i));
        return greatest;
    }

    /// <summary>The length of a row that there is.</summary>
    private static int Columns(
        double[,] x, int row, [CallerArgumentExpression(nameof(x))] string? matrixName = null, [CallerArgumentExpression(nameof(row))] string? rowName = null)
    {
        ArgumentNullException.ThrowIfNull(x, matrixName);
        if (row >= 0 && row < x.GetLength(0)) return x.GetLength(1);
        string rule = x.GetLength(0) == 0 ? $"{matrixName} has no rows" : $"a row of {matrixName} is between 0 and {x.GetLength(0) - 1}";
        throw new ArgumentOutOfRangeException(rowName, row, rule);
    }

    private static int SameLength(int length, int other) =>
        length == other ? length : throw new ArgumentException($"x has {length} elements and y has {other}; they must have equally many", "y");
}
