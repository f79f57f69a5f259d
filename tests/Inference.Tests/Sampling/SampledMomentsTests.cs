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
