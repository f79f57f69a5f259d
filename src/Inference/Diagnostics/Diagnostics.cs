namespace ProbModels;

/// <summary>Judges whether chains agree and how precise their estimates are.</summary>
/// <remarks>
/// Vehtari, Gelman, Simpson, Carpenter, Bürkner (2021), "Rank-normalization, folding, and localization: an improved R-hat for assessing
/// convergence of MCMC", Bayesian Analysis 16(2). The numbers equal those of the R package posterior. Each function takes the draws
/// of one number, chains x draws, all chains equally long, and returns NaN where the draws are constant or not finite, or too few.
/// </remarks>
public static class Diagnostics
{
    /// <summary>R-hat of ranked and split chains, the larger of those for location and for scale. Above 1.01 chains have not mixed.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static double RankNormalisedSplitRHat(IReadOnlyList<double[]> chains) => PotentialScaleReduction.OfRanks(ChainMatrix.Of(chains));

    /// <summary>The effective sample size for the centre of the distribution: of ranked and split chains.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static double BulkEss(IReadOnlyList<double[]> chains) => EffectiveSampleSize.Of(RankNormalisation.Run(ChainMatrix.Of(chains).Split()));

    /// <summary>The effective sample size for the tails: the smaller of those for the 5 % and the 95 % quantile.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static double TailEss(IReadOnlyList<double[]> chains)
    {
        var draws = ChainMatrix.Of(chains);
        return Math.Min(MonteCarloError.QuantileEss(draws, 0.05), MonteCarloError.QuantileEss(draws, 0.95));
    }

    /// <summary>The effective sample size for the mean: of split chains, not ranked.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static double MeanEss(IReadOnlyList<double[]> chains) => EffectiveSampleSize.Of(ChainMatrix.Of(chains).Split());

    /// <summary>The Monte Carlo standard error of the mean.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static double MeanError(IReadOnlyList<double[]> chains) => MonteCarloError.OfMean(ChainMatrix.Of(chains));

    /// <summary>The Monte Carlo standard error of the standard deviation.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static double StandardDeviationError(IReadOnlyList<double[]> chains) => MonteCarloError.OfStandardDeviation(ChainMatrix.Of(chains));

    /// <summary>The Monte Carlo standard error of a quantile.</summary>
    /// <param name="chains">Chains x draws.</param>
    /// <param name="probability">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static double QuantileError(IReadOnlyList<double[]> chains, double probability)
    {
        RequireProbability(probability);
        return MonteCarloError.OfQuantile(ChainMatrix.Of(chains), probability);
    }

    /// <summary>A quantile of all draws, with linear interpolation between neighbours.</summary>
    /// <param name="chains">Chains x draws.</param>
    /// <param name="probability">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static double Quantile(IReadOnlyList<double[]> chains, double probability)
    {
        RequireProbability(probability);
        return SortedDraws.Of(ChainMatrix.Of(chains).Values).Quantile(probability);
    }

    /// <summary>E-BFMI of one chain's energies: below 0.3 the sampler explores the tails too slowly.</summary>
    public static double EnergyBfmi(ReadOnlySpan<double> energies) => EnergyFraction.Of(energies);

    private static void RequireProbability(double probability)
    {
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, $"probability is {probability}; it must be between 0 and 1.");
    }
}
