namespace ProbModels.Tests;

public class ArraySupportsTests
{
    private static readonly Dictionary<string, IArraySupport> ArraySupports = new()
    {
        ["real vectors"] = Supports.RealVectors(3),
        ["simplex of 1"] = Supports.Simplex(1),
        ["simplex of 2"] = Supports.Simplex(2),
        ["simplex of 5"] = Supports.Simplex(5),
        ["ordered"] = Supports.Ordered(4),
        ["correlation of 1"] = Supports.CholeskyCorrelation(1),
        ["correlation of 2"] = Supports.CholeskyCorrelation(2),
        ["correlation of 4"] = Supports.CholeskyCorrelation(4),
    };

    public static TheoryData<string> Names => new(ArraySupports.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_log_jacobian_is_that_of_the_numerical_determinant(string name)
    {
        var support = ArraySupports[name];
        int[] free = FreeElements(name, support);
        Assert.Equal(support.Coordinates, free.Length);
        foreach (double[] q in Positions(support, 1.5))
        {
            Constrain(support, q, out double logJacobian);
            var slopes = new double[free.Length, free.Length];
            for (int column = 0; column < free.Length; column++)
            {
                const double Step = 1e-3;
                double[] At(double by) => [.. free.Select(element => Constrain(support, [.. q.Select((c, i) => i == column ? c + by : c)], out _)[element])];
                var (a, b, c, d) = (At(-2 * Step), At(-Step), At(Step), At(2 * Step));
                for (int row = 0; row < free.Length; row++) slopes[row, column] = (8 * (c[row] - b[row]) - (d[row] - a[row])) / (12 * Step);
            }

            // The fourth-order difference errs by Step⁴ times a fifth derivative, some 10⁻¹¹ of each slope; rounding by 10⁻¹⁶ / Step.
            Assert.Equal(logJacobian, Math.Log(Math.Abs(Determinant(slopes))), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_inverse_returns_to_the_coordinates(string name)
    {
        var support = ArraySupports[name];
        foreach (double[] q in Positions(support, 3))
        {
            var again = new double[support.Coordinates];
            support.Unconstrain(Constrain(support, q, out _), again);
            Assert.Equal(q, again, (a, b) => Math.Abs(a - b) < 1e-11);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_lies_in_the_set_even_far_out(string name)
    {
        var support = ArraySupports[name];

        // Differences of 10⁻¹³ are lost beside numbers of 10¹³: order would become equality there.
        foreach (double[] q in Positions(support, name == "ordered" ? 5 : 30))
        {
            double[] value = Constrain(support, q, out double logJacobian);
            Assert.True(double.IsFinite(logJacobian));
            bool isInside = support switch
            {
                VectorSupport vectors => vectors.Contains(value),
                MatrixSupport matrices => matrices.Contains(value.AsSpan()),
                _ => false,
            };

            Assert.True(isInside, $"({string.Join(", ", value)}) should be {name}");
        }
    }

    [Fact]
    public void The_middle_of_a_simplex_is_at_zero() =>
        Assert.Equal([0.2, 0.2, 0.2, 0.2, 0.2], Constrain(Supports.Simplex(5), [0, 0, 0, 0], out _), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Values_off_a_set_are_found()
    {
        Assert.Equal([true, false, false, false], Of(Supports.Simplex(2), [0.25, 0.75], [0, 1], [0.5, 0.6], [-0.5, 1.5]));
        Assert.Equal([true, false, false, false], Of(Supports.Ordered(2), [1, 2], [2, 2], [1, double.PositiveInfinity], [double.NaN, 2]));
        Assert.Equal([true, false, false, false], Of(Supports.RealVectors(2), [1, 2], [1], [1, double.NaN], [1, double.PositiveInfinity]));
        var factors = Supports.CholeskyCorrelation(2);
        Assert.True(factors.Contains(new double[,] { { 1, 0 }, { 0.6, 0.8 } }));
        Assert.False(factors.Contains(new double[,] { { 1, 0 }, { 0.6, -0.8 } }));
        Assert.False(factors.Contains(new double[,] { { 1, 0.1 }, { 0.6, 0.8 } }));
        Assert.False(factors.Contains(new double[,] { { 1, 0 }, { 0.6, 0.7 } }));
        Assert.False(factors.Contains(new double[,] { { 1 } }));

        static bool[] Of(VectorSupport support, params double[][] values) => Array.ConvertAll(values, value => support.Contains(value));
    }

    [Fact]
    public void A_correlation_close_to_one_keeps_its_complement()
    {
        double[] value = Constrain(Supports.CholeskyCorrelation(2), [300], out double logJacobian);
        Assert.Equal(1, value[2]);

        // The diagonal is 1 / cosh(300) = 2 e⁻³⁰⁰, up to a factor of 1 + e⁻⁶⁰⁰.
        Assert.Equal(Math.Log(2) - 300, Math.Log(value[3]), 1e-12);
        Assert.Equal(2 * (Math.Log(2) - 300), logJacobian, 1e-12);
    }

    [Fact]
    public void Impossible_sizes_are_errors()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Supports.RealVectors(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Supports.Simplex(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Supports.Ordered(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Supports.CholeskyCorrelation(0));
    }

    private static double[] Constrain(IArraySupport support, double[] q, out double logJacobian)
    {
        var value = new double[support.Size];
        support.Constrain(q, value, out logJacobian);
        return value;
    }

    /// <summary>The elements that the coordinates decide one by one; the others follow from them.</summary>
    private static int[] FreeElements(string name, IArraySupport support)
    {
        if (support is not MatrixSupport matrices) return [.. Enumerable.Range(0, name.StartsWith("simplex", StringComparison.Ordinal) ? support.Size - 1 : support.Size)];
        return [.. Enumerable.Range(0, support.Size).Where(element => element % matrices.Rows < element / matrices.Rows)];
    }

    private static IEnumerable<double[]> Positions(IArraySupport support, double size)
    {
        var random = new Random(61);
        return Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, support.Coordinates).Select(_ => size * (2 * random.NextDouble() - 1)).ToArray()).ToList();
    }

    /// <summary>By Gaussian elimination with pivots.</summary>
    private static double Determinant(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double determinant = 1;
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(row => Math.Abs(matrix[row, k]));
            for (int column = 0; column < n; column++) (matrix[k, column], matrix[pivot, column]) = (matrix[pivot, column], matrix[k, column]);
            determinant *= pivot == k ? matrix[k, k] : -matrix[k, k];
            for (int row = k + 1; row < n; row++)
            {
                double factor = matrix[row, k] / matrix[k, k];
                for (int column = k; column < n; column++) matrix[row, column] -= factor * matrix[k, column];
            }
        }

        return determinant;
    }
}
