using ProbModels;
using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace PoissonMixedExample;

/// <summary>Counts with a log rate linear in the covariates and an effect of each group: a Poisson mixed model.</summary>
/// <remarks>
/// Both models state the same distribution of the counts. With effects about zero the data hold alpha + u[g] tightly, and alpha alone loosely, so that all
/// effects move against alpha together: a long ridge. Levels about alpha are each held by their own data, and the ridge is gone (Gelfand, Sahu and
/// Carlin 1995, "Efficient parametrisations for normal linear mixed models").
/// </remarks>
public static class Visits
{
    /// <summary>A Poisson mixed model, the groups' effects being about zero.</summary>
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

    /// <summary>A Poisson mixed model, the groups' levels being about alpha.</summary>
    /// <param name="groups">The number of groups.</param>
    /// <param name="groupOf">The group of each row, from 0.</param>
    /// <param name="x">The covariates: as many rows as <paramref name="groupOf"/>, scaled to about unit size.</param>
    /// <returns>The counts.</returns>
    [Model]
    public static long[] PoissonMixedByLevel(int groups, int[] groupOf, double[,] x)
    {
        double alpha = Sample(Normal(0, 2.5));
        var beta = new double[x.GetLength(1)];
        foreach (int p in Plate(beta.Length))
            beta[p] = Sample(Normal(0, 1));

        double sigma = Sample(HalfNormal(1));
        var level = new double[groups];
        foreach (int g in Plate(groups))
            level[g] = Sample(Normal(alpha, sigma));

        var y = new long[groupOf.Length];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(Poisson(Exp(level[groupOf[i]] + Dot(x, i, beta))));
        return y;
    }
}
