namespace ProbModels;

/// <summary>What is known of each transition after the warm-up: chains x draws.</summary>
public sealed class SamplerStatistics
{
    private readonly TransitionStatistics[][] _chains;

    internal SamplerStatistics(int chains, int draws)
    {
        Draws = draws;
        _chains = new TransitionStatistics[chains][];
        for (int chain = 0; chain < chains; chain++)
            _chains[chain] = new TransitionStatistics[draws];
    }

    /// <summary>The number of chains.</summary>
    public int Chains => _chains.Length;

    /// <summary>The number of draws of each chain.</summary>
    public int Draws { get; }

    /// <summary>The number of divergent transitions.</summary>
    public int Divergences => Count(transition => transition.Divergent);

    /// <summary>The transition that led to a draw.</summary>
    public TransitionStatistics this[int chain, int draw]
    {
        get => _chains[chain][draw];
        internal set => _chains[chain][draw] = value;
    }

    /// <summary>All transitions of a chain, in order.</summary>
    public ReadOnlySpan<TransitionStatistics> Chain(int chain) => _chains[chain];

    /// <summary>How many transitions of all chains satisfy a condition.</summary>
    public int Count(Func<TransitionStatistics, bool> condition) => _chains.Sum(chain => chain.Count(condition));

    /// <summary>E-BFMI of a chain: below 0.3 momenta are refreshed too feebly to reach the tails.</summary>
    public double EnergyBfmi(int chain) => Diagnostics.EnergyBfmi(Array.ConvertAll(_chains[chain], transition => transition.Energy));
}
