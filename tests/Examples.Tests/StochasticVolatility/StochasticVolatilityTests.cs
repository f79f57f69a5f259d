using ProbModels.Tests;
using StochasticVolatilityExample;

namespace ProbModels.Examples.Tests.StochasticVolatility;

public class StochasticVolatilityTests
{
    private const int Days = 40;
    private static readonly double[] Y = new StochasticVolatilityModel(Days).Simulate(seed: 3, new() { Mu = -1, Phi = 0.9, Sigma = 0.3 }).Y;
    private static readonly StochasticVolatilityPosterior Centred = new StochasticVolatilityModel(Days).Given(Y);
    private static readonly StochasticVolatilityNonCentredPosterior NonCentred = new StochasticVolatilityNonCentredModel(Days).Given(Y);

    /// <summary>h is linear in z: each innovation is multiplied by sigma, the first by the process's own standard deviation.</summary>
    [Fact]
    public void Both_forms_are_one_density_in_other_coordinates()
    {
        var h = NonCentred.Sites.Single(site => site.Name == "h");
        foreach (var position in PosteriorChecks.Positions(3 + Days, count: 12, seed: 5))
        {
            double phi = 2 / (1 + Math.Exp(-position[1])) - 1, sigma = Math.Exp(position[2]);
            double logJacobian = Days * Math.Log(sigma) - 0.5 * Math.Log(1 - phi * phi);
            double[] centred = [.. position[..3], .. NonCentred.Constrain(position).AsSpan(h.Offset, h.Length)];

            double expected = NonCentred.LogDensity(position), actual = Centred.LogDensity(centred) + logJacobian;
            if (double.IsFinite(expected) || double.IsFinite(actual))
                Assert.Equal(expected, actual, 1e-8 * Math.Abs(expected)); // near phi = ±1 digits of 1 − phi² are lost
        }
    }

    /// <summary>
    /// Within ±3: farther out h leaves the range of exp. The compiled program knows that log(exp(h / 2)) is h / 2, and has a finite density where the method
    /// computes with an infinite standard deviation.
    /// </summary>
    [Fact]
    public void Form_that_is_not_centred_agrees_with_its_model_method()
    {
        var checks = PosteriorChecks.Of(NonCentred);
        foreach (var position in PosteriorChecks.Positions(NonCentred.Dimension, count: 6, seed: 1))
            Assert.True(checks.At([.. position.Select(coordinate => coordinate / 4)]));
    }

    [Fact]
    public void Sampling_finds_what_the_returns_were_simulated_with()
    {
        double[] y = new StochasticVolatilityModel(400).Simulate(seed: 5, new() { Mu = -1, Phi = 0.9, Sigma = 0.4 }).Y;
        var fit = new StochasticVolatilityNonCentredModel(400).Given(y).Sample(new() { Seed = 1, Chains = 2, Warmup = 300, Draws = 300 });
        Recovery.AssertFound(fit, new Truth("mu", -1), new("phi", 0.9), new("sigma", 0.4));
    }
}
