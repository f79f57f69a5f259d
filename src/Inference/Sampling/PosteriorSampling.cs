using System.Diagnostics;

namespace ProbModels;

/// <summary>Draws from posteriors.</summary>
public static class PosteriorSampling
{
    /// <summary>Draws from a posterior with the No-U-Turn sampler: several chains, each with a warm-up of its own.</summary>
    /// <param name="posterior">A model with its data.</param>
    /// <param name="options">How many chains and draws, and so on; the defaults if null.</param>
    /// <param name="cancellationToken">Ends the run between two iterations.</param>
    /// <returns>The draws, with what is known of their quality. The same seed gives the same draws for any number of threads.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or does not fit the posterior.</exception>
    /// <exception cref="SamplingException">A chain finds no start with a finite log density, or no step size.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Fit<TDraws> Sample<TDraws>(this Posterior<TDraws> posterior, SamplerOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        options ??= new();
        options.Validate(posterior);
        return new(posterior, Run(posterior, options, cancellationToken));
    }

    /// <inheritdoc cref="Sample{TDraws}(Posterior{TDraws}, SamplerOptions?, CancellationToken)"/>
    public static Fit<TDraws, TPredictive> Sample<TDraws, TPredictive>(this CompiledPosterior<TDraws, TPredictive> posterior, SamplerOptions? options = null, CancellationToken cancellationToken = default)
        where TDraws : IDraws
    {
        ArgumentNullException.ThrowIfNull(posterior);
        options ??= new();
        options.Validate(posterior);
        return new(posterior, Run(posterior, options, cancellationToken));
    }

    private static SamplingRun Run(Posterior posterior, SamplerOptions options, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        ulong seed = options.Seed ?? (ulong)Random.Shared.Next();
        var plan = new ChainPlan(posterior, seed)
        {
            Schedule = WarmupSchedule.For(options.Warmup),
            TargetAcceptance = options.TargetAcceptance,
            MaxTreeDepth = options.MaxTreeDepth,
            Initial = options.Initial,
        };
        var store = new DrawStore(options.Chains, options.Draws, posterior.RecordLength);
        var statistics = new SamplerStatistics(options.Chains, options.Draws);
        var chains = new Chain[options.Chains];
        int threads = options.Threads ?? Environment.ProcessorCount;
        var share = new ThreadShare(threads);
        var monitor = new SamplingMonitor(posterior.ModelName, options.Chains, options.Warmup, options.Draws);

        void RunChain(int index, CancellationToken token)
        {
            token.ThrowIfCancellationRequested();
            using var running = share.Enter();
            var chain = chains[index] = new Chain(plan, index) { Threads = share.Each };
            chain.Start();
            for (int iteration = 0; iteration < options.Warmup + options.Draws; iteration++)
            {
                token.ThrowIfCancellationRequested();
                chain.Threads = share.Each;
                var transition = chain.Advance();
                monitor.Chains[index].Report(transition);
                int draw = iteration - options.Warmup;
                if (draw < 0) continue;
                chain.Record(store[index, draw]);
                statistics[index, draw] = transition;
            }
        }

        options.Progress?.Begin(monitor);
        try
        {
            ChainRunner.Run(options.Chains, threads, RunChain, cancellationToken);
        }
        finally
        {
            options.Progress?.End();
        }

        return new()
        {
            Options = options,
            Seed = seed,
            Store = store,
            Statistics = statistics,
            Gradients = chains.Sum(chain => chain.Gradients),
            WarmupRejections = Total(posterior, chains, chain => chain.WarmupRejections),
            Rejections = Total(posterior, chains, chain => chain.Rejections),
            NaNs = chains.Sum(chain => chain.NaNs),
            NaNPosition = chains.FirstOrDefault(chain => chain.NaNs > 0)?.FirstNaN.ToArray(),
            Elapsed = Stopwatch.GetElapsedTime(started),
        };
    }

    private static long[] Total(Posterior posterior, Chain[] chains, Func<Chain, ReadOnlySpan<long>> counts)
    {
        var total = new long[posterior.Rules.Count];
        foreach (var chain in chains)
            for (int rule = 0; rule < total.Length; rule++)
                total[rule] += counts(chain)[rule];
        return total;
    }
}
