using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Examples.Tests.Calibration;

public static class Ecology
{
    /// <summary>Counts of nests in several woods, which differ from a common level.</summary>
    [Model]
    public static long[] Nests(int woods, int[] woodOf)
    {
        double level = Sample(Normal(1, 0.5));
        double spread = Sample(HalfNormal(0.5));
        var rate = new double[woods];
        foreach (int w in Plate(woods))
        {
            double raw = Sample(Normal(0, 1));
            rate[w] = Derived(Exp(level + spread * raw));
        }

        var nests = new long[woodOf.Length];
        foreach (int i in Plate(woodOf.Length)) nests[i] = Sample(Poisson(rate[woodOf[i]]));
        return nests;
    }

    /// <summary>The logarithm of a population from year to year, drawn towards 0.</summary>
    [Model]
    public static double[] Population(int years)
    {
        double pull = Sample(Uniform(0, 1));
        double shock = Sample(LogNormal(-1, 0.5));
        var size = new double[years];
        size[0] = Sample(Normal(0, 1));
        for (int t = 1; t < years; t++) size[t] = Sample(Normal((1 - pull) * size[t - 1], shock));
        return size;
    }

    /// <summary>Ages at death, known up to the age at which a study ends, and weights of two kinds of animals.</summary>
    [Model]
    public static (double[] age, double[] weight) Lifetimes(int animals, double end)
    {
        double shape = Sample(Gamma(9, 6));
        double scale = Sample(LogNormal(1, 0.3));
        double share = Sample(Beta(3, 3));
        var age = new double[animals];
        var weight = new double[animals];
        foreach (int i in Plate(animals))
        {
            age[i] = Sample(RightCensored(Weibull(shape, scale), end));
            weight[i] = Sample(Distributions.Mixture(share, Normal(-1, 0.5), Normal(1, 1)));
        }

        return (age, weight);
    }
}
