using Xunit;

namespace ProbModels.Tests;

/// <summary>Long runs on distributions that are known. Seeds are fixed; the limits are in units of the estimated Monte Carlo error.</summary>
public class SampledMomentsTests
{
    [Fact]
    public void A_correlated_gaussian_of_fifty_dimensions_has_the_right_moments()
    {
        var fit = Targets.Autoregressive(50, 0.9).Sample(new() { Seed = 1, Draws = 2000 });
        var x = fit.Draws;
        // 50 means, variances and neighbours' products at 5 standard errors each: a false alarm in one of 10,000 seeds.
        for (int i = 0; i < 50; i++)
        {
            AssertMean(0, Each(x[i], value => value));
            AssertMean(1, Each(x[i], value => value * value));
            if (i > 0) AssertMean(0.9, Products(x[i - 1], x[i]));
        }
        Assert.All(fit.Summary().Rows, row => Assert.InRange(row.RHat, 0.99, 1.01));
        Assert.Equal(0, fit.Statistics.Divergences);
    }

    [Fact]
    public void A_moderate_funnel_has_the_right_marginals()
    {
        // A scale of 1 leaves the neck wide enough for one step size; the metric cannot help.
        var fit = Targets.Funnel(5, 1).Sample(new() { Seed = 3, Draws = 4000, TargetAcceptance = 0.95 });
        var x = fit.Draws;
        AssertMean(0, Each(x[0], value => value));
        AssertMean(1, Each(x[0], value => value * value));
        AssertMean(0, Each(x[0], value => value * value * value));
        for (int i = 1; i < 5; i++)
        {
            AssertMean(0, Each(x[i], value => value));
            // E x² = E e^x₀ = e^½; shares within bounds are bounded statistics, whose errors are well estimated.
            AssertMean(Math.Exp(0.5), Each(x[i], value => value * value));
            AssertMean(ShareWithinOne, Each(x[i], value => Math.Abs(value) < 1 ? 1 : 0));
        }
    }

    /// <summary>P(|xᵢ| &lt; 1) = E (2Φ(e^(−x₀/2)) − 1) for x₀ ~ N(0, 1), by the midpoint rule in the quantiles of both.</summary>
    private static double ShareWithinOne
    {
        get
        {
            const int Points = 2000;
            int inside = 0;
            for (int i = 0; i < Points; i++)
            {
                double scale = Math.Exp(0.5 * SpecialFunctions.NormalQuantile((i + 0.5) / Points));
                for (int j = 0; j < Points; j++)
                    if (Math.Abs(scale * SpecialFunctions.NormalQuantile((j + 0.5) / Points)) < 1) inside++;
            }
            return inside / (double)(Points * Points);
        }
    }

    private static double[][] Each(ScalarDraws draws, Func<double, double> value)
        => [.. Enumerable.Range(0, draws.Chains).Select(chain => Array.ConvertAll(draws.Chain(chain), x => value(x)))];

    private static double[][] Products(ScalarDraws x, ScalarDraws y)
        => [.. Enumerable.Range(0, x.Chains).Select(chain => x.Chain(chain).Zip(y.Chain(chain), (a, b) => a * b).ToArray())];

    private static void AssertMean(double expected, double[][] chains)
    {
        double mean = chains.Average(chain => chain.Average());
        double error = Diagnostics.MeanError(chains);
        Assert.InRange(mean, expected - 5 * error, expected + 5 * error);
    }
}
