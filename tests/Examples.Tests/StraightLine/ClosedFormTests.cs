using ProbModels.Tests;
using StraightLineExample;

namespace ProbModels.Examples.Tests.StraightLine;

public class ClosedFormTests
{
    private static readonly ClosedForm Exact = ClosedForm.Of(LineData.X, LineData.E, LineData.Y);

    /// <summary>The figures were computed by another program; they are stated to five decimals.</summary>
    [Fact]
    public void Closed_form_is_that_of_weighted_least_squares()
    {
        Assert.Equal(2.03977, Exact.M, 5);
        Assert.Equal(0.08819, Exact.SdM, 5);
        Assert.Equal(3.15316, Exact.C, 5);
        Assert.Equal(0.47998, Exact.SdC, 5);
        Assert.Equal(-0.86213, Exact.Correlation, 5);
    }

    /// <summary>
    /// Each estimate lies within 4 Monte Carlo standard errors of the truth: of a normal error 6e-5 lies outside, so of these 100 comparisons one would fail
    /// in about 0.6 % of all choices of 20 seeds. The seeds are fixed: this choice passes always, or something broke.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sampling_finds_the_closed_form(ulong seed)
    {
        var fit = LineData.Posterior().Sample(new() { Seed = seed });

        MonteCarlo.AssertMoments("m", fit.Draws.M, Exact.M, Exact.SdM);
        MonteCarlo.AssertMoments("c", fit.Draws.C, Exact.C, Exact.SdC);
        double error = CorrelationError(MonteCarlo.Chains(fit.Draws.M), MonteCarlo.Chains(fit.Draws.C));
        MonteCarlo.AssertWithinFourErrors("correlation", Exact.Correlation, new Comparison(fit.Draws, Exact).Correlation, error);
    }

    public static TheoryData<ulong> Seeds() => [.. Enumerable.Range(1, 20).Select(seed => (ulong)seed)];

    [Fact]
    public void Compiled_posterior_agrees_with_the_model_method()
        => Assert.Equal(30, PosteriorChecks.Of(LineData.Posterior()).AtRandomPositions(count: 30));

    /// <summary>
    /// The error of the mean of uv − r(u² + v²)/2, with u and v standardised: to first order a sample correlation is r plus the mean of that
    /// (its influence function).
    /// </summary>
    private static double CorrelationError(double[][] m, double[][] c)
    {
        double Influence(double m, double c)
        {
            double u = (m - Exact.M) / Exact.SdM, v = (c - Exact.C) / Exact.SdC;
            return u * v - Exact.Correlation * (u * u + v * v) / 2;
        }
        return Diagnostics.MeanError([.. m.Zip(c, (mChain, cChain) => mChain.Zip(cChain, Influence).ToArray())]);
    }
}
