using static ProbModels.Distributions;
using static ProbModels.SpecialFunctions;

namespace ProbModels.Tests;

/// <summary>References are those of <c>Reference/make.py</c>.</summary>
public class VectorDistributionTests
{
    private const int Draws = 100_000;

    private static readonly double[] Mean = [0.25, 0.5, -1];
    private static readonly double[,] Factor = { { 2, 0, 0 }, { 0.5, 1.5, 0 }, { -1, 0.25, 0.75 } };

    [Theory]
    [InlineData(1, -2, 0.5, -10.03948578496615)]
    [InlineData(100, -50, 0.5, -6146.916800599781)]
    public void A_multivariate_normal_density_equals_the_reference(double a, double b, double c, double expected) =>
        Assert.Equal(expected, MvNormalCholesky(Mean, Factor).LogDensity([a, b, c]), 1e-14 * Math.Abs(expected));

    [Fact]
    public void In_one_dimension_it_is_the_normal_distribution() =>
        Assert.Equal(Normal(2, 0.5).LogDensity(3.25), MvNormalCholesky([2], new[,] { { 0.5 } }).LogDensity([3.25]), 1e-15);

    [Fact]
    public void Multivariate_normal_draws_have_their_mean_and_covariance()
    {
        var rng = new Philox(71, 0);
        var distribution = MvNormalCholesky(Mean, Factor);
        var sample = Enumerable.Range(0, Draws).Select(_ => distribution.Draw(ref rng)).ToArray();
        foreach (double[] direction in (double[][])[[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, -2, 0.5], [-1, 1, 3]])
        {
            // Any linear combination is normal: its variance is the squared length of Lᵀ direction.
            double mean = direction.Zip(Mean, (d, m) => d * m).Sum();
            double variance = Enumerable.Range(0, 3).Sum(j => Math.Pow(Enumerable.Range(0, 3).Sum(i => direction[i] * Factor[i, j]), 2));
            double[] standardised = [.. sample.Select(x => (x.Zip(direction, (v, d) => v * d).Sum() - mean) / Math.Sqrt(variance))];
            GoodnessOfFit.KolmogorovSmirnov(standardised, NormalCdf);
            Sample.AssertMoments(standardised, mean: 0, variance: 1, fourthCentralMoment: 3);
        }
    }

    [Fact]
    public void A_dirichlet_density_equals_the_reference()
    {
        Assert.Equal(2.7264711250584908, Dirichlet([2, 3.5, 0.5, 1]).LogDensity([0.25, 0.5, 0.125, 0.125]), 1e-14);
        Assert.Equal(19.677898062795112, Dirichlet([0.25, 3]).LogDensity([1e-12, 1 - 1e-12]), 1e-13);
        Assert.Equal(Beta(2, 3).LogDensity(0.3), Dirichlet([2, 3]).LogDensity([0.3, 0.7]), 1e-14);
    }

    [Fact]
    public void Each_part_of_a_dirichlet_draw_is_a_beta_number()
    {
        double[] concentration = [2, 3.5, 0.5, 1];
        var rng = new Philox(72, 0);
        var distribution = Dirichlet(concentration);
        var sample = Enumerable.Range(0, Draws).Select(_ => distribution.Draw(ref rng)).ToArray();
        Assert.All(sample, x => Assert.True(distribution.Support.Contains(x) && double.IsFinite(distribution.LogDensity(x))));
        for (int k = 0; k < 4; k++)
        {
            double a = concentration[k], b = 7 - a;

            // On the scale of log odds, where the density is smooth: its log is log p(x) + log(x (1 − x)).
            double[] logOdds = [.. sample.Select(x => Math.Log(x[k]) - Math.Log(1 - x[k]))];
            GoodnessOfFit.KolmogorovSmirnovByDensity(logOdds, q => Math.Exp(-a * Softplus(-q) - b * Softplus(q) - LogBeta(a, b)));
        }
    }

    [Fact]
    public void A_dirichlet_draw_of_tiny_shapes_stays_in_the_support()
    {
        var rng = new Philox(73, 0);
        var distribution = Dirichlet([1e-4, 2e-4, 1e-3]);
        for (int i = 0; i < 1000; i++) Assert.True(distribution.Support.Contains(distribution.Draw(ref rng)));
    }

