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
        double x = position[0];
        double first = 1 - Math.Exp(-Math.Exp(x));
        double second = NormalCdf((position[1] - Bend * x * x) / Width);
        return Math.Min((int)(first * side), side - 1) * side + Math.Min((int)(second * side), side - 1);
    }

    /// <summary>Φ by bisection of its inverse: slow, but checked against R elsewhere.</summary>
    private static double NormalCdf(double z)
    {
        double low = 0, high = 1;
        for (int i = 0; i < 30; i++)
        {
            double middle = 0.5 * (low + high);
            if (NormalQuantile.At(middle) < z) low = middle;
            else high = middle;
        }
        return low;
    }
}
