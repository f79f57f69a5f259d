using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>A Poisson mixed model, and made-up counts.</summary>
public static class Visits
{
    /// <summary>Counts with a log rate linear in the covariates and an effect of each group.</summary>
    [Model]
    public static long[] PoissonMixed(int groups, int[] groupOf, double[,] x)
    {
        double alpha = Sample(Normal(0, 2.5));
        var beta = new double[x.GetLength(1)];
        foreach (int p in Plate(beta.Length))
            beta[p] = Sample(Normal(0, 1));

        double sigma = Sample(HalfNormal(1));
        var u = new double[groups];
        foreach (int g in Plate(groups))
            u[g] = Sample(Normal(0, sigma));

        var y = new long[groupOf.Length];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(Poisson(Exp(alpha + u[groupOf[i]] + Dot(x, i, beta))));
        return y;
    }

    /// <summary>Counts with three standard normal covariates, in no order; all groups are equally likely.</summary>
    internal static Contest Bind(int rows, int groups)
    {
        double[] beta = [0.3, -0.2, 0.1];
        double[,] x = Covariates.StandardNormal(rows, beta.Length);
        var rng = new Philox(1, stream: 1);
        var groupOf = new int[rows];
        for (int row = 0; row < rows; row++) groupOf[row] = (int)(groups * rng.NextOpen());

        var model = new PoissonMixedModel(groups, groupOf, x);
        long[] y = model.Simulate(seed: 2, new() { Alpha = 0.5, Beta = beta, Sigma = 0.6 }).Y;
        return Contest.Of(model.Given(y), new HandWrittenPoisson(groups, groupOf, x, y));
    }
}
