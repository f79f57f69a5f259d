namespace ProbModels.Examples.Tests.Calibration;

/// <summary>
/// Where values drawn from the prior rank among draws from the posterior of data simulated with them. If everything is right, the model, the
/// compiled density and the sampler, all ranks are equally likely (Talts et al. 2018, "Validating Bayesian inference algorithms with
/// simulation-based calibration").
/// </summary>
internal sealed class RankHistogram
{
    /// <summary>Draws kept of each posterior: so many that their ranks, 0 to 99, fill ten bins evenly.</summary>
    public const int Draws = 99;

    /// <summary>A chi-square number of 9 degrees of freedom lies above this with probability 1e-6.</summary>
    public const double OneInAMillion = 44.811;

    private const int Bins = 10;

    // Draws are thinned so far that what is left of their correlation does not show in the ranks: NUTS needs two or three transitions here.
    private const int Thinning = 10;
    private const int Warmup = 300;

    private readonly int[,] _counts;
    private int _replications;

    private RankHistogram(int values) => _counts = new int[values, Bins];

    /// <summary>Simulates and infers many times, on all processors.</summary>
    /// <param name="replications">How many times.</param>
    /// <param name="simulate">From a seed: the posterior of simulated data, and the record from which they were made.</param>
    public static RankHistogram Of<TDraws>(int replications, Func<ulong, (Posterior<TDraws> Posterior, double[] Truth)> simulate)
    {
        RankHistogram? histogram = null;
        var gate = new Lock();
        Parallel.For(0, replications, replication =>
        {
            ulong seed = (ulong)replication + 1;
            var (posterior, truth) = simulate(seed);
            var fit = posterior.Sample(new() { Seed = seed, Chains = 1, Threads = 1, Warmup = Warmup, Draws = Draws * Thinning });
            lock (gate) (histogram ??= new(truth.Length)).Add(truth, fit.Store);
        });
        return histogram!;
    }

    /// <summary>How far the ranks of each number of the record are from uniform: 9 degrees of freedom.</summary>
    public double[] ChiSquares()
    {
        double expected = (double)_replications / Bins;
        return [.. Enumerable.Range(0, _counts.GetLength(0)).Select(value =>
            Enumerable.Range(0, Bins).Sum(bin => (_counts[value, bin] - expected) * (_counts[value, bin] - expected) / expected))];
    }

    private void Add(double[] truth, DrawStore draws)
    {
        for (int value = 0; value < truth.Length; value++)
        {
            int rank = Enumerable.Range(0, Draws).Count(draw => draws[0, draw * Thinning][value] < truth[value]);
            _counts[value, rank * Bins / (Draws + 1)]++;
        }

        _replications++;
    }
}
