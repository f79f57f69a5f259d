namespace ProbModels;

/// <summary>Says what went wrong in a run, each cause once, with a count.</summary>
internal static class RunAdvice
{
    /// <summary>Below this E-BFMI the tails are explored too slowly (Betancourt 2016).</summary>
    private const double LowEnergyFraction = 0.3;

    public static IReadOnlyList<Advice> For(Posterior posterior, SamplingRun run)
        => [.. Divergences(run), .. SaturatedDepth(run), .. EnergyFraction(run), .. Rejections(posterior, run), .. NotANumber(posterior, run)];

    private static IEnumerable<Advice> Divergences(SamplingRun run)
    {
        int count = run.Statistics.Divergences;
        if (count == 0) yield break;
        yield return new(AdviceKind.Divergences, count, FormattableString.Invariant(
            $"{count} of {Transitions(run)} transitions diverged: somewhere the posterior bends too sharply for the step size, and draws from there are missing. Raise TargetAcceptance above {run.Options.TargetAcceptance}; if divergences remain, reparameterise, for instance draw a group's values as mean + scale * standard normal."));
    }

    private static IEnumerable<Advice> SaturatedDepth(SamplingRun run)
    {
        int depth = run.Options.MaxTreeDepth;
        int count = run.Statistics.Count(transition => transition.Depth >= depth);
        if (count == 0) yield break;
        yield return new(AdviceKind.SaturatedDepth, count, FormattableString.Invariant(
            $"{count} of {Transitions(run)} transitions were cut at MaxTreeDepth = {depth}: the draws are right but slow to mix. Scales or correlations are extreme; reparameterise, give a longer Warmup, or raise MaxTreeDepth."));
    }

    private static IEnumerable<Advice> EnergyFraction(SamplingRun run)
    {
        var low = Enumerable.Range(0, run.Statistics.Chains).Where(chain => run.Statistics.EnergyBfmi(chain) < LowEnergyFraction).ToArray();
        if (low.Length == 0) yield break;
        yield return new(AdviceKind.LowEnergyFraction, low.Length, FormattableString.Invariant(
            $"E-BFMI is below {LowEnergyFraction} in {low.Length} of {run.Statistics.Chains} chains (lowest {low.Min(run.Statistics.EnergyBfmi):F2}): tails are explored slowly. Reparameterise heavy-tailed or hierarchical parts."));
    }

    private static IEnumerable<Advice> Rejections(Posterior posterior, SamplingRun run)
    {
        for (int rule = 0; rule < posterior.Rules.Count; rule++)
        {
            long all = run.Rejections[rule], late = all - run.WarmupRejections[rule];
            if (all == 0) continue;
            string meaning = late == 0
                ? "all of them during the warm-up, which is harmless."
                : "those points count as impossible. If they should be possible, keep the argument in range by the choice of priors or by a transform such as exp.";
            yield return new(AdviceKind.Rejections, all, FormattableString.Invariant(
                $"{posterior.Rules[rule]}: not so in {all} of {run.Gradients} evaluations, {late} of them after the warm-up; {meaning}"));
        }
    }

    private static IEnumerable<Advice> NotANumber(Posterior posterior, SamplingRun run)
    {
        if (run.NaNPosition is not { } position) yield break;
        var guilty = posterior.Explain(position).Where(part => double.IsNaN(part.LogDensity))
            .Select(part => part.FirstProblem is null ? part.Site : $"{part.Site} ({part.FirstProblem})").ToArray();
        string sites = guilty.Length == 0 ? "" : $", at first in {string.Join(" and ", guilty)}";
        yield return new(AdviceKind.NotANumber, run.NaNs, FormattableString.Invariant(
            $"The log density was not a number in {run.NaNs} of {run.Gradients} evaluations{sites}: those points count as impossible. Look for 0/0, infinity minus infinity, or a logarithm or root of a negative number."));
    }

    private static long Transitions(SamplingRun run) => (long)run.Statistics.Chains * run.Statistics.Draws;
}
