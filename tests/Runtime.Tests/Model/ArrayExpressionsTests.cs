namespace ProbModels.Tests;

/// <summary>Arithmetic on arrays, and the numbers and distributions that plates are made of.</summary>
public class ArrayExpressionsTests
{
    private static readonly double[] A = [1, 2, 4], B = [8, -2, 0.5];

    [Fact]
    public void Operators_work_element_by_element()
    {
        Assert.Equal([9, 0, 4.5], A + B);
        Assert.Equal([-7, 4, 3.5], A - B);
        Assert.Equal([8, -4, 2], A * B);
        Assert.Equal([0.125, -1, 8], A / B);
        Assert.Equal([-1, -2, -4], -A);
        Assert.Equal([3, 4, 6], A + 2);
        Assert.Equal([3, 4, 6], 2 + A);
        Assert.Equal([-1, 0, 2], A - 2);
        Assert.Equal([1, 0, -2], 2 - A);
        Assert.Equal([2, 4, 8], A * 2);
        Assert.Equal([2, 4, 8], 2 * A);
        Assert.Equal([0.5, 1, 2], A / 2);
        Assert.Equal([2, 1, 0.5], 2 / A);
        Assert.Empty(Array.Empty<double>() + Array.Empty<double>());
    }

    [Fact]
    public void Arrays_of_different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>("b", () => A + new double[2]);
        Assert.Equal("a has 3 elements and b has 2; they must have equally many (Parameter 'b')", error.Message);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        double[] none = null!;
        Assert.Throws<ArgumentNullException>("a", () => none + A);
        Assert.Throws<ArgumentNullException>("b", () => A * none);
        Assert.Throws<ArgumentNullException>("b", () => 2 / none);
        Assert.Throws<ArgumentNullException>("x", () => -none);
        Assert.Throws<ArgumentNullException>("array", () => none.At([0]));
        Assert.Throws<ArgumentNullException>("indices", () => A.At(null!));
    }

    [Fact]
    public void Elements_are_gathered_by_their_indices()
    {
        Assert.Equal([4, 4, 1], A.At([2, 2, 0]));
        Assert.Empty(A.At([]));
        var error = Assert.Throws<ArgumentOutOfRangeException>("indices", () => A.At([0, 3]));
        Assert.StartsWith("there is no element at the index with number 1: the array has 3 elements", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => A.At([-1]));
    }

    [Fact]
    public void A_number_stands_for_every_index_and_an_array_for_its_own()
    {
        Numbers one = 1.5, many = A;
        Assert.Equal(1.5, one[1000]);
        Assert.Equal(4, many[2]);
        Assert.Equal(3, Numbers.CommonLength(one, many, B));
        Assert.Equal("the arrays have 3 and 2 elements; they must have equally many", Assert.Throws<ArgumentException>(() => Numbers.CommonLength(many, new double[2])).Message);
        Assert.Throws<ArgumentException>(() => Numbers.CommonLength(one));
        Assert.Throws<ArgumentNullException>("array", () => (Numbers)(double[])null!);
    }

    [Fact]
    public void A_plate_has_a_distribution_for_each_index()
    {
        var plated = Distributions.Normal(2 * A, 0.5);
        Assert.Equal(3, plated.Length);
        Assert.Equal(new Normal(8, 0.5).LogDensity(7), plated[2].LogDensity(7));
    }
}
