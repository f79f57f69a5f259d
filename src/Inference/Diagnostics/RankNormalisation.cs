namespace ProbModels;

/// <summary>Replaces draws by normal scores of their ranks, after which heavy tails and odd scales no longer matter.</summary>
/// <remarks>Vehtari, Gelman, Simpson, Carpenter, Bürkner (2021), "Rank-normalization, folding, and localization", Bayesian Analysis 16(2), eq. (14).</remarks>
internal static class RankNormalisation
{
    /// <summary>Φ⁻¹((r − 3/8) / (S + 1/4)) for the rank r, ties averaged, of each of S draws. One NaN makes all NaN.</summary>
    public static ChainMatrix Run(ChainMatrix draws)
    {
        double[] values = draws.Values;
        var scores = new double[values.Length];
        if (Array.Exists(values, double.IsNaN))
        {
            Array.Fill(scores, double.NaN);
            return new(scores, draws.Chains);
        }

        var sorted = (double[])values.Clone();
        var places = new int[values.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = i;
        Array.Sort(sorted, places);

        for (int first = 0, next; first < sorted.Length; first = next)
        {
            next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
                next++;
            double averageRank = 0.5 * (first + 1 + next);
            double score = NormalQuantile.At((averageRank - 0.375) / (sorted.Length + 0.25));
            for (int i = first; i < next; i++)
                scores[places[i]] = score;
        }
        return new(scores, draws.Chains);
    }

    /// <summary>The distance of each draw from the median of all, by which scales are compared as locations are.</summary>
    public static ChainMatrix Fold(ChainMatrix draws)
    {
        double median = SampleQuantile.Of(draws.Values, 0.5);
        return draws.Map(value => Math.Abs(value - median));
    }
}
