using ProbModels;
using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace StarClustersExample;

public static class Astronomy
{
    /// <summary>The error of a parallax, in the parallaxes' unit: the inverse of a distance in parsecs.</summary>
    public const double ParallaxError = 0.025;

    /// <summary>Star clusters: distances from parallaxes, magnitudes from photon counts.</summary>
    /// <remarks>
    /// Absolute magnitudes scatter about a line in log temperature. The stars of a cluster are all at one distance, which dims them alike; the cluster's
    /// parallax says, roughly, what it is. A parallax at the limit of publication counts as the probability of lying there or below.
    /// </remarks>
    /// <param name="clusters">The number of clusters.</param>
    /// <param name="limit">Parallaxes below this are published as this; a number below them all where each is published as measured.</param>
    /// <param name="clusterOf">The cluster of each star, from 0.</param>
    /// <param name="logTemp">The logarithm to base 10 of each star's temperature in kelvin.</param>
    /// <returns>The parallax of each cluster and the photons counted from each star.</returns>
    [Model]
    public static (double[] parallax, long[] counts) StarClusters(int clusters, double limit, int[] clusterOf, double[] logTemp)
    {
        double slope = Sample(Uniform(-10, 0));
        double offset = Sample(Uniform(-10, 10));
        double spread = Sample(HalfNormal(2.5));

        // Uniform in the cube root: between 1 and 1,000 parsecs, more of them near by.
        var distance = new double[clusters];
        var parallax = new double[clusters];
        foreach (int k in Plate(clusters))
        {
            double root = Sample(Uniform(1, 10));
            distance[k] = Derived(root * root * root);
            parallax[k] = Sample(LeftCensored(Normal(1 / distance[k], ParallaxError), limit));
        }

        var counts = new long[clusterOf.Length];
        foreach (int s in Plate(counts.Length))
        {
            double absoluteMagnitude = Sample(Normal((logTemp[s] - 4) * slope + offset, spread));
            double apparentMagnitude = Derived(absoluteMagnitude + 5 * Log10(distance[clusterOf[s]] / 10));
            counts[s] = Sample(Poisson(5e5 * Pow(10, -(apparentMagnitude - 2) / 2.5)));
        }
        return (parallax, counts);
    }
}
