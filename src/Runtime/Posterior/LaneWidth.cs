using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>How wide the vectors of a compiled kernel are. The result does not depend on it.</summary>
public enum LaneWidth
{
    /// <summary>Two numbers of double precision.</summary>
    Bits128 = 128,

    /// <summary>Four numbers of double precision.</summary>
    Bits256 = 256,

    /// <summary>Eight numbers of double precision.</summary>
    Bits512 = 512,
}

/// <summary>The choice of a vector width.</summary>
public static class LaneWidths
{
    // Measured on an Intel Xeon with AVX-512: from here on the wider vectors are faster, and below it no slower.
    private const int ShortPlate = 5;

    /// <summary>The best width on this machine for plates of the given lengths.</summary>
    public static LaneWidth Best(params ReadOnlySpan<int> plates)
    {
        int longest = 0;
        foreach (int length in plates) longest = Math.Max(longest, length);
        return Best(longest);
    }

    private static LaneWidth Best(int longestPlate) =>
        Vector512.IsHardwareAccelerated && longestPlate >= ShortPlate ? LaneWidth.Bits512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Bits256
        : LaneWidth.Bits128;
}
