using static ProbModels.Language;

namespace ProbModels.Tests;

/// <summary>Sums, products and greatest elements, where arrays are empty, too large for naive formulas, or do not fit.</summary>
public class ReductionsTests
{
    private static readonly double[,] Matrix = { { 1, 2, 3 }, { -4, 0.5, 6 } };

    [Fact]
    public void Vectors_are_reduced()
    {
        Assert.Equal(6.5, Sum([1, 2, 3.5]));
        Assert.Equal(2, Mean([1, 2, 3]));
        Assert.Equal(3, Max([-1, 3, 2]));
        Assert.Equal(Math.Log(6), LogSumExp([Math.Log(1), Math.Log(2), Math.Log(3)]), 1e-15);
        Assert.Equal(32, Dot([1, 2, 3], [4, 5, 6]));
    }

    [Fact]
    public void Rows_are_reduced()
    {
        Assert.Equal(2.5, Sum(Matrix, 1));
        Assert.Equal(2, Mean(Matrix, 0));
        Assert.Equal(6, Max(Matrix, 1));
        Assert.Equal(LogSumExp([-4, 0.5, 6]), LogSumExp(Matrix, 1));
        Assert.Equal(Dot([1, 2, 3], [7, 8, 9]), Dot(Matrix, 0, [7, 8, 9]));
        Assert.Equal(Dot([1, 2, 3], [-4, 0.5, 6]), Dot(Matrix, 0, Matrix, 1));
    }

    [Fact]
    public void What_is_empty_has_a_stated_value()
    {
        Assert.Equal(0, Sum([]));
        Assert.Equal(double.NaN, Mean([]));
        Assert.Equal(double.NegativeInfinity, Max([]));
        Assert.Equal(double.NegativeInfinity, LogSumExp([]));
        Assert.Equal(0, Dot([], []));
        Assert.Equal(double.NegativeInfinity, Max(new double[1, 0], 0));
        Assert.Equal(0, Dot(new double[1, 0], 0, []));
    }

    [Fact]
    public void Exponentials_neither_overflow_nor_vanish()
    {
        Assert.Equal(1000 + Math.Log(2), LogSumExp([1000, 1000]), 1e-12);
        Assert.Equal(-1000 + Math.Log(2), LogSumExp([-1000, -1000]), 1e-12);
        Assert.Equal(3, LogSumExp([double.NegativeInfinity, 3]));
    }

    [Fact]
    public void What_is_not_a_number_is_never_lost()
    {
        Assert.Equal(double.NaN, Sum([1, double.NaN]));
        Assert.Equal(double.NaN, Max([1, double.NaN, 2]));
        Assert.Equal(double.NaN, LogSumExp([1, double.NaN]));
    }

    [Fact]
    public void Vectors_that_do_not_fit_are_refused()
    {
        Assert.Equal("x has 2 elements and y has 3; they must have equally many (Parameter 'y')", Assert.Throws<ArgumentException>(() => Dot([1, 2], [1, 2, 3])).Message);
        Assert.Equal("x has 3 elements and y has 1; they must have equally many (Parameter 'y')", Assert.Throws<ArgumentException>(() => Dot(Matrix, 0, [1])).Message);
        Assert.Throws<ArgumentException>("y", () => Dot(Matrix, 0, new double[1, 2], 0));
    }

    [Fact]
    public void Rows_that_there_are_not_are_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>("row", () => Sum(Matrix, 2));
        Assert.StartsWith("a row of x is between 0 and 1 (Parameter 'row')", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => LogSumExp(Matrix, -1));
        Assert.Throws<ArgumentOutOfRangeException>("otherRow", () => Dot(Matrix, 0, Matrix, 5));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Throws<ArgumentNullException>("x", () => Mean(null!));
        Assert.Throws<ArgumentNullException>("x", () => Max(null!, 0));
        Assert.Throws<ArgumentNullException>("y", () => Dot([1], null!));
        Assert.Throws<ArgumentNullException>("y", () => Dot(Matrix, 0, null!, 0));
    }
}
