using Xunit;

namespace ProbModels.Tests;

public class RunAdviceTests
{
    private static readonly TransitionStatistics Good = new(StepSize: 0.5, Acceptance: 0.8, Energy: 0, Leapfrogs: 7, Depth: 3, Divergent: false);

    [Fact]
    public void A_good_run_needs_no_advice() => Assert.Empty(Advise(_ => Good));

    [Fact]
    public void Divergences_are_counted_and_reported_once()
    {
        var advice = Assert.Single(Advise(draw => Good with { Divergent = draw % 10 == 0 }));
        Assert.Equal((AdviceKind.Divergences, 20), (advice.Kind, advice.Count));
        Assert.StartsWith("20 of 200 transitions diverged", advice.Message);
        Assert.Contains("Raise TargetAcceptance above 0.8", advice.Message);
    }

    [Fact]
    public void Trajectories_that_were_cut_are_counted_and_reported_once()
    {
        var advice = Assert.Single(Advise(draw => Good with { Depth = (byte)(draw < 5 ? 9 : 8) }));
        Assert.Equal((AdviceKind.SaturatedDepth, 10), (advice.Kind, advice.Count));
        Assert.StartsWith("10 of 200 transitions were cut at MaxTreeDepth = 9", advice.Message);
    }

    [Fact]
    public void Energies_that_creep_are_reported_with_the_lowest_fraction()
    {
        var advice = Assert.Single(Advise(draw => Good with { Energy = draw }));
        Assert.Equal((AdviceKind.LowEnergyFraction, 2), (advice.Kind, advice.Count));
        Assert.StartsWith("E-BFMI is below 0.3 in 2 of 2 chains (lowest 0.00)", advice.Message);
    }

    [Fact]
    public void Broken_rules_are_reported_once_each_with_their_counts()
    {
        var advice = Advise(_ => Good, rules: ["the scale of Normal at site y must be positive", "never broken", "early"], rejections: [17, 0, 5], early: [3, 0, 5]);
        Assert.Equal(2, advice.Count);
        Assert.Equal(17, advice[0].Count);
        Assert.StartsWith("the scale of Normal at site y must be positive: not so in 17 of 123456 evaluations, 14 of them after the warm-up; those points", advice[0].Message);
        Assert.Contains("early: not so in 5 of 123456 evaluations, 0 of them after the warm-up; all of them during the warm-up, which is harmless", advice[1].Message);
    }

    [Fact]
    public void Rejections_are_counted_over_all_chains_and_apart_for_the_warm_up()
    {
        var fit = new HalfLine().Sample(new() { Seed = 1, Chains = 3 });
        var advice = Assert.Single(fit.Advice, advice => advice.Kind == AdviceKind.Rejections);
        Assert.Equal(HalfLine.Rejected, advice.Count);
        Assert.StartsWith("x must be positive: not so in ", advice.Message);
    }

    private static IReadOnlyList<Advice> Advise(Func<int, TransitionStatistics> transition, string[]? rules = null, long[]? rejections = null, long[]? early = null)
    {
        var posterior = new CannedPosterior([("x", [])], rules ?? []);
        var statistics = new SamplerStatistics(2, 100);
        for (int chain = 0; chain < 2; chain++)
            for (int draw = 0; draw < 100; draw++)
                statistics[chain, draw] = transition(draw);
        return CannedPosterior.Fit(posterior, new DrawStore(2, 100, 1), statistics, rejections, early).Advice;
    }

    /// <summary>An exponential distribution that rejects what is not positive.</summary>
    private sealed class HalfLine() : FunctionPosterior(1, (_, _) => throw new NotSupportedException())
    {
        public static long Rejected;

        public override IReadOnlyList<string> Rules => ["x must be positive"];

        public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
        {
            gradient[0] = -1;
            if (position[0] > 0) return -position[0];
            Interlocked.Increment(ref Rejected);
            return workspace.Reject(0);
        }
    }
}
