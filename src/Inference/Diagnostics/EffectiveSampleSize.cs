namespace ProbModels;

/// <summary>How many independent draws would estimate a mean as well as these correlated ones.</summary>
internal static class EffectiveSampleSize
{
    /// <summary>The effective size of chains as they are: neither split nor ranked here.</summary>
    /// <remarks>
    /// Geyer's initial monotone sequence over chains, as in Vehtari et al. (2021), section 3.2: sums of autocorrelations at neighbouring
    /// lags are positive and fall for a reversible chain, so that the first negative one marks where noise begins. Antithetic chains
    /// may have more effective than actual draws; the gain is bounded by log10 of their number.
    /// </remarks>
    /// <returns>NaN for fewer than three draws in a chain, for constant draws, and for draws that are not finite.</returns>
    public static double Of(ChainMatrix draws)
    {
        int n = draws.Draws;
        if (n < 3 || draws.IsDegenerate()) return double.NaN;

        var covariance = new Autocovariance(draws);
        double within = covariance[0] * n / (n - 1);
        double total = covariance[0] + VarianceOfMeans(draws);
        double Correlation(int lag) => 1 - (within - covariance[lag]) / total;

        // Pairs (ρ_t, ρ_{t+1}) at even t, while their sum is positive and lags remain that rest on enough products.
        var pairs = new List<(double Even, double Odd)> { (1, Correlation(1)) };
        double even = 1, odd = pairs[0].Odd;
        int lag = 0;
        while (lag < n - 5 && even + odd > 0)
        {
            lag += 2;
            (even, odd) = (Correlation(lag), Correlation(lag + 1));
            pairs.Add(even + odd >= 0 ? (even, odd) : (0, 0));
        }

        // The last pair is only begun: its even member counts once, in place of the tail that is cut off.
        double tail = even + odd >= 0 ? even : Math.Max(even, 0);
        pairs.RemoveAt(pairs.Count - 1);
        double sum = 0, bound = double.PositiveInfinity;
        foreach (var pair in pairs)
        {
            bound = Math.Min(bound, pair.Even + pair.Odd);
            sum += bound;
        }

        // Where a second pair was not reached, by shortness or because neighbours alternate, τ is taken as 2: half the draws.
        double size = draws.Values.Length;
        double time = pairs.Count == 0 ? 2 : -1 + 2 * sum + tail;
        return size / Math.Max(time, 1 / Math.Log10(size));
    }

    private static double VarianceOfMeans(ChainMatrix draws)
    {
        if (draws.Chains == 1) return 0;
        var means = new double[draws.Chains];
        for (int chain = 0; chain < means.Length; chain++)
            means[chain] = Moments.Mean(draws[chain]);
        return Moments.Variance(means);
    }
}
