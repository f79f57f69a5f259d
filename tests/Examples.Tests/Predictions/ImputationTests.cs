using System.Text.Json;

namespace ProbModels.Examples.Tests.Predictions;

/// <summary>Missing elements that something else reads are inferred with the rest.</summary>
public class ImputationTests
{
    private static readonly double?[] Walked = [0.5, null, 2, 1.5, null];

    private static readonly Fit<WalkDraws, WalkPredictive> Walk =
        new WalkModel(5, 0.5).Given(Walked).Sample(new() { Seed = 4, Chains = 4, Warmup = 500, Draws = 1000 });

    [Fact]
    public void They_are_last_in_the_position()
    {
        var posterior = Walk.Posterior;
        Assert.Equal(3, posterior.Dimension);
        Assert.Equal(["drift", "twice", "y"], posterior.Sites.Select(site => site.Name));
        Assert.Equal(["y[1]", "y[4]"], Enumerable.Range(0, 2).Select(posterior.Sites[2].ElementName));
        double[] record = posterior.Constrain([0.25, -1, 7]);
        Assert.Equal([0.25, 1, -2, 4, 3, 14, -1, 7], record);
        Assert.Equal([0.25, -1, 7], posterior.Unconstrain(record));
    }

    /// <summary>A step between two known ones is their middle ± step/√2, the last is the one before it and the drift ± step.</summary>
    [Fact]
    public void They_follow_the_law_that_the_model_gives_them()
    {
        MonteCarlo.AssertMoments("y[1]", Walk.Draws.Y[0], 1.25, 0.5 / Math.Sqrt(2));

        // The drift has the posterior of three known increments of variances 0.5, 0.25 (y₂ − y₀ over two steps, y₃ − y₂) and its prior.
        double precision = 1 + 4 / 0.5 + 1 / 0.25, drift = (2 * 1.5 / 0.5 + -0.5 / 0.25) / precision;
        MonteCarlo.AssertMoments("drift", Walk.Draws.Drift, drift, 1 / Math.Sqrt(precision));
        MonteCarlo.AssertMoments("y[4]", Walk.Draws.Y[1], 1.5 + drift, Math.Sqrt(0.25 + 1 / precision));
    }

    [Fact]
    public void They_are_counted_and_summarised()
    {
        Assert.Equal(["y: 2 of 5 missing, rows 1, 4"], Walk.Posterior.Missing.Select(missing => missing.ToString()));
        string summary = Walk.Summary().ToString().ReplaceLineEndings("\n");
        Assert.Contains("\ny: 2 of 5 missing, rows 1, 4\n", summary, StringComparison.Ordinal);
        Assert.Contains("\ny[1] ", summary, StringComparison.Ordinal);
        Assert.Equal(Walk.Draws.Y[1].Mean(), Walk.Summary()["y[4]"].Mean, 1e-12); // the same sum, in another order
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(Walk.Summary().ToJson()).RootElement.GetProperty("sites").ValueKind);
    }

    [Fact]
    public void They_have_no_likelihood_and_are_predicted_anew()
    {
        Assert.Equal([false, true, false, false, true], Walk.PointwiseLogLikelihood()["y"][0, 0].ToArray().Select(double.IsNaN));
        var again = Walk.Predict(seed: 1);
        Assert.Equal((4, 1000, 5), (again.Y.Chains, again.Y.Draws, again.Y.Length));
        Assert.NotEqual(Walk.Draws.Y[0, 0][0], again.Y[0, 0][1]);
    }

    [Fact]
    public void Whole_data_have_none()
    {
        var posterior = new WalkModel(3, 0.5).Given([1, 2, 3]);
        Assert.Equal(1, posterior.Dimension);
        Assert.Equal(0, posterior.Sites.Single(site => site.Name == "y").Length);
        Assert.Equal(0, posterior.Sample(new() { Seed = 1, Chains = 1, Warmup = 50, Draws = 5 }).Draws.Y.Length);
    }

    [Fact]
    public void A_series_may_be_left_out_whole()
    {
        var posterior = new WalkModel(3, 0.5).Given();
        Assert.Equal(4, posterior.Dimension);
        Assert.Equal(["y: all 3 missing"], posterior.Missing.Select(missing => missing.ToString()));
    }

    private static readonly double[,] Factor = { { 1, 0, 0 }, { 0.5, 1, 0 }, { 0.25, 0.5, 1 } };

    [Fact]
    public void Components_of_a_vector_are_inferred_where_others_are_given()
    {
        var posterior = new TripleModel(Factor).Given([0.5, null, 1]);
        Assert.Equal((2, "y[1]"), (posterior.Dimension, posterior.Sites[1].ElementName(0)));

        // The term of the vector is that of the whole: z = L⁻¹(y − level) of the numbers 0.5, −0.5, 1 and the level 0.25.
        var terms = new double[3];
        posterior.PointwiseLogLikelihood([0.25, -0.5], terms);
        double z0 = 0.25, z1 = -0.75 - 0.5 * z0, z2 = 0.75 - 0.25 * z0 - 0.5 * z1;
        Assert.Equal(-0.5 * (z0 * z0 + z1 * z1 + z2 * z2) - 1.5 * Math.Log(2 * Math.PI), terms[0], 1e-14); // a few roundings
        Assert.Equal(posterior.Explain([0.25, -0.5]).Single(part => part.Site == "y").LogDensity, terms[0], 1e-14);
    }

    [Fact]
    public void A_vector_that_is_missing_whole_is_dropped_where_nothing_reads_it()
    {
        foreach (var posterior in new[] { new TripleModel(Factor).Given([null, null, null]), new TripleModel(Factor).Given() })
        {
            Assert.Equal(1, posterior.Dimension);
            Assert.Equal(-0.5 * 0.0625 - 0.5 * Math.Log(2 * Math.PI), posterior.LogDensity([0.25]), 1e-15); // the prior alone
            Assert.Equal(["y: all 3 missing"], posterior.Missing.Select(missing => missing.ToString()));
        }

        Assert.Equal(1, new PartsModel(2).Given([null, null, null]).Dimension);
    }

    [Fact]
    public void A_vector_whose_components_depend_on_each_other_is_given_whole_or_not_at_all()
    {
        var error = Assert.Throws<ModelBindingException>(() => new PartsModel(2).Given([0.25, null, 0.25]));
        Assert.Equal("Parts: share[1] is missing; the values of share are arrays, whose elements are given together or not at all (Walks.cs:37)", error.Message);
    }
}
