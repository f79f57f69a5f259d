namespace ProbModels.Tests;

/// <summary>Arguments for functions of which only the bits count, not the values: the same on every machine, made without a mathematical library.</summary>
internal static class SamplePoints
{
    private static readonly double[] Special =
    [
        0, double.NegativeZero, 1, -1, 2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon,
        double.MaxValue, double.MinValue, 1e-310, 2.2250738585072014e-308, 709.7, -745, 0.5, -0.5, 3, -2,
    ];

    /// <summary>All orders of magnitude of both signs with the special values strewn among them, so that most vectors hold some.</summary>
    public static double[] All { get; } = Make();

    /// <summary>Whether two numbers have the same bits; all NaN count as one.</summary>
    public static bool AreSame(double a, double b) => double.IsNaN(a) ? double.IsNaN(b) : BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private static double[] Make()
    {
        var rng = new Philox(30, 0);
        double Between(double low, double high) => low + (high - low) * rng.NextOpen();
        double Sized(double exponents) => Math.ScaleB(Between(1, 2), (int)Between(-exponents, exponents));
        var points = new double[3000];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = (i % 7) switch
            {
                0 => Special[(int)(Special.Length * rng.NextOpen())],
                1 => Sized(30),
                2 => -Sized(30),
                3 => Sized(1020),
                4 => Between(-750, 750),
                5 => Between(-1.5, 1.5),
                _ => Between(-10, 10),
            };
        }

        return points;
    }
}
