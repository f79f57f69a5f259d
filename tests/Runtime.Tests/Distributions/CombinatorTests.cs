using static ProbModels.Distributions;

namespace ProbModels.Tests;

public class CombinatorTests
{
    private const int Draws = 100_000;

    /// <summary>Log densities at x, from <c>Reference/make.py</c>.</summary>
    public static TheoryData<IDistribution<double>, double, double> References => new()
    {
        { Truncated(Normal(0, 1), -1, 2), 0.5, -0.8437722388802101 },
        { Truncated(Normal(0, 1), 40, 50), 40.125, -1.3183090194508846 },
        { Truncated(Normal(0, 1), -50, -40), -40.125, -1.3183090194508846 },
        { Truncated(Exponential(0.5), 600, 601), 600.25, 0.11460494900724326 },
        { LeftTruncated(Normal(0, 1), 9), 9.5, -2.4157894198725574 },
        { RightTruncated(Normal(0, 1), 1), -3, -5.246184754181223 },
        { RightTruncated(Exponential(0.5), 1e-9), 5e-10, 20.72326583694641 },
        { Censored(Normal(0, 1), -2, 3), -2, -3.783184333682032 },
        { Censored(Normal(0, 1), -2, 3), 3, -6.607726221510349 },
        { Censored(Normal(0, 1), -2, 3), 0.5, -1.0439385332046727 },
        { LeftCensored(Normal(0, 1), -38), -40, -726.5572160188201 },
        { LeftCensored(Exponential(0.5), 2), 3, -2.1931471805599454 },
        { RightCensored(Exponential(0.5), 500), 500, -250.0 },
        { RightCensored(Exponential(0.5), 500), 3, -2.1931471805599454 },
        { Mixture(0.25, Normal(0, 1), Normal(3, 0.5)), 2, -2.35932274526925 },
        { Mixture(0.25, Normal(0, 1), Normal(3, 0.5)), 60, -1802.3052328943245 },
        { Mixture(0.25, Exponential(0.5), Normal(3, 0.5)), -1, -32.51347342509651 },
        { Mixture(0.25, Exponential(0.5), Mixture(0.5, Normal(0, 1), Normal(3, 0.5))), 1, -1.791825110413901 },
    };

    /// <summary>Parts of distributions, tails of which the probability itself is 0 in double precision among them.</summary>
    public static TheoryData<IDistribution<double>> Continuous =>
    [
        Truncated(Normal(0, 1), -1, 2), Truncated(Normal(0, 1), 6, 7), Truncated(Normal(0, 1), 40, 50), Truncated(Normal(0, 1), -50, -40),
        Truncated(Normal(0, 1), -0.5, 60), Truncated(Exponential(0.5), 600, 601), Truncated(Exponential(0.5), -1, 2), Truncated(Uniform(0, 1), 0.25, 3),
        LeftTruncated(Normal(0, 1), -1), LeftTruncated(Normal(0, 1), 9), LeftTruncated(Normal(0, 1), 45), LeftTruncated(Laplace(0, 1), 3),
        LeftTruncated(Logistic(0, 1), 800), LeftTruncated(Exponential(0.5), -2), LeftTruncated(Weibull(2.3, 1), 2), LeftTruncated(LogNormal(0.3, 0.8), 1000),
        RightTruncated(Normal(0, 1), 1), RightTruncated(Normal(0, 1), -45), RightTruncated(HalfNormal(2), 0.01), RightTruncated(Cauchy(0, 1), -100),
        RightTruncated(HalfCauchy(2), 3), Mixture(0.25, Normal(0, 1), Normal(3, 0.5)), Mixture(0.3, Exponential(0.5), HalfNormal(3)),
        Mixture(0.9, Normal(0, 1), Uniform(-5, 5)), Mixture(0.25, Normal(8, 1), Mixture(0.5, Normal(0, 1), Normal(3, 0.5))),
        Mixture(0.5, Exponential(0.5), Normal(0, 1)),
    ];

    [Theory]
    [MemberData(nameof(References))]
    public void Log_densities_equal_the_references(IDistribution<double> distribution, double x, double expected)
    {
        Assert.Null(distribution.Violation);
        Assert.True(distribution.Support.Contains(x));

        // A dozen roundings of terms as large as x² or rate · x, which cancel in far tails: up to 10³ here.
        double size = Math.Max(1, Math.Max(Math.Abs(expected), 0.5 * x * x));
        Assert.Equal(expected, distribution.LogDensity(x), 2e-15 * size);
    }

