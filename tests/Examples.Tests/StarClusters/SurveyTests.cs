using ProbModels.Tests;
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
    public void Parallaxes_below_the_limit_are_not_published()
    {
        Assert.Equal(Survey.Truth.Parallax.Count(parallax => parallax < 0.0375), Survey.Unpublished);
        Assert.InRange(Survey.Unpublished, 1, 29);
    }

    /// <summary>At one position the treatments differ by the terms of the unpublished parallaxes alone, which are known.</summary>
    [Fact]
    public void Treatments_differ_by_the_terms_of_unpublished_parallaxes()
    {
        double zeros = 0, censored = 0;
        for (int k = 0; k < 30; k++)
        {
            if (Survey.Truth.Parallax[k] >= 0.0375) continue;

            // At the position 0 every cube root is 5.5, the middle of its interval.
            double mean = Math.Pow(5.5, -3), z = (0 - mean) / Astronomy.ParallaxError;
            zeros += -0.5 * z * z - Math.Log(Astronomy.ParallaxError * Math.Sqrt(2 * Math.PI));
            censored += SpecialFunctions.LogNormalCdf((0.0375 - mean) / Astronomy.ParallaxError);
        }

        var origin = new double[Survey.WithMissing().Dimension];
        double missing = Survey.WithMissing().LogDensity(origin), rounding = 1e-13 * Math.Abs(missing);
        Assert.Equal(zeros, Survey.WithZeros().LogDensity(origin) - missing, rounding);
        Assert.Equal(censored, Survey.WithCensored().LogDensity(origin) - missing, rounding);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("censored")]
    public void Compiled_posterior_agrees_with_the_model_method(string treatment)
    {
        var few = new Survey(seed: 2, clusters: 7);
        Assert.InRange(few.Unpublished, 1, 6);
        Posterior posterior = treatment == "missing" ? few.WithMissing() : few.WithCensored();
        Assert.Equal(6, PosteriorChecks.Of(posterior).AtRandomPositions(count: 6));
    }

    /// <summary>A few hundred draws do not converge; that the sampler runs, and says so, can be seen.</summary>
    [Fact]
    public void Short_runs_are_reported_as_such()
    {
        var fit = Survey.WithCensored().Sample(new() { Seed = 1, Chains = 2, Warmup = 100, Draws = 50 });
        Assert.NotEmpty(fit.Summary().Advice);
        Assert.True(fit.Draws.Spread.ToArray().All(double.IsFinite));
    }
}
