namespace ProbModels.Tests;

/// <summary>A skewed and bent target from which exact draws are easy: e^x ~ Exponential(1), y | x ~ N(0.3 x², 0.7²).</summary>
internal static class BentGumbel
{
    private const double Bend = 0.3, Width = 0.7;

    public static FunctionPosterior Posterior { get; } = new(2, (position, gradient) =>
    {
        double x = position[0], z = (position[1] - Bend * x * x) / Width, rate = Math.Exp(x);
        gradient[0] = 1 - rate + 2 * Bend * x * z / Width;
        gradient[1] = -z / Width;
        return x - rate - 0.5 * z * z;
    });

    /// <summary>Writes an exact draw.</summary>
    public static void Draw(Span<double> position, ref Philox rng)
    {
        double x = Math.Log(-Math.Log(rng.NextOpen()));
        (position[0], position[1]) = (x, Bend * x * x + Width * rng.NextNormal());
    }

    /// <summary>Which of side x side equally likely cells a position lies in.</summary>
    public static int Cell(ReadOnlySpan<double> position, int side)
    {
        double x = position[0], z = (position[1] - Bend * x * x) / Width;
        double first = 1 - Math.Exp(-Math.Exp(x));
        int column = 0;
        while (column < side - 1 && z > Edges[side][column])
            column++;
        return Math.Min((int)(first * side), side - 1) * side + column;
    }

    /// <summary>For each count of equally likely intervals of a standard normal number, the bounds between them.</summary>
    private static readonly double[][] Edges =
        [.. Enumerable.Range(0, 13).Select(side => Enumerable.Range(1, Math.Max(0, side - 1)).Select(i => SpecialFunctions.NormalQuantile((double)i / side)).ToArray())];
}
