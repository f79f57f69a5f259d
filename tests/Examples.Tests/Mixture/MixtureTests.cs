using MixtureExample;
using ProbModels.Tests;

namespace ProbModels.Examples.Tests.Mixture;

public class MixtureTests
{
    private static readonly TwoPopulationsModel Model = new(300);

    private static readonly TwoPopulationsPosterior Posterior =
        Model.Given(Model.Simulate(seed: 3, new() { Share = 0.3, Low = -1, Gap = 3, SdLow = 0.5, SdHigh = 1 }).Y);

    [Fact]
    public void Compiled_posterior_agrees_with_the_model_method()
        => Assert.Equal(12, PosteriorChecks.Of(Posterior).AtRandomPositions(count: 12));

    [Fact]
    public void Sampling_finds_what_the_measurements_were_simulated_with()
    {
        var fit = Posterior.Sample(new() { Seed = 1, Chains = 2, Warmup = 500, Draws = 500 });
        Recovery.AssertFound(fit, new Truth("share", 0.3), new("low", -1), new("high", 2), new("sdLow", 0.5), new("sdHigh", 1));
    }
}
