namespace ProbModels;

/// <summary>R-hat: by how much the spread over all chains exceeds the spread within them. 1 where chains agree.</summary>
internal static class PotentialScaleReduction
{
    /// <summary>The larger of the R-hats of ranked and split chains for location and for scale, by distances from the median.</summary>
    public static double OfRanks(ChainMatrix draws)
    {
        double median = SortedDraws.Of(draws.Values).Quantile(0.5);
        var distances = draws.Map(value => Math.Abs(value - median));
        return Math.Max(Of(RankNormalisation.Run(draws.Split())), Of(RankNormalisation.Run(distances.Split())));
    }

    /// <summary>R-hat of chains as they are: neither split nor ranked here; Gelman et al., "Bayesian Data Analysis" (2013), section 11.4.</summary>
    /// <returns>NaN for constant draws and for draws that are not finite.</returns>
    public static double Of(ChainMatrix draws)
    {
        if (draws.IsDegenerate() || draws.Chains < 2) return double.NaN;
        var (means, variances) = (new double[draws.Chains], new double[draws.Chains]);
        for (int chain = 0; chain < draws.Chains; chain++)
            (means[chain], variances[chain]) = (Moments.Mean(draws[chain]), Moments.Variance(draws[chain]));
        int n = draws.Draws;
        double between = n * Moments.Variance(means), within = Moments.Mean(variances);
        return Math.Sqrt((between / within + n - 1) / n);
    }
}