    [Fact]
    public void Categories_are_as_likely_as_their_logits_say()
    {
        double[] logits = [0.5, -1, 2, 700, 699];
        Assert.Equal(-Math.Log(1 + Math.Exp(-1)), CategoricalLogit(logits).LogDensity(3), 1e-15);
        Assert.Equal(-1001 - Math.Log(1 + Math.Exp(-1001)), CategoricalLogit([-1000, 1]).LogDensity(0), 1e-12);

        double[] masses = [0.1, 0.25, 0.05, 0.6];
        var distribution = CategoricalLogit(Array.ConvertAll(masses, Math.Log));
        var rng = new Philox(74, 0);
        var counts = new long[4];
        for (int i = 0; i < Draws; i++) counts[distribution.Draw(ref rng)]++;
        GoodnessOfFit.ChiSquare(counts, masses);
        for (int x = 0; x < 4; x++) Assert.Equal(Math.Log(masses[x]), distribution.LogDensity(x), 1e-15);
        Assert.Equal([false, true, true, false], Array.ConvertAll([-1, 0, 3, 4], distribution.Support.Contains));
    }

    [Theory]
    [InlineData(-2.731480094533435, 4, 1.5, 0.5, -0.25, 0.125, 0.75, 0.5, -0.5)]
    [InlineData(-0.08913476585219206, 2, 0.5, 0.9375)]
    [InlineData(-4.042115637047286, 3, 10, 0.25, -0.5, 0.5)]
    [InlineData(0, 1, 3)]
    public void An_lkj_density_equals_the_reference(double expected, int dimension, double shape, params double[] partialCorrelations)
    {
        var x = new double[dimension, dimension];
        ((MatrixSupport)LkjCholesky(dimension, shape).Support).Constrain(Array.ConvertAll(partialCorrelations, Math.Atanh), MatrixSupport.Elements(x), out _);
        Assert.Equal(expected, LkjCholesky(dimension, shape).LogDensity(x), 1e-13);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 0.5)]
    [InlineData(5, 3)]
    public void Every_correlation_of_an_lkj_draw_has_the_same_beta_distribution(int dimension, double shape)
    {
        var rng = new Philox(75, (ulong)dimension);
        var distribution = LkjCholesky(dimension, shape);
        var sample = Enumerable.Range(0, 50_000).Select(_ => distribution.Draw(ref rng)).ToArray();
        Assert.All(sample, x => Assert.True(distribution.Support.Contains(x)));

        // (1 + r) / 2 is a beta number of b = shape + (n − 2) / 2 twice (Lewandowski, Kurowicka and Joe 2009); atanh r is half its log odds.
        double b = shape + 0.5 * (dimension - 2);
        for (int i = 1; i < dimension; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double[] logOdds = [.. sample.Select(x => Enumerable.Range(0, j + 1).Sum(k => x[i, k] * x[j, k])).Select(r => 2 * Math.Atanh(Math.Clamp(r, -1 + 1e-15, 1 - 1e-15)))];
                GoodnessOfFit.KolmogorovSmirnovByDensity(logOdds, q => Math.Exp(-b * (Softplus(-q) + Softplus(q)) - LogBeta(b, b)));
            }
        }
    }

    [Fact]
    public void A_broken_rule_is_named_with_its_value()
    {
        Assert.Null(MvNormalCholesky(Mean, Factor).Violation);
        Assert.Null(Dirichlet([1, 2]).Violation);
        Assert.Null(CategoricalLogit([1]).Violation);
        Assert.Null(LkjCholesky(1, 1).Violation);
        Assert.Equal("concentration[1] is 0; it must be positive", Dirichlet([1, 0]).Violation);
        Assert.Equal("concentration is empty; it must have an element for each category", Dirichlet([]).Violation);
        Assert.Equal("logits[0] is NaN; it must be finite", CategoricalLogit([double.NaN]).Violation);
        Assert.Equal("logits is empty; it must have an element for each category", CategoricalLogit([]).Violation);
        Assert.Equal("shape is -1; it must be positive", LkjCholesky(3, -1).Violation);
        Assert.Equal("dimension is 0; it must be at least 1", LkjCholesky(0, 1).Violation);
        Assert.Equal("choleskyFactor is 3 × 3; it must be 2 × 2, as mean has 2 elements", MvNormalCholesky([1, 2], Factor).Violation);
        Assert.Equal("choleskyFactor[1, 1] is 0; it must be positive", MvNormalCholesky([1, 2], new double[,] { { 1, 0 }, { 1, 0 } }).Violation);
        Assert.Equal("mean[1] is NaN; it must be finite", MvNormalCholesky([1, double.NaN], new double[,] { { 1, 0 }, { 1, 1 } }).Violation);
    }
}
