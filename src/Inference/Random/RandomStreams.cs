namespace ProbModels;

/// <summary>Gives each chain a stream of random numbers for each purpose, so that no use of one shifts another.</summary>
internal static class RandomStreams
{
    /// <summary>The stream of a chain's start.</summary>
    public static Philox Start(ulong seed, int chain) => new(seed, StreamIds.Of(chain, StreamPurpose.Start));

    /// <summary>The streams of a chain's transitions.</summary>
    public static ChainRandom Transitions(ulong seed, int chain) =>
        new(seed, choices: StreamIds.Of(chain, StreamPurpose.Choices), momenta: StreamIds.Of(chain, StreamPurpose.Momenta));
}
