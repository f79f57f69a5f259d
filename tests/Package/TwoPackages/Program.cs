// A model whose distribution comes compiled, from another package. ProbModels has a Weibull too; the class says whose is meant.
using Acme;
using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

var model = new LifetimesModel(200);
var posterior = model.Given(model.Simulate(1, new() { Shape = 1.5, Scale = 3 }).Hours);
var fit = posterior.Sample(new() { Seed = 1 });
Console.WriteLine(fit.Summary());

// The truth lies within 5 posterior standard deviations of the mean, and the compiled density is that of the method.
double[] position = [0.3, -0.2];
var replay = posterior.Replay(position);
bool isRight = Math.Abs(posterior.LogDensity(position) - replay.LogDensity) < 1e-10 * replay.SumOfMagnitudes
    && Math.Abs(fit.Draws.Shape.Mean() - 1.5) < 5 * fit.Draws.Shape.StandardDeviation()
    && Math.Abs(fit.Draws.Scale.Mean() - 3) < 5 * fit.Draws.Scale.StandardDeviation();
Console.WriteLine(isRight ? "The posterior is right." : "The posterior is wrong.");
return isRight ? 0 : 1;

public static class Factory
{
    [Model]
    public static double[] Lifetimes(int machines)
    {
        double shape = Sample(Gamma(4, 2));
        double scale = Sample(HalfNormal(10));
        var hours = new double[machines];
        foreach (int i in Plate(machines))
            hours[i] = Sample(AcmeDistributions.Weibull(shape, scale));
        return hours;
    }
}
