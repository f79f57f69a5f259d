using ProbModels;

namespace StarClustersExample;

/// <summary>A mock survey: what the model makes up with its three parameters fixed, and then what is published of it.</summary>
public sealed class Survey
{
    public const double Slope = -8, Offset = 2, Spread = 0.5;

    /// <summary>Parallaxes are published as multiples of this.</summary>
    private const double Unit = 0.025;

    /// <summary>Smaller ones are not published.</summary>
    private const double Least = 0.05;

    private readonly double?[] _published;

    /// <summary>Observes 30 clusters of 3 stars or more, 5 on average.</summary>
    public Survey(ulong seed, int clusters = 30)
    {
        var rng = new Philox(seed, stream: 0);
        var clusterOf = new List<int>();
        for (int k = 0; k < clusters; k++) clusterOf.AddRange(Enumerable.Repeat(k, 3 + (int)rng.NextPoisson(2)));

        var logTemp = new double[clusterOf.Count];
        for (int s = 0; s < logTemp.Length; s++) logTemp[s] = 3.5 + rng.NextNormal() / 6;

        Model = new(clusters, [.. clusterOf], logTemp);
        Truth = Model.Simulate(seed, new() { Slope = Slope, Offset = Offset, Spread = Spread });
        _published = [.. Truth.Parallax.Select(Publish)];
    }

    /// <summary>The model of these clusters and stars.</summary>
    public StarClustersModel Model { get; }

    /// <summary>What there is to find: distances and magnitudes as well.</summary>
    public StarClustersSimulation Truth { get; }

    /// <summary>How many parallaxes were too small to be published.</summary>
    public int Unmeasured => _published.Count(parallax => parallax is null);

    /// <summary>Takes a parallax that was not published for one of zero: wrong, as it was anything below the limit.</summary>
    public StarClustersPosterior WithZeros() => Model.Given(parallax: Array.ConvertAll(_published, parallax => parallax ?? 0), counts: Truth.Counts);

    /// <summary>Knows nothing of the parallaxes that were not published: wrong as well, as they are missing because they are small.</summary>
    public StarClustersPosterior WithMissing() => Model.Given(parallax: _published, counts: Truth.Counts);

    private static double? Publish(double parallax) => Unit * Math.Round(parallax / Unit) is var rounded && rounded < Least ? null : rounded;
}
