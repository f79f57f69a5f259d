using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>What the hand-written kernels do to the lanes of a vector.</summary>
internal static class Lanes
{
    /// <summary>The sum of eight lanes: halves are added, so that three additions follow each other instead of seven.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }
}
