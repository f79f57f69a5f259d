using EightSchoolsExample;
using StraightLineExample;

namespace ProbModels.Examples.Tests.Predictions;

public class PredictionTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Error = [0.5, 1, 0.25, 2, 0.125, 0.75];
    private static readonly double[] Sigma = [15, 10, 16, 11, 9, 11, 10, 18];

    private static readonly Fit<StraightLineDraws, StraightLinePredictive> Line =
        new StraightLineModel(X, Error).Given([1, 2.5, 3.1, 7, 5, 6]).Sample(new() { Seed = 3, Chains = 2, Warmup = 200, Draws = 1000 });

    private static readonly Fit<EightSchoolsDraws, EightSchoolsPredictive> Schools =
        new EightSchoolsModel(Sigma).Given([28, 8, -3, 7, -1, 1, 18, 12]).Sample(new() { Seed = 3, Chains = 2, Warmup = 200, Draws = 200 });

    /// <summary>Of 12,000 standard normals, mean and mean square lie beyond 5 standard errors with probability 6e-7 each; the seed is fixed.</summary>
    [Fact]
    public void Predicted_observations_scatter_about_each_draws_own_line()
    {
        var again = Line.Predict(seed: 4);
        double sum = 0, squares = 0;
        int count = 2 * 1000 * X.Length;
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 1000; draw++)
                for (int i = 0; i < X.Length; i++)
                {
                    double mean = Line.Draws.M[chain, draw] * X[i] + Line.Draws.C[chain, draw];
                    double z = (again.Y[chain, draw][i] - mean) / Error[i];
                    sum += z;
                    squares += z * z;
                }

        Assert.InRange(sum / Math.Sqrt(count), -5, 5);
        Assert.InRange((squares - count) / Math.Sqrt(2.0 * count), -5, 5);
    }

    [Fact]
    public void Predictions_hold_the_latents_as_drawn_and_the_derived_values_anew()
    {
        var again = Schools.Predict(seed: 4);
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 200; draw++)
            {
                Assert.Equal(Schools.Draws.Mu[chain, draw], again.Mu[chain, draw]);
                Assert.Equal(Schools.Draws.Tau[chain, draw], again.Tau[chain, draw]);
                Assert.Equal(Schools.Draws.ThetaRaw[chain, draw], again.ThetaRaw[chain, draw]);

                // The compiled program may round a sum of two products once less than the method.
                for (int j = 0; j < Sigma.Length; j++)
                    Assert.Equal(Schools.Draws.Theta[chain, draw][j], again.Theta[chain, draw][j], 1e-12 * (1 + Math.Abs(again.Theta[chain, draw][j])));
            }
    }

    [Fact]
    public void A_prediction_depends_on_its_seed_its_chain_and_its_draw_alone()
    {
        var again = Line.Predict(seed: 4);
        Assert.Equal(again.Y.Mean(), Line.Predict(seed: 4).Y.Mean());
        Assert.NotEqual(again.Y.Mean(), Line.Predict(seed: 5).Y.Mean());

        // The first ten draws of each chain alone.
        var few = new DrawStore(2, 10, Line.Store.RecordLength);
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 10; draw++) Line.Store[chain, draw].CopyTo(few[chain, draw]);
        var fewer = Line.Posterior.Predict(Line.Posterior.Read(few), seed: 4);
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 10; draw++) Assert.Equal(again.Y[chain, draw], fewer.Y[chain, draw]);
        Assert.NotEqual(again.Y[0, 0][0], again.Y[1, 0][0]);
    }

    [Fact]
    public void The_same_parameters_predict_at_new_inputs()
    {
        double[] x = [100, 200, 300];
        var grid = new StraightLineModel(x, [1e-6, 1e-6, 1e-6]).Predict(Line.Draws, seed: 5);
        for (int draw = 0; draw < 1000; draw++)
            for (int i = 0; i < x.Length; i++)
                Assert.Equal(Line.Draws.M[1, draw] * x[i] + Line.Draws.C[1, draw], grid.Y[1, draw][i], 1e-5); // 10 of the new errors
    }

    [Fact]
    public void A_latent_of_another_shape_at_the_new_inputs_is_an_error_that_names_both()
    {
        var error = Assert.Throws<ModelBindingException>(() => new EightSchoolsModel([10, 10, 10]).Predict(Schools.Draws, seed: 1));
        Assert.Equal("EightSchools: the draws hold thetaRaw[8]; with these inputs the site is thetaRaw[3], so its values cannot be taken from them", error.Message);
    }

    [Fact]
    public void Fixed_values_take_the_place_of_draws()
    {
        var model = new EightSchoolsModel([10, 10, 10]);
        var mock = model.Simulate(seed: 2, new() { Mu = 3, ThetaRaw = [1, 2, 3] });
        Assert.Equal(3, mock.Mu);
        Assert.Equal([1.0, 2, 3], mock.ThetaRaw);
        Assert.Equal(3 + 2 * mock.Tau, mock.Theta[1], 1e-12 * Math.Abs(mock.Theta[1]));
        var prior = model.Prior(draws: 100, seed: 2, new() { Tau = 4 });
        Assert.All(prior.Tau.ToArray(), tau => Assert.Equal(4, tau));
        Assert.Equal(100, prior.Mu.ToArray().Distinct().Count());
        var error = Assert.Throws<ModelBindingException>(() => model.Simulate(seed: 2, new() { ThetaRaw = [1, 2] }));
        Assert.Equal("EightSchools: thetaRaw[2] is fixed; with these inputs the site is thetaRaw[3]", error.Message);
    }

    [Fact]
    public void A_fixed_value_outside_its_support_is_an_error()
    {
        var error = Assert.Throws<SimulationException>(() => new EightSchoolsModel([10]).Prior(draws: 500, seed: 1, new() { Tau = -1 }));
        Assert.Equal("EightSchools: tau is fixed at -1; it must be zero or greater", error.Message);
    }
}
