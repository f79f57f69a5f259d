using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProbModels.Benchmarks;

/// <summary>What the hand-written kernels do to the lanes of a vector.</summary>
internal static unsafe class Lanes
{
    /// <summary>The sum of eight lanes: halves are added, so that three additions follow each other instead of seven.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>The product of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Product(Vector512<double> lanes)
    {
        var four = lanes.GetLower() * lanes.GetUpper();
        var two = four.GetLower() * four.GetUpper();
        return two.ToScalar() * two.GetElement(1);
    }

    /// <summary>All bits set in the first <paramref name="count"/> lanes, none in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> First(int count) =>
        Vector512.LessThan(Vector512.Create(0d, 1d, 2d, 3d, 4d, 5d, 6d, 7d), Vector512.Create((double)count));

    /// <summary>Reads the lanes of <paramref name="mask"/>, which are the first; the others are zero, and their memory is not touched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double* source, Vector512<double> mask)
    {
        if (Avx512F.IsSupported) return Avx512F.MaskLoad(source, mask, Vector512<double>.Zero);
        double* lanes = stackalloc double[8];
        for (int lane = 0; lane < 8; lane++) lanes[lane] = mask.AsInt64().GetElement(lane) == 0 ? 0 : source[lane];
        return Vector512.Load(lanes);
    }

    /// <summary>Writes the lanes of <paramref name="mask"/>, which are the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double* target, Vector512<double> mask, Vector512<double> values)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore(target, mask, values);
            return;
        }

        for (int lane = 0; lane < 8; lane++)
            if (mask.AsInt64().GetElement(lane) != 0) target[lane] = values.GetElement(lane);
    }
}
