namespace ProbModels.Examples.Tests.Usage;

/// <summary>The four programs of a model as a user writes their use.</summary>
public class UsageTests
{
    private static readonly double[] X = [0, 1, 2, 3], E = [0.5, 1, 0.25, 2], Y = [1, 2.5, 3.1, 7];
    private static readonly int[] ClusterOf = [0, 0, 1, 1, 1];
    private static readonly double[] LogTemp = [3.5, 3.6, 3.4, 3.5, 3.7];
    private static readonly SamplerOptions Short = new() { Seed = 1, Chains = 2, Warmup = 100, Draws = 20 };

    [Fact]
    public void A_line_is_sampled_summarised_and_predicted_elsewhere()
    {
        var line = new StraightLineModel(X, E);
        var fit = line.Given(Y).Sample(new() { Chains = 4, Warmup = 500, Draws = 1_000, Seed = 1 });
        Assert.Contains("R-hat", fit.Summary().ToString(), StringComparison.Ordinal);
        double slope = fit.Draws.M.Mean();
        Assert.Equal(fit.Summary()["m"].Mean, slope, 1e-12); // the same sum, in another order

        var grid = new StraightLineModel([10, 20], [1, 1]).Predict(fit.Draws, seed: 5);
        Assert.Equal((4, 1_000, 2), (grid.Y.Chains, grid.Y.Draws, grid.Y.Length));
    }

    [Fact]
    public void Clusters_are_simulated_with_fixed_values_and_inferred_from_all_or_part_of_the_data()
    {
        var stars = new StarClustersModel(clusters: 2, ClusterOf, LogTemp);
        var mock = stars.Simulate(seed: 2, new() { Slope = -8, Offset = 2, Spread = 0.5 });
        Assert.Equal((-8, 2, 0.5), (mock.Slope, mock.Offset, mock.Spread));
        Assert.Equal((2, 2, 5, 5), (mock.Parallax.Length, mock.Distance.Length, mock.Counts.Length, mock.ApparentMagnitude.Length));

        var prior = stars.Prior(draws: 1000, seed: 3);
        Assert.Equal((1, 1000, 5), (prior.Counts.Chains, prior.Counts.Draws, prior.Counts.Length));
        Assert.True(prior.Counts[0, 0].Length == 5 && prior.Parallax.Length == 2 && prior.Distance.Length == 2);

        var both = stars.Given(parallax: mock.Parallax, counts: mock.Counts).Sample(Short);
        var part = stars.Given(counts: mock.Counts).Sample(Short);
        Assert.Empty(both.Posterior.Missing);
        Assert.Equal(["parallax: all 2 missing"], part.Posterior.Missing.Select(missing => missing.ToString()));
        Assert.Equal(both.Posterior.Dimension, part.Posterior.Dimension);

        var again = both.Predict(seed: 4);
        Assert.Equal((2, 20, 5), (again.Counts.Chains, again.Counts.Draws, again.Counts.Length));
        Assert.Equal((2, 20, 2), (again.Parallax.Chains, again.Parallax.Draws, again.Parallax.Length));
    }

    [Fact]
    public void Each_observable_may_be_given_alone_or_none()
    {
        var stars = new StarClustersModel(clusters: 2, ClusterOf, LogTemp);
        var mock = stars.Simulate(seed: 2, new() { Slope = -8, Offset = 2, Spread = 0.5 });
        Assert.Equal(["counts: all 5 missing"], stars.Given(parallax: mock.Parallax).Missing.Select(missing => missing.ToString()));
        Assert.Equal(["parallax: all 2 missing", "counts: all 5 missing"], stars.Given().Missing.Select(missing => missing.ToString()));
        Assert.Equal(["counts: 2 of 5 missing, rows 1, 4"], stars.Given(mock.Parallax, [3, null, 5, 7, null]).Missing.Select(missing => missing.ToString()));
    }

    [Fact]
    public void Groups_of_another_number_cannot_take_the_draws()
    {
        var stars = new StarClustersModel(clusters: 2, ClusterOf, LogTemp);
        var draws = stars.Given().Sample(Short).Draws;
        var error = Assert.Throws<ModelBindingException>(() => new StarClustersModel(clusters: 3, ClusterOf, LogTemp).Predict(draws, seed: 1));
        Assert.Equal("StarClusters: the draws hold root[2]; with these inputs the site is root[3], so its values cannot be taken from them", error.Message);
    }

    [Fact]
    public void A_count_too_great_for_its_type_is_named_with_its_rate()
    {
        var stars = new StarClustersModel(clusters: 2, ClusterOf, LogTemp);
        var error = Assert.Throws<SimulationException>(() => stars.Simulate(seed: 1, new() { AbsoluteMagnitude = [0, 0, -60, 0, 0] }));
        Assert.StartsWith("StarClusters: counts[2] cannot be drawn: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("rate", error.Message, StringComparison.Ordinal);
    }
}
