using ProbModels.Tests;
using VaryingInterceptsExample;

namespace ProbModels.Examples.Tests.VaryingIntercepts;

public class VaryingInterceptsTests
{
    private static readonly double[][] X = [.. new[] { 1, 9, 2, 30, 0, 4, 5, 1, 12, 40, 3, 25, 7, 2, 60 }.Select((size, g) => Row(size, g))];
    private static readonly VaryingInterceptsModel Model = new(X);

    private static readonly VaryingInterceptsSimulation Mock =
        Model.Simulate(seed: 3, new() { MeanIntercept = 1.5, SdIntercept = 0.5, MeanSlope = -0.7, SdSlope = 0.3, Sigma = 0.75 });

    private static readonly VaryingInterceptsPosterior Posterior = Model.Given(Mock.Y);

    [Fact]
    public void Measurements_have_the_groups_of_their_places()
        => Assert.Equal(X.Select(group => group.Length), Mock.Y.Select(group => group.Length));

    [Fact]
    public void Compiled_posterior_agrees_with_the_model_method()
        => Assert.Equal(6, PosteriorChecks.Of(Posterior).AtRandomPositions(count: 6));

    [Fact]
    public void Sampling_finds_what_the_measurements_were_simulated_with()
    {
        var fit = Posterior.Sample(new() { Seed = 1, Chains = 2, Warmup = 500, Draws = 500 });
        Recovery.AssertFound(
            fit,
            [
                new("meanIntercept", 1.5), new("sdIntercept", 0.5), new("meanSlope", -0.7), new("sdSlope", 0.3), new("sigma", 0.75),
                .. Truth.Elements("intercept", Mock.Intercept), .. Truth.Elements("slope", Mock.Slope),
            ]);
    }

    private static double[] Row(int size, int group)
    {
        var row = Covariates.StandardNormal(1, size, seed: (ulong)group);
        return [.. row.Cast<double>()];
    }
}
