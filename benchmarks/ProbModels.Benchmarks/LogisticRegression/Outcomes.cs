using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>Logistic regression, and made-up outcomes.</summary>
public static class Outcomes
{
    /// <summary>Outcomes that occur or not, with log odds linear in the covariates.</summary>
    [Model]
    public static int[] LogisticRegression(double[,] x)
    {
        double alpha = Sample(Normal(0, 2.5));
        var beta = new double[x.GetLength(1)];
        foreach (int p in Plate(beta.Length))
            beta[p] = Sample(Normal(0, 1));

        var y = new int[x.GetLength(0)];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(BernoulliLogit(alpha + Dot(x, i, beta)));
        return y;
    }

    /// <summary>Outcomes with standard normal covariates.</summary>
    internal static Contest Bind(int rows, int columns)
    {
        double[,] x = Covariates.StandardNormal(rows, columns);
        var model = new LogisticRegressionModel(x);
        int[] y = model.Simulate(seed: 2, new() { Alpha = 0.5, Beta = Covariates.Coefficients(columns) }).Y;
        return Contest.Of(model.Given(y), new HandWrittenLogistic(x, y));
    }
}
