using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>Linear regression with an unknown scale, and made-up responses.</summary>
public static class Responses
{
    /// <summary>Responses that scatter about a linear function of the covariates.</summary>
    [Model]
    public static double[] LinearRegression(double[,] x)
    {
        double alpha = Sample(Normal(0, 5));
        var beta = new double[x.GetLength(1)];
        foreach (int p in Plate(beta.Length))
            beta[p] = Sample(Normal(0, 1));

        double sigma = Sample(HalfNormal(2));
        var y = new double[x.GetLength(0)];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(Normal(alpha + Dot(x, i, beta), sigma));
        return y;
    }

    /// <summary>Responses with standard normal covariates.</summary>
    internal static LinearRegressionPosterior Draw(int rows, int columns, out double[,] x, out double[] y)
    {
        x = Covariates.StandardNormal(rows, columns);
        var model = new LinearRegressionModel(x);
        y = model.Simulate(seed: 2, new() { Alpha = 0.5, Beta = Covariates.Coefficients(columns), Sigma = 1.5 }).Y;
        return model.Given(y);
    }

    internal static Contest Bind(int rows, int columns)
    {
        var posterior = Draw(rows, columns, out double[,] x, out double[] y);

        // The yardstick reads all rows.
        return Contest.Of(posterior.With(sufficientStatistics: false), new HandWrittenLinear(x, y));
    }
}
