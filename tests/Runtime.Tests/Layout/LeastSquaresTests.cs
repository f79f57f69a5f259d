using System.Numerics;

namespace ProbModels.Tests;

/// <summary>The numbers that stand for rows, against the rows themselves in exact arithmetic.</summary>
public class LeastSquaresTests
{
    /// <summary>All numbers here are multiples of 2^-Bits, and so are sums of them.</summary>
    private const int Bits = 240;

    /// <summary>Gram–Schmidt leaves errors of some roundings for each column of the lengths that are added up: 3 columns and the residuals leave fewer than a hundred.</summary>
    private const double Roundings = 100 * 2.220446049250313e-16;

    public static TheoryData<string> Names => new(Cases.Keys);

    private static Dictionary<string, Rows> Cases { get; } = new()
    {
        ["well scaled"] = Line(50, x => 10 * x, 1, 0),
        ["offsets of a million"] = Line(200, x => 1e6 + x, 1, 1e6),
        ["scales of a millionth"] = Line(200, x => 1e-6 * x, 1e-6, 0),
        ["offsets of a million, scales of a millionth"] = Line(200, x => 1e6 + 1e-6 * x, 1e-6, 1e6),
        ["one mean far from zero"] = Line(100, null, 1e-6, 1e6),
        ["columns that depend on each other"] = new(Ones(20), Spread(20, 0, 5), [Spread(20, 0, 1), Spread(20, 0, 2), Ones(20)]),
        ["columns of zeros"] = new(Ones(10), Spread(10, 0, 5), [new double[10], Spread(10, 1, 2)]),
        ["weights of zero"] = new([.. Spread(30, 0, 1).Select(weight => weight < 0.3 ? 0 : weight)], Spread(30, 0, 5), [Spread(30, -1, 1), Ones(30)]),
        ["no weight"] = new(new double[5], Spread(5, 0, 5), [Spread(5, -1, 1), Ones(5)]),
        ["fewer rows than columns"] = new(Ones(2), Spread(2, 0, 5), [Spread(2, 0, 1), Ones(2), Spread(2, 3, 9)]),
        ["one row"] = new(Ones(1), [3], [[2], [1]]),
        ["no rows"] = new([], [], [[], []]),
        ["an exact line"] = new(Ones(8), [0, 1, 2, 3, 4, 5, 6, 7], [[0, -1, -2, -3, -4, -5, -6, -7], [-1, -1, -1, -1, -1, -1, -1, -1]]),
        ["many rows"] = Line(20_000, x => 1e3 + x, 0.5, 1e4),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_numbers_add_up_to_what_the_rows_do(string name)
    {
        var rows = Cases[name];
        int count = rows.Columns.Length;
        double[] numbers = LeastSquares.Of(count, rows.Weights, rows.Constants, [.. rows.Columns.Select(column => new LeastSquares.Block(column))]);
        double[] lengths = [.. rows.Columns.Select(column => Math.Sqrt(rows.Weights.Zip(column, (w, f) => w * w * f * f).Sum()))];
        var random = new Random(1);
        foreach (double reach in new[] { 0, 1e-8, 1e-3, 1, 1e3 })
        {
            double[] at = [.. Enumerable.Range(0, count).Select(j => numbers[j] + reach * (2 * random.NextDouble() - 1))];
            double size = lengths.Select((length, j) => length * Math.Abs(at[j] - numbers[j])).Sum() + numbers[count];
            double exact = Exact(rows, at), actual = Sum(numbers, at);

            // The exact sum is cut off at the unit of its whole numbers: of a fit that leaves nothing, all of it.
            Assert.True(Math.Abs(actual - exact) <= Roundings * size * size + Math.ScaleB(1, -Bits), $"{actual:R} is not {exact:R} at a distance of {reach}, where the terms have the size {size * size}");
        }
    }

    /// <summary>A matrix stands for its columns, each times what stands before its rows; the triangle's columns lie beside each other then.</summary>
    [Fact]
    public void A_matrix_is_its_columns()
    {
        const int Count = 50;
        double[] weights = Spread(Count, 0.5, 2), constants = Spread(Count, -3, 3), first = Spread(Count, 1, 2), factors = [.. Spread(Count, -1, 1).Select(factor => factor > 0 ? 2.0 : -1.0)];
        double[][] columns = [Spread(Count, 3, 7), [.. Enumerable.Range(0, Count).Select(i => i * i % 7.0)], Ones(Count)];
        double[] elements = [.. Enumerable.Range(0, Count).SelectMany(i => columns.Select(column => column[i]))];
        double[] separate = LeastSquares.Of(4, weights, constants, [new(first), .. columns.Select(column => new LeastSquares.Block([.. column.Zip(factors, (x, f) => x * f)]))]);
        double[] together = LeastSquares.Of(4, weights, constants, [new(first), new(factors, elements, 3)]);
        Assert.Equal(separate[..13], together[..13]);
        for (int k = 0; k < 4; k++)
            for (int j = 0; j < 3; j++) Assert.Equal(separate[13 + 4 * j + k], together[13 + 3 * k + j]);
    }

    [Fact]
    public void Where_no_rows_stand_for_them_nothing_is_computed() =>
        Assert.Equal([double.NaN, double.NaN, double.NaN], LeastSquares.Of(0, Ones(3), Ones(3), [new([1, 2, 3]), new([1, 1, 1])]));

    [Theory]
    [InlineData(40, 20, 20)]
    [InlineData(41, 20, 20)]
    [InlineData(39, 20, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(1_000_000, 1024, 1024)]
    [InlineData(1_000_000, 1025, 0)]
    public void Rows_stand_for_twice_as_many_or_more(int rows, int columns, int expected) => Assert.Equal(expected, LeastSquares.RowsFor(rows, columns));

    /// <summary>FNV-1a over the words of all numbers: inner products are added up in eight parts whatever the machine's vectors are.</summary>
    [Fact]
    public void The_bits_are_the_same_on_every_machine()
    {
        const int Count = 101;
        double[][] columns = [Spread(Count, 3, 7), [.. Spread(Count, 0, 1).Select(x => x * x)], Ones(Count)];
        ulong hash = 14695981039346656037;
        foreach (double number in LeastSquares.Of(3, Spread(Count, 0.5, 2), [.. Spread(Count, -3, 3).Select(x => x * x * x)], [.. columns.Select(column => new LeastSquares.Block(column))]))
            hash = (hash ^ BitConverter.DoubleToUInt64Bits(number)) * 1099511628211;
        Assert.True(hash == 0xB0459401AC88EFD6, $"If the way to the numbers was meant to change, write 0x{hash:X16}");
    }

    [Fact]
    public void The_fit_is_that_of_the_normal_equations()
    {
        // y = 1 + 2 x with errors that are orthogonal to 1 and x.
        double[] numbers = LeastSquares.Of(2, Ones(4), [-1 + 1.5, 3 - 0.5 - 1, 3, 5 + 1], [new([1, 0, -1, -2]), new([-1, -1, -1, -1])]);
        double[] fit = Normal([0.5, 1.5, 3, 6], [-1, 0, 1, 2]);
        Assert.Equal(fit, numbers[..2], (a, b) => Math.Abs(a - b) <= 1e-15 * (1 + Math.Abs(a)));
    }

    [Fact]
    public void Lengths_that_overflow_are_not_finite() =>
        Assert.Contains(LeastSquares.Of(1, [1e200], [1e200], [new([1])]), number => !double.IsFinite(number));

    /// <summary>Slope and intercept of a line through points.</summary>
    private static double[] Normal(double[] y, double[] x)
    {
        double meanX = x.Average(), meanY = y.Average();
        double slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
        return [slope, meanY - slope * meanX];
    }

    /// <summary>Points around a line, or around a mean, with errors of a given size.</summary>
    private static Rows Line(int count, Func<double, double>? x, double scale, double offset)
    {
        double[] at = [.. Spread(count, 0, 1).Select(x ?? (_ => 0))], noise = Spread(count, -2, 2);
        double[] y = [.. at.Select((a, i) => offset + 2 * (x is null ? 0 : a) + scale * noise[^(i + 1)])];
        double[] minusOnes = [.. Enumerable.Repeat(-1.0, count)];
        return new([.. Enumerable.Repeat(1 / scale, count)], y, x is null ? [minusOnes] : [[.. at.Select(a => -a)], minusOnes]);
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static double[] Spread(int count, double low, double high) =>
        [.. Enumerable.Range(1, count).Select(i => low + (high - low) * (i * 0.6180339887498949 % 1))];

    /// <summary>The sum as kernels evaluate it, where each column is a block of its own.</summary>
    private static double Sum(double[] numbers, double[] at)
    {
        int count = at.Length;
        double sum = numbers[count] * numbers[count];
        for (int k = 0; k < count; k++)
        {
            double form = numbers[count + 1 + k];
            for (int j = k; j < count; j++) form += numbers[2 * count + 1 + count * j + k] * (at[j] - numbers[j]);
            sum += form * form;
        }

        return sum;
    }

    private static double Exact(Rows rows, double[] at)
    {
        var sum = BigInteger.Zero;
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            var form = Whole(rows.Constants[i]) << Bits;
            for (int j = 0; j < at.Length; j++) form += Whole(at[j]) * Whole(rows.Columns[j][i]);
            form *= Whole(rows.Weights[i]);
            sum += form * form;
        }

        // The scale is 2^(6 Bits), half of which goes in whole numbers.
        return Math.ScaleB((double)(sum >> (5 * Bits)), -Bits);
    }

    /// <summary>A number times 2^Bits, which is whole.</summary>
    private static BigInteger Whole(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        int exponent = (int)(bits >> 52 & 0x7FF);
        if (exponent == 0) return number == 0 ? BigInteger.Zero : throw new ArgumentOutOfRangeException(nameof(number), number, "is too small");
        var mantissa = new BigInteger(bits & 0xF_FFFF_FFFF_FFFF | 0x10_0000_0000_0000);
        int shift = exponent - 1075 + Bits;
        if (shift < 0) throw new ArgumentOutOfRangeException(nameof(number), number, "is no multiple of the unit");
        return (number < 0 ? -mantissa : mantissa) << shift;
    }

    private sealed record Rows(double[] Weights, double[] Constants, double[][] Columns);
}
