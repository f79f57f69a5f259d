using System.Collections.Concurrent;
using Xunit;

namespace ProbModels.Tests;

public class SamplingTests
{
    private static readonly SamplerOptions Short = new() { Seed = 11, Warmup = 200, Draws = 100 };

    [Fact]
    public void Draws_are_the_same_bit_for_bit_for_any_number_of_threads()
    {
        var posterior = Targets.Autoregressive(12, 0.8);
        var fits = new[] { 1, 2, 3 }.Select(threads => posterior.Sample(Short with { Chains = 5, Threads = threads })).ToArray();
        for (int chain = 0; chain < 5; chain++)
            for (int draw = 0; draw < 100; draw++)
                foreach (var fit in fits)
                {
                    Assert.Equal(fits[0].Store[chain, draw], fit.Store[chain, draw]);
                    Assert.Equal(fits[0].Statistics[chain, draw], fit.Statistics[chain, draw]);
                }
        Assert.All(fits, fit => Assert.Equal(fits[0].Gradients, fit.Gradients));
    }

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(2, 5, 2)]
    [InlineData(4, 2, 1)]
    [InlineData(2, 1, 1)]
    public void Chains_that_run_share_the_threads(int chains, int threads, int fewest)
    {
        var posterior = new Watched(Math.Min(chains, threads));
        posterior.Sample(Short with { Chains = chains, Threads = threads });
        Assert.Equal(fewest, posterior.Threads.Min());

        // The last chain that runs has all of them, if it still does after another has ended.
        Assert.All(posterior.Threads, each => Assert.InRange(each, fewest, threads));
    }

    [Fact]
    public void A_share_is_divided_among_those_that_are_left()
    {
        var share = new ThreadShare(5);
        using var first = share.Enter();
        Assert.Equal(5, share.Each);
        var others = Enumerable.Range(0, 2).Select(_ => share.Enter()).ToList();
        Assert.Equal(1, share.Each);
        others[0].Dispose();
        Assert.Equal(2, share.Each);
        others[1].Dispose();
        Assert.Equal(5, share.Each);
    }

    [Fact]
    public void A_chain_does_not_depend_on_how_many_others_run()
    {
        var posterior = Targets.Normal(1, 2);
        var (few, many) = (posterior.Sample(Short with { Chains = 1 }), posterior.Sample(Short with { Chains = 3 }));
        Assert.Equal(few.Draws[0].Chain(0), many.Draws[0].Chain(0));
        Assert.NotEqual(many.Draws[0].Chain(0), many.Draws[0].Chain(1));
    }

    [Fact]
    public void A_seed_gives_the_same_draws_again_and_one_that_was_not_given_is_reported()
    {
        var posterior = Targets.Normal(1);
        var first = posterior.Sample(Short with { Seed = null });
        Assert.Equal(first.Draws[0].ToArray(), posterior.Sample(Short with { Seed = first.Seed }).Draws[0].ToArray());
        Assert.NotEqual(first.Seed, posterior.Sample(Short with { Seed = null }).Seed);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(10, 0)]
    [InlineData(19, 1)]
    [InlineData(20, 1)]
    public void The_shortest_runs_work_and_can_be_summarised(int warmup, int draws)
    {
        var fit = Targets.Normal(1, 3).Sample(new() { Seed = 1, Warmup = warmup, Draws = draws });
        Assert.Equal((4, draws), (fit.Draws.Chains, fit.Draws.Draws));
        Assert.True(fit.Gradients > 0);
        Assert.Equal(2, fit.Summary().Rows.Count);
        Assert.Contains("x[1]", fit.Summary().ToString());
        Assert.Contains("\"x[1]\"", fit.Summary().ToJson());
    }

    [Fact]
    public void A_posterior_without_coordinates_can_be_sampled()
    {
        var fit = new FunctionPosterior(0, (_, _) => -3).Sample(Short);
        Assert.Equal(100, fit.Store.Draws);
        Assert.Empty(fit.Summary().Rows);
    }

    [Fact]
    public void The_adapted_acceptance_is_near_the_target()
    {
        foreach (double target in (double[])[0.6, 0.8, 0.95])
        {
            var fit = Targets.Autoregressive(20, 0.5).Sample(new() { Seed = 4, TargetAcceptance = target });
            double mean = Enumerable.Range(0, 4).Average(chain => fit.Statistics.Chain(chain).ToArray().Average(transition => transition.Acceptance));
            // The average of logarithms lies below the step that would meet the target, the more so the noisier the statistic: with twelve
            // seeds 0.70 to 0.77 for a target of 0.6, 0.86 to 0.885 for 0.8; 0.945 to 0.957 for 0.95 in trials before.
            Assert.InRange(mean, target - 0.02, target + 0.5 * (1 - target));
        }
    }

    [Fact]
    public void Initial_positions_are_where_chains_start()
    {
        // Two wells so deep that no trajectory crosses between them.
        var posterior = new FunctionPosterior(1, (position, gradient) =>
        {
            double x = position[0];
            gradient[0] = -400 * x * (x * x - 1);
            return -100 * (x * x - 1) * (x * x - 1);
        });
        var fit = posterior.Sample(Short with { Chains = 2, Initial = [[-1], [1]] });
        Assert.All(fit.Draws[0].Chain(0), x => Assert.True(x < 0));
        Assert.All(fit.Draws[0].Chain(1), x => Assert.True(x > 0));
    }

    [Fact]
    public void Cancelling_ends_the_run()
    {
        using var source = new CancellationTokenSource();
        int evaluations = 0;
        var posterior = new FunctionPosterior(1, (position, gradient) =>
        {
            if (Interlocked.Increment(ref evaluations) == 1000) source.Cancel();
            gradient[0] = -position[0];
            return -0.5 * position[0] * position[0];
        });
        var progress = new RecordingProgress();
        Assert.ThrowsAny<OperationCanceledException>(() => posterior.Sample(new() { Warmup = 1_000_000, Progress = progress }, source.Token));
        Assert.Equal(["begin", "end"], progress.Calls);
    }

    [Fact]
    public void Progress_shows_the_whole_run()
    {
        var progress = new RecordingProgress();
        var fit = Targets.Normal(1).Sample(Short with { Progress = progress });
        Assert.Equal(["begin", "end"], progress.Calls);
        var monitor = progress.Monitor!;
        Assert.Equal(("Function", 200, 100, 4), (monitor.ModelName, monitor.Warmup, monitor.Draws, monitor.Chains.Length));
        for (int i = 0; i < 4; i++)
        {
            var chain = monitor.Chains[i];
            Assert.Equal(300, chain.Iterations);
            Assert.False(chain.IsWarmingUp);
            Assert.Equal(fit.Statistics[i, 99].StepSize, chain.StepSize);
            Assert.Equal(fit.Statistics.Chain(i).ToArray().Average(transition => transition.Acceptance), chain.MeanAcceptance, 1e-12);
            Assert.Equal(fit.Statistics.Chain(i).ToArray().Count(transition => transition.Divergent), chain.Divergences);
        }
        // The search for a start and for step sizes takes gradients too.
        Assert.InRange(monitor.Chains.Sum(chain => chain.Leapfrogs), fit.Gradients / 2, fit.Gradients);
    }

    private sealed class RecordingProgress : ISamplingProgress
    {
        public List<string> Calls { get; } = [];

        public SamplingMonitor? Monitor { get; private set; }

        public void Begin(SamplingMonitor monitor)
        {
            Calls.Add("begin");
            Monitor = monitor;
        }

        public void End() => Calls.Add("end");
    }

    /// <summary>Notes how many threads evaluations may use, once as many chains as are to run at a time do.</summary>
    private sealed class Watched(int together) : FunctionPosterior(1, StandardNormal)
    {
        private readonly CountdownEvent _expected = new(together);
        private readonly ThreadLocal<bool> _isKnown = new();
        private readonly ConcurrentDictionary<int, bool> _seen = [];

        public ICollection<int> Threads => _seen.Keys;

        public override double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace)
        {
            if (!_isKnown.Value)
            {
                _isKnown.Value = true;
                _expected.Signal();
                _expected.Wait(TestContext.Current.CancellationToken);
            }

            _seen.TryAdd(workspace.Threads, true);
            return base.LogDensity(position, gradient, workspace);
        }

        private static double StandardNormal(ReadOnlySpan<double> position, Span<double> gradient)
        {
            gradient[0] = -position[0];
            return -0.5 * position[0] * position[0];
        }
    }
}
