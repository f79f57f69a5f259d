using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Examples.Tests.Usage;

public static class Astronomy
{
    /// <summary>A straight line through points with known errors in y.</summary>
    [Model]
    public static double[] StraightLine(double[] x, double[] e)
    {
        double m = Sample(Uniform(-5, 5));
        double c = Sample(Uniform(-10, 10));

        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Normal(m * x[i] + c, e[i]));
        return y;
    }

    /// <summary>Star clusters: distances from parallaxes, magnitudes from photon counts.</summary>
    [Model]
    public static (double[] parallax, long[] counts) StarClusters(int clusters, int[] clusterOf, double[] logTemp)
    {
        double slope = Sample(Uniform(-10, 0));
        double offset = Sample(Uniform(-10, 10));
        double spread = Sample(HalfNormal(2.5));

        var distance = new double[clusters];
        var parallax = new double[clusters];
        foreach (int c in Plate(clusters))
        {
            double root = Sample(Uniform(1, 10));
            distance[c] = Derived(root * root * root);
            parallax[c] = Sample(Normal(1 / distance[c], 0.025));
        }

        var counts = new long[clusterOf.Length];
        foreach (int s in Plate(clusterOf.Length))
        {
            double absoluteMagnitude = Sample(Normal((logTemp[s] - 4) * slope + offset, spread));
            double apparentMagnitude = Derived(absoluteMagnitude + 5 * Log10(distance[clusterOf[s]] / 10));
            counts[s] = Sample(Poisson(5e5 * Pow(10, -(apparentMagnitude - 2) / 2.5)));
        }
        return (parallax, counts);
    }
}
