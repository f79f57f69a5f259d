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
    public void Models_with_normal_terms_of_linear_predictors_use_them() =>
        Assert.All(StatisticsSpecimens.All.Append(ModelSpecimens.StraightLine(10)), specimen => Assert.True(PosteriorChecks.UsesStatistics(specimen.Condition()), specimen.Name));

    [Fact]
    public void Models_without_such_terms_do_not() =>
        Assert.All(new[] { ModelSpecimens.EightSchools, ModelSpecimens.ScalarCounts }, specimen => Assert.False(PosteriorChecks.UsesStatistics(specimen.Condition()), specimen.Name));

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

    private static double Rounded(double number) => Math.Round(number / Unit) * Unit;

    /// <summary>A multiple of the unit as a decimal, without the rounding of a conversion.</summary>
    private static decimal Exact(double number) => (long)(number / Unit) / (decimal)(1 << 20);

    private static Posterior With(Posterior posterior, bool sufficientStatistics) =>
        (Posterior)posterior.GetType().GetMethod("With", [typeof(bool)])!.Invoke(posterior, [sufficientStatistics])!;
}
