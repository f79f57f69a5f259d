using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>Counts that depend on their group alone, and made-up ones.</summary>
public static class Sightings
{
    /// <summary>Counts with a log rate for each group.</summary>
    [Model]
    public static long[] GroupCounts(int groups, int[] groupOf)
    {
        double mu = Sample(Normal(0, 2));
        double sigma = Sample(HalfNormal(1));
        var u = new double[groups];
        foreach (int g in Plate(groups))
            u[g] = Sample(Normal(mu, sigma));

        var y = new long[groupOf.Length];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(Poisson(Exp(u[groupOf[i]])));
        return y;
    }

    /// <summary>Counts in no order; all groups are equally likely.</summary>
    internal static GroupCountsPosterior Draw(int rows, int groups)
    {
        var rng = new Philox(1, stream: 2);
        var groupOf = new int[rows];
        for (int row = 0; row < rows; row++) groupOf[row] = (int)(groups * rng.NextOpen());
        var model = new GroupCountsModel(groups, groupOf);
        return model.Given(model.Simulate(seed: 2, new() { Mu = 0.5, Sigma = 0.6 }).Y);
    }
}
