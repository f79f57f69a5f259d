using ProbModels;
using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace PoissonMixedExample;

public static class Visits
{
    /// <summary>Counts with a log rate linear in the covariates, and with an effect of each group: a Poisson mixed model.</summary>
    /// <remarks>The effects are centred, which suits groups with many rows: the data, rather than the prior, then hold each effect.</remarks>
    /// <param name="groups">The number of groups.</param>
    /// <param name="groupOf">The group of each row, from 0.</param>
    /// <param name="x">The covariates: as many rows as <paramref name="groupOf"/>, scaled to about unit size.</param>
    /// <returns>The counts.</returns>
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
}
