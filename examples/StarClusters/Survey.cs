using ProbModels;

namespace StarClustersExample;

/// <summary>A mock survey: what the model makes up with its three parameters fixed, and then what is published of it.</summary>
public sealed class Survey
{
    public const double Slope = -8, Offset = 2, Spread = 0.5;

    /// <summary>Parallaxes are rounded to multiples of this, and those that are then smaller than two of it are not published.</summary>
    private const double Unit = 0.025;

    /// <summary>What is not published was smaller than this.</summary>
    private const double Limit = 1.5 * Unit;

    /// <summary>Forty errors below zero, where there are no parallaxes: nothing is censored.</summary>
    private const double NoLimit = -1;

    private readonly int _clusters;
    private readonly int[] _clusterOf;
    private readonly double[] _logTemp;
    private readonly double?[] _published;

    /// <summary>Observes clusters of 3 stars or more, 5 on average.</summary>
    public Survey(ulong seed, int clusters = 30)
    {
        var rng = new Philox(seed, stream: 0);
        var clusterOf = new List<int>();
        for (int k = 0; k < clusters; k++) clusterOf.AddRange(Enumerable.Repeat(k, 3 + (int)rng.NextPoisson(2)));

        var logTemp = new double[clusterOf.Count];
        for (int s = 0; s < logTemp.Length; s++) logTemp[s] = 3.5 + rng.NextNormal() / 6;

        (_clusters, _clusterOf, _logTemp) = (clusters, [.. clusterOf], logTemp);
        Truth = Model(NoLimit).Simulate(seed, new() { Slope = Slope, Offset = Offset, Spread = Spread });
        _published = [.. Truth.Parallax.Select(parallax => parallax < Limit ? (double?)null : Unit * Math.Round(parallax / Unit))];
    }

    /// <summary>What there is to find: distances and magnitudes as well.</summary>
    public StarClustersSimulation Truth { get; }

    /// <summary>How many parallaxes were too small to be published.</summary>
    public int Unpublished => _published.Count(parallax => parallax is null);

    /// <summary>Takes parallaxes that were not published for zeros: wrong, as they were anything below the limit.</summary>
    public StarClustersPosterior WithZeros() => Model(NoLimit).Given(parallax: Published(otherwise: 0), counts: Truth.Counts);

    /// <summary>Knows nothing of parallaxes that were not published: wrong as well, as they are missing because they are small.</summary>
    public StarClustersPosterior WithMissing() => Model(NoLimit).Given(parallax: _published, counts: Truth.Counts);

    /// <summary>Knows of parallaxes that were not published that they were below the limit.</summary>
    public StarClustersPosterior WithCensored() => Model(Limit).Given(parallax: Published(otherwise: Limit), counts: Truth.Counts);

    private StarClustersModel Model(double limit) => new(_clusters, limit, _clusterOf, _logTemp);

    private double[] Published(double otherwise) => Array.ConvertAll(_published, parallax => parallax ?? otherwise);
}
