namespace ProbModels;

/// <summary>Says where chains disagree or are too short: the thresholds of Vehtari et al. (2021).</summary>
internal static class ConvergenceAdvice
{
    private const double LargestRHat = 1.01;
    private const int FewestEffectiveDrawsPerChain = 100;

    public static IEnumerable<Advice> For(Fit fit, IReadOnlyList<SummaryRow> rows)
    {
        var apart = rows.Where(row => row.RHat > LargestRHat).ToArray();
        if (apart.Length > 0)
        {
            var worst = apart.MaxBy(row => row.RHat)!;
            yield return new(AdviceKind.NotMixed, apart.Length, FormattableString.Invariant(
                $"R-hat exceeds {LargestRHat} for {apart.Length} of {rows.Count} values (worst: {worst.Name}, {worst.RHat:F2}): the chains do not agree yet. Sample longer; if it stays, look for several modes or parameters that the data cannot tell apart."));
        }

        double fewest = FewestEffectiveDrawsPerChain * fit.Store.Chains;
        var few = rows.Where(row => row.BulkEss < fewest || row.TailEss < fewest).ToArray();
        if (few.Length > 0)
        {
            var worst = few.MinBy(Least)!;
            yield return new(AdviceKind.FewEffectiveDraws, few.Length, FormattableString.Invariant(
                $"The effective sample size is below {fewest} for {few.Length} of {rows.Count} values (worst: {worst.Name}, {Least(worst):F0}): quantiles, R-hat and errors are rough. Take more draws."));
        }
    }

    private static double Least(SummaryRow row) => Math.Min(row.BulkEss, row.TailEss);
}
