using System.Collections.Immutable;

namespace ProbModels;

/// <summary>The chains of one line: one of them, or all.</summary>
internal sealed class WatchedChains(string label, SamplingMonitor monitor, ImmutableArray<ChainMonitor> chains)
{
    private readonly int _iterationsOfEach = monitor.Warmup + monitor.Draws;
    private readonly Pace _pace = new();

    /// <summary>What stands before the line.</summary>
    public string Label => label;

    /// <summary>The share of iterations done, from 0 to 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Done / Total;

    /// <summary>What the chain that is furthest does.</summary>
    public Phase Phase
        => Done == Total ? Phase.Done
        : chains.All(chain => chain.IsWarmingUp) ? Phase.Warmup
        : Phase.Sampling;

    /// <summary>Iterations per second, of all chains together.</summary>
    public double IterationsPerSecond => _pace.IterationsPerSecond;

    /// <summary>Leapfrogs per iteration.</summary>
    public double LeapfrogsPerIteration => _pace.LeapfrogsPerIteration;

    /// <summary>The step size, the mean over chains that have begun; NaN if none has.</summary>
    public double StepSize => Mean(chain => chain.StepSize);

    /// <summary>The acceptance statistic, the mean over chains that have begun; NaN if none has.</summary>
    public double Acceptance => Mean(chain => chain.MeanAcceptance);

    /// <summary>The divergent transitions of the phase.</summary>
    public int Divergences => chains.Sum(chain => chain.Divergences);

    /// <summary>The seconds that remain at the present speed; NaN while that is not known.</summary>
    public double SecondsLeft => Done == Total ? 0 : (Total - Done) / IterationsPerSecond;

    private long Total => (long)_iterationsOfEach * chains.Length;

    private long Done => chains.Sum(chain => (long)chain.Iterations);

    /// <summary>Reads the clock for the rates.</summary>
    public void Tick(TimeSpan time) => _pace.Add(time, Done, chains.Sum(chain => chain.Leapfrogs));

    private double Mean(Func<ChainMonitor, double> quantity)
        => chains.Where(chain => chain.Iterations > 0).Select(quantity).DefaultIfEmpty(double.NaN).Average();
}

/// <summary>What a chain does.</summary>
internal enum Phase
{
    Warmup,
    Sampling,
    Done,
}
