using LogisticRegressionExample;

namespace ProbModels.Examples.Tests.LogisticRegression;

public class LogisticRegressionTests
{
    [Fact]
    public void Sampling_finds_what_the_outcomes_were_simulated_with()
    {
        const double alpha = -0.5;
        double[] beta = [1, -0.75, 0.5, 0];
        var model = new LogisticRegressionModel(Covariates.StandardNormal(rows: 500, columns: 4, seed: 3));
        var mock = model.Simulate(seed: 4, new() { Alpha = alpha, Beta = beta });

        var fit = model.Given(mock.Y).Sample(new() { Seed = 1, Chains = 2, Warmup = 300, Draws = 300 });
        Recovery.AssertFound(fit, [new("alpha", alpha), .. Truth.Elements("beta", beta)]);
    }
}
