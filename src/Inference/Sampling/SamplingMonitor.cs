using System.Collections.Immutable;

namespace ProbModels;

/// <summary>What can be seen of a run while it goes on. Safe to read from any thread.</summary>
public sealed class SamplingMonitor
{
    internal SamplingMonitor(string modelName, int chains, int warmup, int draws)
    {
        (ModelName, Warmup, Draws) = (modelName, warmup, draws);
        Chains = [.. Enumerable.Range(0, chains).Select(_ => new ChainMonitor(warmup))];
    }

    /// <summary>The name of the model.</summary>
    public string ModelName { get; }

    /// <summary>The number of iterations of each chain that adapt.</summary>
    public int Warmup { get; }

    /// <summary>The number of draws that each chain keeps.</summary>
    public int Draws { get; }

    /// <summary>Each chain.</summary>
    public ImmutableArray<ChainMonitor> Chains { get; }
}

/// <summary>What can be seen of one chain while it runs. The numbers are each up to date, but not all of the same iteration.</summary>
public sealed class ChainMonitor
{
    private readonly int _warmup;
    private int _iterations;
    private long _leapfrogs;
    private int _divergences;
    private double _stepSize;
    private double _acceptanceSum;
    private int _acceptanceCount;

    internal ChainMonitor(int warmup) => _warmup = warmup;

    /// <summary>The number of iterations done, those of the warm-up included.</summary>
    public int Iterations => Volatile.Read(ref _iterations);

    /// <summary>Whether step size and metric are still adapted.</summary>
    public bool IsWarmingUp => Iterations < _warmup;

    /// <summary>The number of leapfrogs of all iterations so far.</summary>
    public long Leapfrogs => Volatile.Read(ref _leapfrogs);

    /// <summary>The number of divergent transitions: during the warm-up those so far, afterwards those since.</summary>
    public int Divergences => Volatile.Read(ref _divergences);

    /// <summary>The step size of the last iteration.</summary>
    public double StepSize => Volatile.Read(ref _stepSize);

    /// <summary>The mean acceptance statistic, since the warm-up ended once it has. NaN before the first iteration.</summary>
    public double MeanAcceptance => Volatile.Read(ref _acceptanceSum) / Volatile.Read(ref _acceptanceCount);

    /// <summary>Takes an iteration into account; called by the chain's own thread alone.</summary>
    internal void Report(in TransitionStatistics transition)
    {
        if (_iterations == _warmup)
        {
            Volatile.Write(ref _divergences, 0);
            Volatile.Write(ref _acceptanceSum, 0);
            Volatile.Write(ref _acceptanceCount, 0);
        }
        Volatile.Write(ref _leapfrogs, _leapfrogs + transition.Leapfrogs);
        if (transition.Divergent) Volatile.Write(ref _divergences, _divergences + 1);
        Volatile.Write(ref _stepSize, transition.StepSize);
        Volatile.Write(ref _acceptanceSum, _acceptanceSum + transition.Acceptance);
        Volatile.Write(ref _acceptanceCount, _acceptanceCount + 1);
        Volatile.Write(ref _iterations, _iterations + 1);
    }
}
