using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>Standard normal numbers, eight pairs at a time, by the transform of Box and Muller (1958).</summary>
internal static class NormalLanes
{
    private const double UniformStep = 1.0 / (1L << 53);

    /// <summary>Two independent standard normal numbers from each pair of random numbers of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Cosines, Vector512<double> Sines) Transform(Vector512<ulong> first, Vector512<ulong> second)
    {
        var radius = Vector512.Sqrt(VectorFunctions.Log(Open(first)) * -2.0);
        Vector512<double> sine = Angles.SinCosTurns<Lane512>(Open(second), out var cosine);
        return (radius * (Vector512<double>)cosine, radius * sine);
    }

    /// <summary>A number in the open interval (0, 1): the upper 53 bits as a fraction; half a step in place of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Open(Vector512<ulong> bits)
    {
        // Below 2⁵³ signed and unsigned conversions agree, and both are exact.
        var fraction = Vector512.ConvertToDouble((bits >> 11).AsInt64()) * UniformStep;
        return Vector512.Max(fraction, Vector512.Create(0.5 * UniformStep));
    }
}
