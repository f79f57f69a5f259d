using ProbModels.Tests;

namespace ProbModels.Generator.Tests;

/// <summary>Plates that are kept as sufficient statistics: which they are, how to do without, and how exact they are on data that lose digits.</summary>
public class SufficientStatisticsTests
{
    /// <summary>Where the line lies, the errors, and where x lies: multiples of 2⁻²⁰, about a millionth, so that decimals hold all of them exactly.</summary>
    public static TheoryData<int, double, int> Scales => new()
    {
        { 0, 1, 0 }, { 1_000_000, 1, 0 }, { 0, Unit, 0 }, { 1_000_000, Unit, 0 }, { 0, 1, 1_000_000 }, { 1_000_000, 1, 1_000_000 }, { 1_000_000, Unit, 1_000_000 }, { -1_000_000, 1024, 1000 },
    };

    private const double Unit = 1.0 / (1 << 20);

    [Fact]
    public void Models_with_normal_terms_of_linear_predictors_or_terms_of_groups_use_them() =>
        Assert.All(StatisticsSpecimens.All.Append(ModelSpecimens.StraightLine(10)), specimen => Assert.True(PosteriorChecks.UsesStatistics(specimen.Condition()), specimen.Name));

    [Fact]
    public void Models_without_such_terms_do_not() =>
        Assert.All(new[] { ModelSpecimens.EightSchools, ModelSpecimens.ScalarCounts }, specimen => Assert.False(PosteriorChecks.UsesStatistics(specimen.Condition()), specimen.Name));

    /// <summary>Sums of data alone stand apart in any case: such kernels have no method that reads rows, and no second way.</summary>
    [Theory]
    [InlineData("long", "Poisson(Exp(a))")]
    [InlineData("long", "Poisson(b)")]
    [InlineData("long", "Poisson(b + c)")]
    [InlineData("int", "BernoulliLogit(a)")]
    [InlineData("long", "BinomialLogit(n[i], a)")]
    [InlineData("double", "Exponential(b)")]
    [InlineData("double", "Gamma(b, c)")]
    [InlineData("double", "InverseGamma(b, c)")]
    [InlineData("double", "Beta(b, c)")]
    public void Exponential_families_with_the_same_parameters_for_all_rows_read_none(string type, string distribution)
    {
        string kernel = KernelOf(type, distribution);
        Assert.DoesNotContain("PlateAt", kernel);
        Assert.DoesNotContain("Condensed", kernel);
    }

    /// <summary>Where 0 times the logarithm of 0 is 0 for each row, so it is for their sum.</summary>
    [Theory]
    [InlineData("int", "Bernoulli(p)")]
    [InlineData("long", "Binomial(n[i], p)")]
    public void Those_whose_logarithms_may_be_of_zero_read_none_from_statistics(string type, string distribution)
    {
        string kernel = KernelOf(type, distribution);
        Assert.Contains("CondensedLogDensity(", kernel);
        Assert.DoesNotContain("PlateAtLine11Condensed", kernel);
    }

    private static string KernelOf(string type, string distribution) => TestProject.Of(
        $$"""
        public static class Families
        {
            [Model]
            public static {{type}}[] Family(double[] t, int[] n)
            {
                double a = Sample(Normal(0, 1));
                double b = Sample(HalfNormal(1));
                double c = Sample(HalfNormal(1));
                double p = Sample(Uniform(0, 1));
                var y = new {{type}}[t.Length];
                foreach (int i in Plate(t.Length)) y[i] = Sample({{distribution}});
                return y;
            }
        }
        """).Generate()["Family.Kernel512.g.cs"];

    [Fact]
    public void They_can_be_turned_off()
    {
        var posterior = ModelSpecimens.StraightLine(10).Condition();
        var plain = With(posterior, false);
        Assert.True(PosteriorChecks.UsesStatistics(With(posterior, true)));
        Assert.False(PosteriorChecks.UsesStatistics(plain));
        Assert.False(PosteriorChecks.UsesStatistics(With(plain, true)));
    }

