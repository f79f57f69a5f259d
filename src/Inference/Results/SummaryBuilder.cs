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
        Parallel.For(0, (names.Length + BlockSize - 1) / BlockSize, block =>
        {
            int first = block * BlockSize, last = Math.Min(first + BlockSize, names.Length);
            var columns = Columns(fit.Store, [.. names[first..last].Select(name => name.site.Offset + name.element)]);
            for (int i = first; i < last; i++)
                rows[i] = Row(names[i].site, names[i].element, columns[i - first]);
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

    private static SummaryRow Row(Site site, int element, ChainMatrix draws)
    {
        var sorted = (double[])draws.Values.Clone();
        Array.Sort(sorted);
        double low = SampleQuantile.OfSorted(sorted, 0.05), high = SampleQuantile.OfSorted(sorted, 0.95);
        double deviation = Math.Sqrt(Moments.Variance(draws.Values));
        var split = draws.Split();
        var scores = RankNormalisation.Run(split);
        var scoresOfScale = RankNormalisation.Run(RankNormalisation.Fold(draws).Split());
        return new()
        {
            Name = site.ElementName(element),
            Site = site,
            Mean = Moments.Mean(draws.Values),
            StandardDeviation = deviation,
            Quantile5 = low,
            Median = SampleQuantile.OfSorted(sorted, 0.5),
            Quantile95 = high,
            RHat = Math.Max(PotentialScaleReduction.Of(scores), PotentialScaleReduction.Of(scoresOfScale)),
            BulkEss = EffectiveSampleSize.Of(scores),
            TailEss = draws.IsDegenerate() ? double.NaN : Math.Min(MonteCarloError.EssNotAbove(draws, low), MonteCarloError.EssNotAbove(draws, high)),
            MeanError = deviation / Math.Sqrt(EffectiveSampleSize.Of(split)),
        };
    }
}
