namespace ProbModels;

/// <summary>What a stream of random numbers is for, so that no use of one seed shares numbers with another.</summary>
/// <remarks>The numbers are part of what a seed means, and never change.</remarks>
internal enum StreamPurpose
{
    /// <summary>Where a chain starts.</summary>
    Start = 0,

    /// <summary>Directions and selections of a chain's transitions.</summary>
    Choices = 1,

    /// <summary>Momenta of a chain's transitions.</summary>
    Momenta = 2,

    /// <summary>Sites of a model that is run forward.</summary>
    Simulation = 3,

    /// <summary>Observables that a model predicts with the latents of given draws.</summary>
    Prediction = 4,
}

/// <summary>Numbers the streams of a seed.</summary>
internal static class StreamIds
{
    /// <summary>The stream of one draw of a chain for a purpose, whatever the number of draws. There is room for 2²⁴ chains.</summary>
    public static ulong Of(int chain, int draw, StreamPurpose purpose) => Of((long)chain << 32 | (uint)draw, purpose);

    /// <summary>The stream of a chain for a purpose. There is room for 256 purposes.</summary>
    public static ulong Of(long index, StreamPurpose purpose) => (ulong)index << 8 | (uint)purpose;
}
