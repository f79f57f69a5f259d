// What a new user writes first: one package, one model.
using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

double[] y = [4.1, 5.3, 4.8, 5.9, 4.4];
var fit = new MeasurementModel(y.Length).Given(y).Sample(new() { Seed = 1 });
Console.WriteLine(fit.Summary());

// In closed form: precision 1/100 + 5/1, mean 24.5 / 5.01 = 4.8902, standard deviation 0.4468. A tenth of that is 5 Monte Carlo errors or more.
bool isRight = Math.Abs(fit.Draws.Mu.Mean() - 4.8902) < 0.045 && Math.Abs(fit.Draws.Mu.StandardDeviation() - 0.4468) < 0.045;
Console.WriteLine(isRight ? "The posterior is right." : "The posterior is wrong.");
return isRight ? 0 : 1;

public static class Laboratory
{
    [Model]
    public static double[] Measurement(int n)
    {
        double mu = Sample(Normal(0, 10));
        var y = new double[n];
        foreach (int i in Plate(n))
            y[i] = Sample(Normal(mu, 1));
        return y;
    }
}
