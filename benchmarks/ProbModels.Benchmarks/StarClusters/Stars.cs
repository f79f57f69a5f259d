using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>Star clusters, and mock surveys of them.</summary>
public static class Stars
{
    /// <summary>The error of a parallax.</summary>
    public const double ParallaxError = 0.025;

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
            parallax[c] = Sample(Normal(1 / distance[c], ParallaxError));
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

    /// <summary>Stars cluster after cluster, as a catalogue lists them, in clusters of about equal size.</summary>
    internal static Contest Bind(int clusters, int stars)
    {
        var rng = new Philox(1, stream: 0);
        var logTemp = new double[stars];
        for (int s = 0; s < stars; s++) logTemp[s] = 3.5 + rng.NextNormal() / 6;
        int[] clusterOf = [.. Enumerable.Range(0, stars).Select(s => (int)((long)s * clusters / stars))];

        var model = new StarClustersModel(clusters, clusterOf, logTemp);
        var mock = model.Simulate(seed: 2, new() { Slope = -8, Offset = 2, Spread = 0.5 });
        return Contest.Of(model.Given(mock.Parallax, mock.Counts), new HandWrittenStars(clusters, clusterOf, logTemp, mock.Parallax, mock.Counts));
    }
}
