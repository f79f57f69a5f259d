namespace ProbModels;

/// <summary>Computes a summary from stored draws.</summary>
internal static class SummaryBuilder
{
    // Numbers that lie side by side in a record are read together, so that each visit to a record serves several.
    private const int BlockSize = 8;

    public static Summary Run(Fit fit)
    {
        var names = fit.Posterior.Sites.SelectMany(site => Enumerable.Range(0, site.Length), (site, element) => (site, element)).ToArray();
        var rows = new SummaryRow[names.Length];
        var normalisation = new RankNormalisation(fit.Store.Chains * fit.Store.Draws);
        Parallel.For(0, (names.Length + BlockSize - 1) / BlockSize, block =>
        {
            int first = block * BlockSize, last = Math.Min(first + BlockSize, names.Length);
            var columns = Columns(fit.Store, [.. names[first..last].Select(name => name.site.Offset + name.element)]);
            for (int i = first; i < last; i++)
                rows[i] = Row(names[i].site, names[i].element, columns[i - first], normalisation);
        });
        return new(fit, rows);
    }

    private static ChainMatrix[] Columns(DrawStore store, int[] offsets)
    {
        var values = Array.ConvertAll(offsets, _ => new double[store.Chains * store.Draws]);
        for (int chain = 0; chain < store.Chains; chain++)
            for (int draw = 0; draw < store.Draws; draw++)
            {
                var record = store[chain, draw];
                for (int i = 0; i < offsets.Length; i++)
                    values[i][chain * store.Draws + draw] = record[offsets[i]];
            }
        return Array.ConvertAll(values, column => new ChainMatrix(column, store.Chains));
    }

    private static SummaryRow Row(Site site, int element, ChainMatrix draws, RankNormalisation normalisation)
    {
        var sorted = SortedDraws.Of(draws.Values);
        double low = sorted.Quantile(0.05), median = sorted.Quantile(0.5), high = sorted.Quantile(0.95);
        double deviation = Math.Sqrt(Moments.Variance(draws.Values));
        var (rHat, bulkEss) = ByRanks(draws, sorted, median, normalisation);
        return new()
        {
            Name = site.ElementName(element),
            Site = site,
            Mean = Moments.Mean(draws.Values),
            StandardDeviation = deviation,
            Quantile5 = low,
            Median = median,
            Quantile95 = high,
            RHat = rHat,
            BulkEss = bulkEss,
            TailEss = draws.IsDegenerate() ? double.NaN : Math.Min(MonteCarloError.EssNotAbove(draws, low), MonteCarloError.EssNotAbove(draws, high)),
            MeanError = deviation / Math.Sqrt(EffectiveSampleSize.Of(draws.Split())),
        };
    }

    /// <summary>R-hat and bulk ESS, from one sort where halving the chains leaves no draw out.</summary>
    private static (double RHat, double BulkEss) ByRanks(ChainMatrix draws, SortedDraws sorted, double median, RankNormalisation normalisation)
    {
        var split = draws.Split();
        if (split.Values.Length != draws.Values.Length)
            return (PotentialScaleReduction.OfRanks(draws), EffectiveSampleSize.Of(RankNormalisation.Run(split)));
        var location = normalisation.Run(sorted, split.Chains);
        var scale = normalisation.Run(sorted.Fold(median), split.Chains);
        return (Math.Max(PotentialScaleReduction.Of(location), PotentialScaleReduction.Of(scale)), EffectiveSampleSize.Of(location));
    }
}
