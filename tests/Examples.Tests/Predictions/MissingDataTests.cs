using System.Text.Json;
using StraightLineExample;

namespace ProbModels.Examples.Tests.Predictions;

public class MissingDataTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Error = [0.5, 1, 0.25, 2, 0.125, 0.75];

    private static readonly Fit<StraightLineDraws, StraightLinePredictive> Line =
        new StraightLineModel(X, Error).Given([1, null, 3.1, double.NaN, 5, 6]).Sample(new() { Seed = 3, Chains = 2, Warmup = 200, Draws = 200 });

    [Fact]
    public void The_posterior_is_that_of_the_other_rows()
    {
        var fewer = new StraightLineModel([0, 2, 4, 5], [0.5, 0.25, 0.125, 0.75]).Given([1, 3.1, 5, 6]);
        double[] position = [0.5, -0.25], gradient = new double[2], expectedGradient = new double[2];
        double value = Line.Posterior.LogDensity(position, gradient), expected = fewer.LogDensity(position, expectedGradient);

        // The same terms, added up in another order: a few roundings.
        Assert.Equal(expected, value, 1e-13 * Math.Abs(expected));
        for (int i = 0; i < 2; i++) Assert.Equal(expectedGradient[i], gradient[i], 1e-13 * Math.Abs(expectedGradient[i]));
    }

    [Fact]
    public void What_is_missing_is_reported()
    {
        Assert.Equal(["y: 2 of 6 missing, rows 1, 3"], Line.Posterior.Missing.Select(missing => missing.ToString()));
        Assert.Contains("\ny: 2 of 6 missing, rows 1, 3\n", Line.Summary().ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var missing = JsonDocument.Parse(Line.Summary().ToJson()).RootElement.GetProperty("missing").GetProperty("y");
        Assert.Equal([1, 3], missing.EnumerateArray().Select(element => element.GetInt32()));
        Assert.Equal("y: all 6 missing", new StraightLineModel(X, Error).Given().Missing.Single().ToString());
        Assert.Empty(new StraightLineModel(X, Error).Given([1, 2, 3, 4, 5, 6]).Missing);
    }

    [Fact]
    public void What_is_missing_is_predicted()
    {
        var again = Line.Predict(seed: 5);

        // Row 1 is m + c with an error of 1: 400 draws leave ten of their standard errors, 0.5, as a generous bound.
        Assert.Equal(Line.Draws.M.Mean() + Line.Draws.C.Mean(), again.Y[1].Mean(), 0.5);
    }

    [Fact]
    public void What_is_missing_has_no_log_likelihood()
    {
        var terms = Line.PointwiseLogLikelihood()["y"];
        for (int draw = 0; draw < 200; draw++)
            Assert.Equal([false, true, false, true, false, false], terms[1, draw].ToArray().Select(double.IsNaN));
    }
}
