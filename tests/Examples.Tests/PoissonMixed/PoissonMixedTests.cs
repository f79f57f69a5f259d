using PoissonMixedExample;
using ProbModels.Tests;

namespace ProbModels.Examples.Tests.PoissonMixed;

public class PoissonMixedTests
{
    private const int Rows = 1_000, Groups = 40;
    private const double Alpha = 0.5, Sigma = 0.6;
    private static readonly double[] Beta = [0.3, -0.2];
    private static readonly int[] GroupOf = Covariates.Groups(Rows, Groups, seed: 3);
    private static readonly double[,] X = Covariates.StandardNormal(Rows, Beta.Length, seed: 3);

    private static readonly PoissonMixedSimulation Mock =
        new PoissonMixedModel(Groups, GroupOf, X).Simulate(seed: 4, new() { Alpha = Alpha, Beta = Beta, Sigma = Sigma });

    private static readonly PoissonMixedPosterior ByEffect = new PoissonMixedModel(Groups, GroupOf, X).Given(Mock.Y);
    private static readonly PoissonMixedByLevelPosterior ByLevel = new PoissonMixedByLevelModel(Groups, GroupOf, X).Given(Mock.Y);

    /// <summary>A level is alpha plus an effect: a shift, whose Jacobian is 1.</summary>
    [Fact]
    public void Both_forms_are_one_density_in_other_coordinates()
    {
        int scalars = 2 + Beta.Length;
        foreach (var position in PosteriorChecks.Positions(ByEffect.Dimension, count: 6, seed: 5))
        {
            double[] levels = [.. position[..scalars], .. position[scalars..].Select(u => position[0] + u)];
            double expected = ByEffect.LogDensity(position);
            Assert.Equal(expected, ByLevel.LogDensity(levels), 1e-11 * Math.Abs(expected)); // rounding of 10³ terms
        }
    }

    [Fact]
    public void Levels_agree_with_their_model_method()
        => Assert.Equal(3, PosteriorChecks.Of(ByLevel).AtRandomPositions(count: 3));

    [Fact]
    public void Sampling_finds_what_the_counts_were_simulated_with()
    {
        var fit = ByLevel.Sample(new() { Seed = 1, Chains = 2, Warmup = 300, Draws = 400 });
        Recovery.AssertFound(
            fit,
            [
                new("alpha", Alpha), .. Truth.Elements("beta", Beta), new("sigma", Sigma),
                .. Truth.Elements("level", [.. Mock.U.Select(effect => Alpha + effect)]),
            ]);
    }
}
