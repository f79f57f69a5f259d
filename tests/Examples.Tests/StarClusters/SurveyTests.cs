using StarClustersExample;

namespace ProbModels.Examples.Tests.StarClusters;

public class SurveyTests
{
    private static readonly Survey Survey = new(seed: 1);

    [Fact]
    public void Mock_survey_is_made_with_the_truths()
    {
        Assert.Equal((Survey.Slope, Survey.Offset, Survey.Spread), (Survey.Truth.Slope, Survey.Truth.Offset, Survey.Truth.Spread));
        Assert.Equal(30, Survey.Truth.Parallax.Length);
        Assert.InRange(Survey.Truth.Counts.Length, 90 + 60 - 40, 90 + 60 + 40); // five standard deviations of a Poisson number with mean 60
    }

    [Fact]
    public void Parallaxes_below_the_limit_are_not_measured()
        => Assert.Equal(Survey.Truth.Parallax.Count(parallax => parallax < 0.0375), Survey.Unmeasured);

    /// <summary>A few hundred draws do not converge; that the sampler runs, and says so, can be seen.</summary>
    [Fact]
    public void Short_runs_are_reported_as_such()
    {
        var fit = Survey.WithZeros().Sample(new() { Seed = 1, Chains = 2, Warmup = 100, Draws = 50 });
        Assert.NotEmpty(fit.Summary().Advice);
        Assert.True(fit.Draws.Spread.ToArray().All(double.IsFinite));
    }
}
