using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Examples.Tests.ReferenceDensities;

public static class Measurements
{
    /// <summary>Linear regression with an unknown error.</summary>
    [Model]
    public static double[] LinearRegression(double[,] x)
    {
        double alpha = Sample(Normal(0, 2.5));
        var beta = new double[x.GetLength(1)];
        foreach (int p in Plate(beta.Length))
            beta[p] = Sample(Normal(0, 1));
        double sigma = Sample(HalfNormal(2.5));

        var y = new double[x.GetLength(0)];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(Normal(alpha + Dot(x, i, beta), sigma));
        return y;
    }
}
