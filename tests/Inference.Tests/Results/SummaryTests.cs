using System.Text.Json;
using Xunit;

namespace ProbModels.Tests;

public class SummaryTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    public void Rows_are_what_the_diagnostics_say_of_the_draws(int draws)
    {
        var fit = Targets.Autoregressive(11, 0.9).Sample(new() { Seed = 6, Chains = 3, Warmup = 300, Draws = draws });
        var summary = fit.Summary();
        Assert.Equal(11, summary.Rows.Count);
        for (int i = 0; i < 11; i++)
        {
            var row = summary[$"x[{i}]"];
            double[][] chains = [.. Enumerable.Range(0, 3).Select(fit.Draws[i].Chain)];
            // The same sums in another order.
            Assert.Equal(fit.Draws[i].Mean(), row.Mean, 1e-13);
            Assert.Equal(fit.Draws[i].StandardDeviation(), row.StandardDeviation, 1e-13);
            Assert.Equal(Diagnostics.Quantile(chains, 0.05), row.Quantile5);
            Assert.Equal(Diagnostics.Quantile(chains, 0.5), row.Median);
            Assert.Equal(Diagnostics.Quantile(chains, 0.95), row.Quantile95);
            Assert.Equal(Diagnostics.RankNormalisedSplitRHat(chains), row.RHat);
            Assert.Equal(Diagnostics.BulkEss(chains), row.BulkEss);
            Assert.Equal(Diagnostics.TailEss(chains), row.TailEss);
            Assert.Equal(Diagnostics.MeanError(chains), row.MeanError, 1e-15);
        }
    }

    [Fact]
    public void The_table_is_aligned_and_shows_the_digits_that_the_error_leaves()
    {
        string table = Summarise([("slope", []), ("theta", [2, 6]), ("constant", [])], draws: 1000).ToText(elements: 2);
        Assert.Equal("""
            Canned: 2 chains x 1000 draws after 7 of warm-up; 123,456 gradients in 1.50 s; 0 divergences; seed 42

                          mean  mcse    sd      5%     50%     95%  R-hat  bulk ESS  tail ESS
            slope       2499.6  0.34  15.7  2474.7  2499.4  2525.2  1.001      2110      2052
            theta[0,0]  2499.3  0.38  16.3  2472.3  2499.7  2525.2  1.002      1855      1690
            theta[0,1]  2500.2  0.37  16.1  2474.2  2500.5  2526.3  1.002      1928      1911
              theta[2,6]: 10 more; R-hat at most 1.001, bulk ESS at least 1722, tail ESS at least 1692
            constant      3.25   NaN     0    3.25    3.25    3.25    NaN       NaN       NaN

            """, table, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Groups_of_unequal_lengths_are_named_by_group_and_place()
    {
        var summary = Summarise([("slope", []), ("y", SiteShape.OfGroups(2, 0, 3))], draws: 50);
        Assert.Equal(["slope", "y[0][0]", "y[0][1]", "y[2][0]", "y[2][1]", "y[2][2]"], summary.Rows.Select(row => row.Name));
        Assert.Contains("  y[3][2,0,3]: 3 more; R-hat at most", summary.ToText(elements: 2), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(summary.ToJson()).RootElement.GetProperty("sites").TryGetProperty("y[2][1]", out _));
    }

    [Fact]
    public void Json_names_each_element_and_writes_what_is_not_finite_as_null()
    {
        var json = JsonDocument.Parse(Summarise([("slope", []), ("theta", [3]), ("constant", [])], draws: 50).ToJson()).RootElement;
        Assert.Equal("Canned", json.GetProperty("model").GetString());
        Assert.Equal((2, 7, 50), (json.GetProperty("chains").GetInt32(), json.GetProperty("warmup").GetInt32(), json.GetProperty("draws").GetInt32()));
        Assert.Equal((42ul, 1.5, 123456), (json.GetProperty("seed").GetUInt64(), json.GetProperty("seconds").GetDouble(), json.GetProperty("gradients").GetInt64()));
        Assert.Equal(0, json.GetProperty("divergences").GetInt32());
        var sites = json.GetProperty("sites");
        Assert.Equal(["slope", "theta[0]", "theta[1]", "theta[2]", "constant"], sites.EnumerateObject().Select(site => site.Name));
        Assert.Equal(["mean", "sd", "q5", "q50", "q95", "rhat", "essBulk", "essTail", "mcse"], sites.GetProperty("slope").EnumerateObject().Select(number => number.Name));
        Assert.All(sites.GetProperty("theta[1]").EnumerateObject(), number => Assert.True(double.IsFinite(number.Value.GetDouble())));
        Assert.Equal(JsonValueKind.Null, sites.GetProperty("constant").GetProperty("rhat").ValueKind);
        Assert.Equal(3.25, sites.GetProperty("constant").GetProperty("mean").GetDouble());
    }

    [Fact]
    public void A_name_that_does_not_exist_is_refused_with_the_sites_that_do()
        => Assert.Contains("'tehta'; its sites are slope, theta", Assert.Throws<KeyNotFoundException>(() => Summarise([("slope", []), ("theta", [3])], 10)["tehta"]).Message);

    [Fact]
    public void Chains_that_disagree_are_named_once_with_the_worst_value()
    {
        var summary = Summarise([("slope", []), ("theta", [3])], draws: 200, apart: 2);
        var advice = Assert.Single(summary.Advice, advice => advice.Kind == AdviceKind.NotMixed);
        Assert.Equal(4, advice.Count);
        Assert.Contains("4 of 4 values (worst: ", advice.Message);
        Assert.Contains("! R-hat exceeds 1.01", summary.ToString());
    }

    /// <summary>Independent normal draws, the second chain moved by some standard deviations; a site named "constant" is.</summary>
    private static Summary Summarise((string Name, SiteShape Shape)[] sites, int draws, double apart = 0)
    {
        var posterior = new CannedPosterior(sites);
        var store = new DrawStore(2, draws, posterior.RecordLength);
        var rng = new Philox(8, 0);
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < draws; draw++)
                foreach (var site in posterior.Sites)
                    for (int i = 0; i < site.Length; i++)
                        store[chain, draw][site.Offset + i] = site.Name == "constant" ? 3.25 : 2500 + 16 * (rng.NextNormal() + chain * apart);
        return CannedPosterior.Fit(posterior, store).Summary();
    }
}
