using PoissonMixedExample;

namespace ProbModels.Examples.Tests.PoissonMixed;

public class PoissonMixedTests
{
    [Fact]
    public void Sampling_finds_what_the_counts_were_simulated_with()
    {
        const int rows = 1_000, groups = 40;
        const double alpha = 0.5, sigma = 0.6;
        double[] beta = [0.3, -0.2];
        var model = new PoissonMixedModel(groups, Covariates.Groups(rows, groups, seed: 3), Covariates.StandardNormal(rows, beta.Length, seed: 3));
        var mock = model.Simulate(seed: 4, new() { Alpha = alpha, Beta = beta, Sigma = sigma });

        var fit = model.Given(mock.Y).Sample(new() { Seed = 1, Chains = 2, Warmup = 400, Draws = 600 });
        Recovery.AssertFound(fit, [new("alpha", alpha), .. Truth.Elements("beta", beta), new("sigma", sigma), .. Truth.Elements("u", mock.U)]);
    }
}
