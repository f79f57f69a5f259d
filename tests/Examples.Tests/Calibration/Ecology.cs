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
}