    [Fact]
    public void Squares_that_overflow_are_added_up_element_by_element()
    {
        var model = StatisticsSpecimens.Line.Bind();
        Assert.False(PosteriorChecks.UsesStatistics(LoadedProject.Given(model, Enumerable.Repeat(1e160, 12).ToArray())));
    }

    [Fact]
    public void Data_of_which_all_are_missing_have_statistics_of_zero()
    {
        var posterior = LoadedProject.Given(StatisticsSpecimens.Line.Bind(), new double?[12]);
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 4);
    }

    /// <summary>Around the fit, where differences of large numbers are small, and away from it; against decimals, which have 28 digits.</summary>
    [Theory]
    [MemberData(nameof(Scales))]
    public void They_are_exact_on_data_that_are_badly_scaled(int offset, double scale, int shift)
    {
        const int Count = 40;
        const double Slope = 0.75;
        double[] x = [.. ModelSpecimen.Numbers(Count, -1, 1).Select(number => shift + Rounded(number))];
        double[] e = [.. Enumerable.Range(0, Count).Select(i => scale * (1 << i % 3))];
        double[] y = [.. x.Select((at, i) => Rounded(Slope * at) + offset + e[i] * (i % 2 == 0 ? 1 : -2))];
        var posterior = LoadedProject.Given(TestProject.Of(StatisticsSpecimens.Line.Sources).Load().Bind("Wide", x, e), y);
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        var plain = With(posterior, false);
        foreach (double reach in new double[] { 0, 1, 1 << 10, 1 << 20 })
        {
            double m = Slope + reach * scale, c = offset - 2 * reach * scale;
            decimal[] z = [.. y.Select((number, i) => (Exact(number) - (Exact(m) * Exact(x[i]) + Exact(c))) / Exact(e[i]))];
            double squares = (double)z.Sum(residual => residual * residual), logs = e.Sum(Math.Log);
            double prior = -0.5 * (m * m / 100 + c * c / 1e14) - Math.Log(10) - Math.Log(1e7);
            double[] expected = [-m / 100 + (double)z.Select((residual, i) => residual * Exact(x[i]) / Exact(e[i])).Sum(), -c / 1e14 + (double)z.Select((residual, i) => residual / Exact(e[i])).Sum()];
            double[] sizes = [Math.Abs(m) / 100 + z.Select((residual, i) => Math.Abs((double)residual * x[i]) / e[i]).Sum(), Math.Abs(c) / 1e14 + z.Select((residual, i) => Math.Abs((double)residual) / e[i]).Sum()];
            double value = -0.5 * squares - logs + prior - 0.5 * (Count + 2) * Math.Log(2 * Math.PI), size = 0.5 * squares + Math.Abs(logs) + Math.Abs(prior) + Count;
            Compare("with statistics", posterior, 1e-10);

            // The loop rounds m x + c to some digits after the point, however small the difference from y and the errors are.
            double lost = y.Select((number, i) => 4e-16 * Math.Abs(number) / e[i]).Max();
            Compare("element by element", plain, 1e-10 + lost);

            void Compare(string way, Posterior compared, double tolerance)
            {
                double[] gradient = new double[2];
                double actual = compared.LogDensity([m, c], gradient);
                Assert.True(Math.Abs(actual - value) <= tolerance * size, $"{way}: {actual:R} is not {value:R} ± {tolerance * size:E1}, at {reach}");
                for (int i = 0; i < 2; i++)
                    Assert.True(Math.Abs(gradient[i] - expected[i]) <= tolerance * sizes[i], $"{way}: gradient [{i}] is {gradient[i]:R}, not {expected[i]:R} ± {tolerance * sizes[i]:E1}, at {reach}");
            }
        }
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Rows_that_are_not_twice_as_many_as_parameters_are_added_up_one_by_one(int rows, bool expected)
    {
        var posterior = LoadedProject.Given(Fields.Bind("Yields", StatisticsSpecimens.Table(rows, 9, -2, 3)), ModelSpecimen.Numbers(rows, -5, 8));
        Assert.Equal(expected, PosteriorChecks.UsesStatistics(posterior));
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 3);
    }

    [Theory]
    [InlineData(3, 9)]
    [InlineData(1, 4)]
    [InlineData(0, 3)]
    public void More_parameters_than_rows_are_no_error(int rows, int columns)
    {
        var posterior = LoadedProject.Given(Fields.Bind("Yields", StatisticsSpecimens.Table(rows, columns, -2, 3)), ModelSpecimen.Numbers(rows, -5, 8));
        Assert.False(PosteriorChecks.UsesStatistics(posterior));
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 3);
    }

    [Theory]
    [InlineData(0)] // a column of zeros
    [InlineData(1)] // a column of ones, as the intercept has
    [InlineData(2)] // the sum of two others
    public void Columns_that_depend_on_each_other_have_statistics(int kind)
    {
        double[,] x = StatisticsSpecimens.Table(30, 4, -2, 3);
        for (int i = 0; i < 30; i++) x[i, 3] = kind == 2 ? x[i, 0] + x[i, 1] : kind;
        var posterior = LoadedProject.Given(Fields.Bind("Yields", x), ModelSpecimen.Numbers(30, -5, 8));
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 4);
    }

    [Fact]
    public void A_matrix_without_columns_has_statistics()
    {
        var posterior = LoadedProject.Given(Fields.Bind("Yields", new double[12, 0]), ModelSpecimen.Numbers(12, -5, 8));
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 3);
    }

    [Fact]
    public void Rows_that_are_missing_do_not_count()
    {
        double?[] y = [.. ModelSpecimen.Numbers(40, -5, 8).Select((number, i) => i % 3 == 1 ? (double?)null : number)];
        double[,] x = StatisticsSpecimens.Table(40, 9, -2, 3);
        var posterior = LoadedProject.Given(Fields.Bind("Yields", x), y);
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        PosteriorChecks.Of(posterior).AtRandomPositions(count: 4);
    }

    /// <summary>A matrix with columns around an offset, one of them a millionth as wide as the others; against decimals, around the fit and away from it.</summary>
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1_000_000, 0, 1)]
    [InlineData(0, 1_000_000, 1)]
    [InlineData(1_000_000, 1_000_000, 1)]
    [InlineData(1_000_000, 1_000_000, 1024 * Unit)]
    public void They_are_exact_for_matrices_that_are_badly_scaled(int offset, int shift, double scale)
    {
        const int Count = 60;

        // Of four columns and what they leave, each element is a sum of some rounded products.
        const double Roundings = 50 * 2.2e-16;
        double[,] x = StatisticsSpecimens.Table(Count, 3, -1, 1);
        double[] beta = [0.75, -1.5, 0.25];
        for (int i = 0; i < Count; i++)
            for (int j = 0; j < 3; j++) x[i, j] = j == 2 ? Rounded(x[i, j] / 1024) : shift + Rounded(x[i, j]);
        double[] y = [.. Enumerable.Range(0, Count).Select(i => Rounded(offset + beta.Select((b, j) => b * (x[i, j] - (j == 2 ? 0 : shift))).Sum() + scale * (i % 2 == 0 ? 1 : -2)))];
        var posterior = LoadedProject.Given(Known.Bind("Levels", x, scale), y);
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        foreach (double reach in new double[] { 0, 1, 1 << 10 })
        {
            double[] at = [.. beta.Select((b, j) => b + (j + 1) * reach * scale)];
            double alpha = offset - shift * (at[0] + at[1]) - reach * scale;
            decimal[] z = [.. y.Select((number, i) => (Exact(number) - Exact(alpha) - Enumerable.Range(0, 3).Sum(j => Exact(x[i, j]) * Exact(at[j]))) / Exact(scale))];
            double squares = (double)z.Sum(residual => residual * residual);
            double[] expected = [(double)(z.Sum() / Exact(scale)) - alpha / 1e16, .. Enumerable.Range(0, 3).Select(j => (double)(z.Select((residual, i) => residual * Exact(x[i, j])).Sum() / Exact(scale)) - at[j])];

            // What is added up: how far each parameter lies from the fit, times the length of its column; and what the fit leaves.
            double[] lengths = [Math.Sqrt(Count) / scale, .. Enumerable.Range(0, 3).Select(j => Math.Sqrt(Enumerable.Range(0, Count).Sum(i => x[i, j] * x[i, j])) / scale)];
            double[] apart = [Math.Abs(alpha - (offset - shift * (beta[0] + beta[1]))), .. at.Zip(beta, (a, b) => Math.Abs(a - b))];
            double size = Math.Sqrt(squares) + lengths.Zip(apart, (length, distance) => length * (distance + scale)).Sum();
            double rest = -Count * Math.Log(scale) - Math.Log(1e8) - 0.5 * (alpha * alpha / 1e16 + at.Sum(b => b * b)) - 0.5 * (Count + 4) * Math.Log(2 * Math.PI);
            double[] gradient = new double[4];
            double value = posterior.LogDensity([alpha, .. at], gradient);
            Assert.True(Math.Abs(value - (rest - 0.5 * squares)) <= Roundings * (Math.Abs(rest) + Math.Sqrt(squares) * size), $"{value:R} is not {rest - 0.5 * squares:R} at {reach}");
            double[] own = [Math.Abs(alpha) / 1e16, .. at.Select(Math.Abs)];
            for (int d = 0; d < 4; d++)
            {
                double tolerance = Roundings * (own[d] + lengths[d] * size);
                Assert.True(Math.Abs(gradient[d] - expected[d]) <= tolerance, $"gradient [{d}] is {gradient[d]:R}, not {expected[d]:R} ± {tolerance:E1}, at {reach}");
            }
        }
    }

    /// <summary>A rule counts for groups with rows, whether the rows are added up one by one or not.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(3, true)]
    public void A_rule_counts_for_groups_that_have_rows(int ward, bool expected)
    {
        var posterior = StatisticsSpecimens.Groups.Condition();
        double[] position = [0.5, 1, 2, 1.5, 0.5, 0.1, -0.2, 0.3];
        position[1 + ward] = -6;
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        Assert.Equal(expected, double.IsFinite(posterior.LogDensity(position)));
        PosteriorChecks.Of(posterior).At(position);
    }

    /// <summary>The rate of a group of which no row is given may overflow: its rows do not count.</summary>
    [Fact]
    public void A_group_of_which_all_rows_are_missing_may_have_any_value()
    {
        int[] groupOf = [0, 0, 1, 1, 2];
        var posterior = LoadedProject.Given(TestProject.Of(StatisticsSpecimens.Counts.Sources).Load().Bind("Sightings", 3, groupOf), new long?[] { 3, 4, null, null, 5 });
        Assert.True(PosteriorChecks.UsesStatistics(posterior));
        double[] position = [0, 1, 800, 1];
        double plain = With(posterior, false).LogDensity(position);
        Assert.True(double.IsFinite(plain));
        Assert.Equal(plain, posterior.LogDensity(position), 1e-12 * Math.Abs(plain));
    }

    private static LoadedProject Fields { get; } = TestProject.Of(StatisticsSpecimens.Matrix.Sources).Load();

    private static LoadedProject Known { get; } = TestProject.Of(
        """
        public static class Gauges
        {
            [Model]
            public static double[] Levels(double[,] x, double e)
            {
                double alpha = Sample(Normal(0, 1e8));
                var beta = new double[x.GetLength(1)];
                foreach (int p in Plate(beta.Length)) beta[p] = Sample(Normal(0, 1));
                var y = new double[x.GetLength(0)];
                foreach (int i in Plate(y.Length)) y[i] = Sample(Normal(alpha + Dot(x, i, beta), e));
                return y;
            }
        }
        """).Load();

    private static double Rounded(double number) => Math.Round(number / Unit) * Unit;

    /// <summary>A multiple of the unit as a decimal, without the rounding of a conversion.</summary>
    private static decimal Exact(double number) => (long)(number / Unit) / (decimal)(1 << 20);

    private static Posterior With(Posterior posterior, bool sufficientStatistics) =>
        (Posterior)posterior.GetType().GetMethod("With", [typeof(bool)])!.Invoke(posterior, [sufficientStatistics])!;
}
