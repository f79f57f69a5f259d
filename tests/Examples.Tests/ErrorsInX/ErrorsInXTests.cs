using ErrorsInXExample;
using ProbModels.Tests;

namespace ProbModels.Examples.Tests.ErrorsInX;

public class ErrorsInXTests
{
    private static readonly CsvTable Data = CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "errors_in_x.csv"));
    private static readonly double[] X = Data["x"], ErrorX = Data["ex"], Y = Data["y"], ErrorY = Data["ey"];

    private static readonly LineWithErrorsInXPosterior Latent = new LineWithErrorsInXModel(X, ErrorX, ErrorY).Given(Y);
    private static readonly IntegratedLinePosterior Integrated = new IntegratedLineModel(X, ErrorX, ErrorY).Given(Y);

    /// <summary>
    /// The joint density of line and places is that of the line, with the places integrated out, times that of the places given the line: products of normal
    /// densities, so all of it is known.
    /// </summary>
    [Fact]
    public void Integrating_the_places_out_leaves_the_integrated_line()
    {
        foreach (var position in PosteriorChecks.Positions(2 + X.Length, count: 12, seed: 5))
        {
            double angle = Math.PI / (1 + Math.Exp(-position[0])) - Math.PI / 2, m = Math.Tan(angle), c = (10 / (1 + Math.Exp(-position[1])) - 5) / Math.Cos(angle);
            double places = 0, magnitude = 0;
            for (int i = 0; i < X.Length; i++)
            {
                double precision = 1 / (ErrorX[i] * ErrorX[i]) + m * m / (ErrorY[i] * ErrorY[i]);
                double mean = (X[i] / (ErrorX[i] * ErrorX[i]) + m * (Y[i] - c) / (ErrorY[i] * ErrorY[i])) / precision;
                double square = precision * (position[2 + i] - mean) * (position[2 + i] - mean);
                places += 0.5 * Math.Log(precision / (2 * Math.PI)) - 0.5 * square;
                magnitude += square;
            }

            double joint = Latent.LogDensity(position), line = Integrated.LogDensity(position.AsSpan(0, 2));

            // Large squares cancel between the two sides; steep lines lose digits of m in the tangent.
            Assert.Equal(joint, line + places, 1e-9 * (Math.Abs(joint) + Math.Abs(line) + magnitude));
        }
    }

    /// <summary>Two samples of one distribution: their means differ by at most 4 standard errors of a difference.</summary>
    [Fact]
    public void Both_forms_have_the_same_moments()
    {
        var options = new SamplerOptions { Seed = 2, Chains = 2, Warmup = 500, Draws = 1000 };
        var latent = Latent.Sample(options);
        var integrated = Integrated.Sample(options);
        Compare("m", latent.Draws.M, integrated.Draws.M);
        Compare("c", latent.Draws.C, integrated.Draws.C);
    }

    [Fact]
    public void Integrated_line_agrees_with_its_model_method()
        => Assert.Equal(30, PosteriorChecks.Of(Integrated).AtRandomPositions(count: 30));

    private static void Compare(string name, ScalarDraws a, ScalarDraws b)
    {
        double[][] ofA = MonteCarlo.Chains(a), ofB = MonteCarlo.Chains(b);
        MonteCarlo.AssertWithinFourErrors($"mean of {name}", a.Mean(), b.Mean(), double.Hypot(Diagnostics.MeanError(ofA), Diagnostics.MeanError(ofB)));
        MonteCarlo.AssertWithinFourErrors(
            $"sd of {name}",
            a.StandardDeviation(),
            b.StandardDeviation(),
            double.Hypot(Diagnostics.StandardDeviationError(ofA), Diagnostics.StandardDeviationError(ofB)));
    }
}
