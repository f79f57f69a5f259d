using Xunit;

namespace ProbModels.Tests;

public class ChainTests
{
    [Fact]
    public void Warm_up_and_draws_allocate_nothing()
    {
        var posterior = Targets.Autoregressive(13, 0.7);
        var chain = new Chain(Plan(posterior, warmup: 300), index: 0);
        var record = new double[13];
        chain.Start();
        chain.Advance();
        chain.Record(record);

        long before = GC.GetAllocatedBytesForCurrentThread();
        // Over all of the warm-up, windows and searches for a step size included, and beyond.
        for (int i = 0; i < 500; i++)
        {
            chain.Advance();
            chain.Record(record);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_warm_up_finds_the_scales()
    {
        double[] scales = [0.01, 1, 100];
        var chain = new Chain(Plan(Targets.Normal(scales), warmup: 1000), index: 0);
        chain.Start();
        for (int i = 0; i < 1000; i++)
            chain.Advance();
        // With the metric right, every coordinate moves as if its scale were 1: steps near 1, trajectories of a few leapfrogs.
        var transitions = Enumerable.Range(0, 200).Select(_ => chain.Advance()).ToArray();
        Assert.InRange(transitions[0].StepSize, 0.4, 1.6);
        Assert.InRange(transitions.Average(transition => transition.Leapfrogs), 1, 12);
    }

    [Fact]
    public void The_step_size_stays_after_the_warm_up()
    {
        var chain = new Chain(Plan(Targets.Normal(1, 2), warmup: 50), index: 0);
        chain.Start();
        var steps = Enumerable.Range(0, 80).Select(_ => chain.Advance().StepSize).ToArray();
        Assert.Single(steps[50..].Distinct());
        Assert.True(steps[..50].Distinct().Count() > 40);
    }

    private static ChainPlan Plan(Posterior posterior, int warmup)
        => new(posterior, Seed: 9) { Schedule = WarmupSchedule.For(warmup), TargetAcceptance = 0.8, MaxTreeDepth = 10 };
}