    [Theory]
    [MemberData(nameof(Continuous))]
    public void Draws_agree_with_the_density_and_lie_in_the_support(IDistribution<double> distribution)
    {
        var rng = new Philox(51, 0);
        var sample = Sample.Of(Draws, () => distribution.Draw(ref rng));
        Assert.All(sample, x => Assert.True(distribution.Support.Contains(x) && double.IsFinite(distribution.LogDensity(x)), $"{x:R} is not {distribution.Support.Rule}"));

        // Seen through the transform of the support, on a scale where the draws have a spread of about 1.
        var support = Assert.IsAssignableFrom<RealSupport>(distribution.Support);
        var unconstrained = sample.Select(support.Unconstrain).Order().ToArray();
        double centre = unconstrained[Draws / 2], width = unconstrained[3 * Draws / 4] - unconstrained[Draws / 4];
        double Density(double z)
        {
            double x = support.Constrain(centre + width * z, out double logJacobian);
            return support.Contains(x) ? width * Math.Exp(distribution.LogDensity(x) + logJacobian) : 0;
        }

        // Where one part of a mixture ends the density jumps; the quadrature finds such a place to about 1e-5.
        Assert.Equal(1, Quadrature.Integrate(Density, double.NegativeInfinity, double.PositiveInfinity), 1e-4);
        GoodnessOfFit.KolmogorovSmirnovByDensity([.. unconstrained.Select(q => (q - centre) / width)], Density);
    }

    [Fact]
    public void Readings_beyond_the_ends_of_a_scale_are_as_frequent_as_their_probability_says()
    {
        var rng = new Philox(52, 0);
        var censored = Censored(Normal(0, 1), -1, 2);
        var sample = Sample.Of(Draws, () => censored.Draw(ref rng));
        double below = Math.Exp(censored.LogDensity(-1)), above = Math.Exp(censored.LogDensity(2));
        long low = sample.LongCount(x => x == -1), high = sample.LongCount(x => x == 2);
        GoodnessOfFit.ChiSquare([low, high, Draws - low - high], [below, above, 1 - below - above]);
        Assert.Equal(0.1586552539314571, below, 1e-15);
        Assert.Equal(0.0227501319481792, above, 1e-15);
        Assert.All(Sample.Of(1000, () => LeftCensored(Normal(0, 1), 0.5).Draw(ref rng)), x => Assert.True(x >= 0.5));
        Assert.All(Sample.Of(1000, () => RightCensored(Normal(0, 1), 0.5).Draw(ref rng)), x => Assert.True(x <= 0.5));
    }

    [Fact]
    public void A_reading_beyond_an_end_counts_as_one_at_the_end()
    {
        var censored = Censored(LogNormal(0, 1), 0.5, 4);
        Assert.Equal(censored.LogDensity(0.5), censored.LogDensity(-3));
        Assert.Equal(censored.LogDensity(4), censored.LogDensity(1e300));
        Assert.True(censored.Support.Contains(-3));
        Assert.False(censored.Support.Contains(double.NaN));
        Assert.False(RightCensored(LogNormal(0, 1), 4).Support.Contains(-3));
    }

    [Fact]
    public void What_is_cut_off_lies_outside_the_support()
    {
        Assert.Equal([false, true, true, true, false], Array.ConvertAll([-1.5, -1, 0, 2, 2.5], Truncated(Normal(0, 1), -1, 2).Support.Contains));
        Assert.Equal([false, true, true, false], Array.ConvertAll([-0.5, 0, 2, 2.5], Truncated(Exponential(1), -1, 2).Support.Contains));
        Assert.Equal([false, true], Array.ConvertAll([3, 3.5], LeftTruncated(Normal(0, 1), 3).Support.Contains));
        Assert.Equal([true, false], Array.ConvertAll([2.5, 3], RightTruncated(Normal(0, 1), 3).Support.Contains));
        Assert.Equal([false, true, true, false], Array.ConvertAll([-0.5, 0.5, 1.5, 2.5], Mixture(0.5, Uniform(0, 1), Uniform(1, 2)).Support.Contains));
        Assert.Equal("between -1 and 2", Truncated(Normal(0, 1), -1, 2).Support.Rule);
        Assert.Equal("between 0 and 2, and positive", RightTruncated(LogNormal(0, 1), 2).Support.Rule);
    }

    public static TheoryData<IDistribution<double>, string> Violations => new()
    {
        { Truncated(Normal(0, -1), 0, 1), "sd is -1; it must be positive" },
        { Truncated(Normal(0, 1), 2, 1), "high is 1; it must be finite and greater than low, which is 2" },
        { Truncated(Normal(0, 1), double.NegativeInfinity, 1), "low is -Infinity; it must be finite" },
        { Truncated(Uniform(0, 1), 2, 3), "what is left between 2 and 3 is nothing; the inner distribution lies between 0 and 1" },
        { LeftTruncated(Normal(0, 1), double.NaN), "low is NaN; it must be finite" },
        { RightTruncated(Exponential(1), -2), "what is left between -Infinity and -2 is nothing; the inner distribution lies between 0 and Infinity" },
        { Censored(Normal(0, 1), 2, 2), "high is 2; it must be finite and greater than low, which is 2" },
        { LeftCensored(Exponential(0), 2), "rate is 0; it must be positive" },
        { RightCensored(Exponential(1), double.PositiveInfinity), "high is Infinity; it must be finite" },
        { Mixture(1.5, Normal(0, 1), Normal(0, 1)), "weight is 1.5; it must be between 0 and 1" },
        { Mixture(0.5, Normal(0, 1), Normal(0, 0)), "sd is 0; it must be positive" },
    };

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_broken_rule_is_named_with_its_value(IDistribution<double> distribution, string expected) => Assert.Equal(expected, distribution.Violation);
}
