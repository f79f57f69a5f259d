namespace ProbModels;

/// <summary>Monte Carlo standard errors: how far an estimate may lie from what endless draws would give.</summary>
internal static class MonteCarloError
{
    /// <summary>The standard error of the mean: sd / √ESS.</summary>
    public static double OfMean(ChainMatrix draws)
        => Math.Sqrt(Moments.Variance(draws.Values) / EffectiveSampleSize.Of(draws.Split()));

    /// <summary>The standard error of the standard deviation, from the spread of squared deviations: Kenney and Keeping (1951), p. 141.</summary>
    public static double OfStandardDeviation(ChainMatrix draws)
    {
        double mean = Moments.Mean(draws.Values);
        var squares = draws.Map(value => (value - mean) * (value - mean));
        double variance = Moments.Mean(squares.Values);
        double fourth = Moments.Mean(squares.Map(square => square * square).Values);
        double ofVariance = (fourth - variance * variance) / EffectiveSampleSize.Of(squares.Split());
        return Math.Sqrt(ofVariance / variance / 4);
    }

    /// <summary>
    /// The standard error of a quantile: half the distance between the order statistics that would take its place one standard error
    /// up and down, by the beta distribution of a quantile's rank (Vehtari et al. 2021, section 4.4).
    /// </summary>
    public static double OfQuantile(ChainMatrix draws, double probability)
    {
        double size = QuantileEss(draws, probability);
        if (double.IsNaN(size)) return double.NaN;
        double[] sorted = SortedDraws.Of(draws.Values).Values;
        double a = size * probability + 1, b = size * (1 - probability) + 1;
        double low = Math.Floor(IncompleteBeta.Quantile(OneSigmaBelow, a, b) * sorted.Length);
        double high = Math.Ceiling(IncompleteBeta.Quantile(OneSigmaAbove, a, b) * sorted.Length);
        return (sorted[(int)Math.Min(high, sorted.Length) - 1] - sorted[(int)Math.Max(low, 1) - 1]) / 2;
    }

    /// <summary>The effective size for a quantile: that of the share of draws not above it.</summary>
    public static double QuantileEss(ChainMatrix draws, double probability)
    {
        if (draws.IsDegenerate()) return double.NaN;
        // The share not above the maximum is constant; half a draw lower it is not.
        if (probability == 1) probability = (draws.Values.Length - 0.5) / draws.Values.Length;
        return EssNotAbove(draws, SortedDraws.Of(draws.Values).Quantile(probability));
    }

    /// <summary>The effective size for the share of draws not above a bound.</summary>
    public static double EssNotAbove(ChainMatrix draws, double bound)
        => EffectiveSampleSize.Of(draws.Map(value => value <= bound ? 1 : 0).Split());

    // Φ(−1) and Φ(1) to the digits that the field's programs use, so that the same order statistics are chosen.
    private const double OneSigmaBelow = 0.1586553;
    private const double OneSigmaAbove = 0.8413447;
}
