using EightSchoolsExample;
using StraightLineExample;

namespace ProbModels.Examples.Tests.Predictions;

public class LogLikelihoodTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Error = [0.5, 1, 0.25, 2, 0.125, 0.75];
    private static readonly double[] Y = [1, 2.5, 3.1, 7, 5, 6];

    private static readonly Fit<StraightLineDraws, StraightLinePredictive> Line =
        new StraightLineModel(X, Error).Given(Y).Sample(new() { Seed = 3, Chains = 2, Warmup = 200, Draws = 50 });

    [Fact]
    public void Each_element_of_each_draw_has_its_normal_density()
    {
        var terms = Line.PointwiseLogLikelihood();
        Assert.Equal(["y"], terms.Observables.Select(site => site.Name));
        Assert.Equal((2, 50, 6), (terms["y"].Chains, terms["y"].Draws, terms["y"].Length));
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 50; draw++)
                for (int i = 0; i < X.Length; i++)
                {
                    double z = (Y[i] - Line.Draws.M[chain, draw] * X[i] - Line.Draws.C[chain, draw]) / Error[i];
                    double expected = -0.5 * z * z - Math.Log(Error[i]) - 0.5 * Math.Log(2 * Math.PI);
                    Assert.Equal(expected, terms["y"][chain, draw][i], 1e-12 * (1 + Math.Abs(expected))); // a few roundings
                }
    }

    [Fact]
    public void Terms_add_up_to_what_the_observable_contributes()
    {
        var posterior = new EightSchoolsModel([15, 10, 16, 11, 9, 11, 10, 18]).Given([28, 8, -3, 7, -1, 1, 18, 12]);
        double[] position = [1, 0.5, .. Enumerable.Range(0, 8).Select(j => 0.3 * j - 1)];
        var terms = new double[8];
        posterior.PointwiseLogLikelihood(position, terms);
        double contribution = posterior.Explain(position).Single(part => part.Site == "y").LogDensity;
        Assert.Equal(contribution, terms.Sum(), 1e-12 * Math.Abs(contribution));
    }

    [Fact]
    public void Terms_need_a_span_of_their_length()
    {
        var error = Assert.Throws<ArgumentException>(() => Line.Posterior.PointwiseLogLikelihood([0, 0], new double[5]));
        Assert.Equal("StraightLine: terms has 5 elements; the given observables have 6 (Parameter 'terms')", error.Message);
    }

    [Fact]
    public void An_observable_that_is_not_given_has_no_terms()
    {
        var fit = new StraightLineModel(X, Error).Given().Sample(new() { Seed = 3, Chains = 1, Warmup = 50, Draws = 5 });
        var terms = fit.PointwiseLogLikelihood();
        Assert.Empty(terms.Observables);
        Assert.Equal(0, terms.Store.RecordLength);
        var error = Assert.Throws<KeyNotFoundException>(() => terms["y"]);
        Assert.Contains("StraightLine was given no observable named 'y'", error.Message, StringComparison.Ordinal);
    }
}
