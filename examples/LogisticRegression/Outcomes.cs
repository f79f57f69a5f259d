using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace LogisticRegressionExample;

public static class Outcomes
{
    /// <summary>Outcomes that occur or not, with log odds linear in the covariates.</summary>
    /// <param name="x">The covariates: a row for each outcome, scaled to about unit size, which is what the priors expect.</param>
    /// <returns>For each row 1 where the outcome occurred, else 0.</returns>
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
}
