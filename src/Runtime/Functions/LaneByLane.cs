using System.Runtime.InteropServices;

namespace ProbModels;

/// <summary>Applies scalar functions to vectors of any width, for want of a vector form.</summary>
internal static class LaneByLane
{
    /// <summary>The vector of f(x) over the lanes of x.</summary>
    /// <typeparam name="TVector">A hardware vector of <see cref="double"/> of any width.</typeparam>
    /// <typeparam name="TFunction">The function; a type, so that the call is direct.</typeparam>
    public static TVector Map<TVector, TFunction>(TVector x)
        where TVector : struct
        where TFunction : IScalarFunction
    {
        foreach (ref double lane in Lanes(ref x))
            lane = TFunction.Of(lane);
        return x;
    }

    /// <summary>The vector of f(x, y) over the lanes of x and y.</summary>
    public static TVector Zip<TVector, TFunction>(TVector x, TVector y)
        where TVector : struct
        where TFunction : IScalarFunctionOfTwo
    {
        var first = Lanes(ref x);
        var second = Lanes(ref y);
        for (int lane = 0; lane < first.Length; lane++)
            first[lane] = TFunction.Of(first[lane], second[lane]);
        return x;
    }

    private static Span<double> Lanes<TVector>(ref TVector vector)
        where TVector : struct
        => MemoryMarshal.Cast<TVector, double>(new Span<TVector>(ref vector));
}

internal interface IScalarFunction
{
    static abstract double Of(double x);
}

internal interface IScalarFunctionOfTwo
{
    static abstract double Of(double x, double y);
}
