namespace ProbModels;

/// <summary>Gives each chain a stream of random numbers for each purpose, so that no use of one shifts another.</summary>
internal static class RandomStreams
{
    /// <summary>The stream of a chain's start.</summary>
    public static Philox Start(ulong seed, int chain) => new(seed, Id(chain, purpose: 0));

    /// <summary>The streams of a chain's transitions.</summary>
    public static ChainRandom Transitions(ulong seed, int chain) => new(seed, choices: Id(chain, purpose: 1), momenta: Id(chain, purpose: 2));

    // Room for 256 purposes of each chain: these numbers are part of what a seed means, and never change.
    private static ulong Id(int chain, uint purpose) => (ulong)chain << 8 | purpose;
}
