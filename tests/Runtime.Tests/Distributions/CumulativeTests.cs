using System.Globalization;
using System.Reflection;

namespace ProbModels.Tests;

/// <summary>What holds for every distribution of the library that offers its distribution function or its moments.</summary>
public class CumulativeTests
{
    private static readonly Type[] Distributions =
        [.. typeof(IDistribution<>).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DistributionAttribute>() is not null)];

    private static readonly string[][] Rows = Load();

    public static TheoryData<Type> CumulativeTypes => new(Distributions.Where(type => type.IsAssignableTo(typeof(ICumulative))));

    public static TheoryData<Specimen> Cumulatives => new(SpecimensOf(typeof(ICumulative)));

    public static TheoryData<Specimen> WithMoments => new(SpecimensOf(typeof(IMoments)));

    [Theory]
    [MemberData(nameof(CumulativeTypes))]
    public void Log_probabilities_equal_the_references(Type type)
    {
        var rows = Rows.Where(row => row[0] == type.Name).ToList();
        Assert.True(rows.Count >= 10, $"{type.Name} needs references: add it to make_cumulative.py");
        foreach (string[] row in rows)
        {
            double[] numbers = Array.ConvertAll(row[1..], text => double.Parse(text, CultureInfo.InvariantCulture));
            var distribution = (ICumulative)Specimen.Of(type, numbers[3..]).Create();
            AssertClose(numbers[1], distribution.LogCdf(numbers[0]), "log P(X ≤ x)", row);
            AssertClose(numbers[2], distribution.LogSurvival(numbers[0]), "log P(X > x)", row);
        }

        // A dozen roundings of terms as large as the result, or, close to probability 1, as the probability itself.
        static void AssertClose(double expected, double actual, string what, string[] row) =>
            Assert.True(
                Math.Abs(expected - actual) <= 5e-15 * Math.Max(1, Math.Abs(expected)),
                $"{what} is {actual:R}; it should be {expected:R}, for {string.Join(", ", row)}");
    }

    [Theory]
    [MemberData(nameof(Cumulatives))]
    public void A_probability_and_its_complement_add_up_to_one(Specimen specimen)
    {
        var distribution = (ICumulative)specimen.Create();
        for (double p = 0.01; p < 1; p += 0.0137)
        {
            double x = distribution.Quantile(p);
            Assert.Equal(1, Math.Exp(distribution.LogCdf(x)) + Math.Exp(distribution.LogSurvival(x)), 1e-14);
        }
    }

    [Theory]
    [MemberData(nameof(Cumulatives))]
    public void A_quantile_has_the_probability_that_was_asked_for(Specimen specimen)
    {
        var distribution = (ICumulative)specimen.Create();
        foreach (double p in (double[])[1e-300, 1e-100, 1e-20, 1e-8, 0.003, 0.1, 0.25, 0.4999, 0.5, 0.5001, 0.7, 0.93, 0.999])
        {
            double x = distribution.Quantile(p);

            // Rounding x moves log p by the relative density; near a location far from 0 that is more than log p's own rounding.
            double moved = Math.Abs(distribution.LogCdf(x) - distribution.LogCdf(Math.BitIncrement(x)));
            if (x == 0 || !double.IsFinite(moved)) continue;
            Assert.Equal(Math.Log(p), distribution.LogCdf(x), 1e-13 * Math.Max(1, -Math.Log(p)) + 4 * moved);
        }
    }

    [Theory]
    [MemberData(nameof(Cumulatives))]
    public void The_slope_of_the_probability_is_the_density(Specimen specimen)
    {
        var distribution = (ICumulative)specimen.Create();
        foreach (double p in (double[])[0.03, 0.2, 0.45, 0.8, 0.97])
        {
            double x = distribution.Quantile(p), density = Math.Exp(specimen.LogDensityAt(x)), step = 1e-3 * Math.Min(p, 1 - p) / density;
            double Slope(Func<double, double> f) => (8 * (f(x + step) - f(x - step)) - (f(x + 2 * step) - f(x - 2 * step))) / (12 * step);

            // The fourth-order difference errs by about 10⁻¹² of the slope, rounding by 10⁻¹⁶ over the 10⁻³ that a step changes.
            Assert.Equal(1, Slope(y => Math.Exp(distribution.LogCdf(y))) / density, 1e-8);
            Assert.Equal(-1, Slope(y => Math.Exp(distribution.LogSurvival(y))) / density, 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Cumulatives))]
    public void Far_off_and_off_the_support_nothing_breaks(Specimen specimen)
    {
        var distribution = (ICumulative)specimen.Create();
        Assert.Equal(double.NegativeInfinity, distribution.LogCdf(double.NegativeInfinity));
        Assert.Equal(0, distribution.LogSurvival(double.NegativeInfinity), 1e-15);
        Assert.Equal(0, distribution.LogCdf(double.PositiveInfinity), 1e-15);
        Assert.Equal(double.NegativeInfinity, distribution.LogSurvival(double.PositiveInfinity));
        for (double x = -1e9; x <= 1e9; x += 1.23456789e7)
        {
            Assert.InRange(distribution.LogCdf(x), double.NegativeInfinity, 1e-15);
            Assert.InRange(distribution.LogSurvival(x), double.NegativeInfinity, 1e-15);
            if (specimen.SupportContains(x)) continue;
            Assert.Equal(x < distribution.Quantile(0.5) ? 0 : 1, Math.Exp(distribution.LogCdf(x)), 1e-15);
            Assert.Equal(x < distribution.Quantile(0.5) ? 1 : 0, Math.Exp(distribution.LogSurvival(x)), 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(WithMoments))]
    public void Moments_are_those_of_the_density(Specimen specimen)
    {
        var moments = (IMoments)specimen.Create();
        double mean = moments.Mean, sd = Math.Sqrt(moments.Variance), size = double.IsFinite(sd) ? Math.Max(Math.Abs(mean), sd) : Math.Abs(mean);

        // In units of their own the integrals are of order 1, which the quadrature gets to about 1e-12.
        if (size > 0 && double.IsFinite(size)) Assert.Equal(mean / size, specimen.Expectation(x => x / size), 1e-9);

        // Masses below 1e-18 are left out of sums.
        if (sd > 1e-8 && double.IsFinite(sd)) Assert.Equal(1, specimen.Expectation(x => (x - mean) / sd * ((x - mean) / sd)), 1e-8);
    }

    [Fact]
    public void Moments_that_do_not_exist_say_so()
    {
        Assert.Equal(double.NaN, new StudentT(1, 0, 1).Mean);
        Assert.Equal(double.PositiveInfinity, new StudentT(2, 0, 1).Variance);
        Assert.Equal(double.PositiveInfinity, new InverseGamma(1, 1).Mean);
        Assert.Equal(double.PositiveInfinity, new InverseGamma(2, 1).Variance);
    }

    private static IEnumerable<Specimen> SpecimensOf(Type contract) =>
        Distributions.Where(type => type.IsAssignableTo(contract))
            .SelectMany(type => type.GetCustomAttributes<ReferenceAttribute>().Select(reference => Specimen.Of(type, [.. reference.Arguments])))
            .DistinctBy(specimen => specimen.ToString());

    private static string[][] Load()
    {
        using var stream = typeof(CumulativeTests).Assembly.GetManifestResourceStream("ProbModels.Tests.Distributions.Reference.cumulative.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
    }
}
