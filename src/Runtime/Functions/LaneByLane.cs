using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>Applies scalar functions to vectors of any width.</summary>
internal static class LaneByLane
{
    /// <summary>The vector of f(x) over the lanes of x.</summary>
    /// <typeparam name="TVector">A hardware vector of <see cref="double"/> of any width.</typeparam>
    /// <typeparam name="TFunction">The function; a type, so that the call is direct.</typeparam>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Map<TVector, TFunction>(TVector x)
        where TVector : struct
        where TFunction : IScalarFunction
    {
        foreach (ref double lane in MemoryMarshal.Cast<TVector, double>(new Span<TVector>(ref x)))
            lane = TFunction.Of(lane);
        return x;
    }
}

internal interface IScalarFunction
{
    static abstract double Of(double x);
}
