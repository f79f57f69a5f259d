namespace ProbModels;

/// <summary>Elementary functions with the same digits on every machine, where those of the platform's C library differ.</summary>
/// <remarks>
/// They use only + − × ÷ and the fused multiply-add, which IEEE 754 rounds correctly, and Taylor series on an interval so short that the
/// first term left out lies below the rounding error. Long series are summed as a tree (Estrin's scheme): a processor overlaps its
/// branches, where in Horner's each step waits for the one before. What is random, or special, builds on them.
/// </remarks>
internal static class Elementary
{
    /// <summary>Sine and cosine of 2π · <paramref name="turns"/>, within 2 ulp.</summary>
    /// <param name="turns">An angle in full turns, at most 2⁵⁰ in size: the reduction to an eighth of a turn is exact.</param>
    public static (double Sin, double Cos) SinCosTurns(double turns)
    {
        double quarter = Math.Round(4 * turns);
        double angle = (turns - 0.25 * quarter) * (2 * Math.PI);
        double sin = SinSeries(angle), cos = CosSeries(angle);
        return ((long)quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    private static double SinSeries(double x)
    {
        double z = x * x;
        double tail = -1.0 / 6 + z * (1.0 / 120 + z * (-1.0 / 5040 + z * (1.0 / 362880 + z * (-1.0 / 39916800
            + z * (1.0 / 6227020800 + z * (-1.0 / 1307674368000 + z * (1.0 / 355687428096000)))))));
        return x + x * z * tail;
    }

    private static double CosSeries(double x)
    {
        double z = x * x;
        double tail = 1.0 / 24 + z * (-1.0 / 720 + z * (1.0 / 40320 + z * (-1.0 / 3628800 + z * (1.0 / 479001600
            + z * (-1.0 / 87178291200 + z * (1.0 / 20922789888000))))));
        double half = 0.5 * z, rounded = 1 - half;
        return rounded + (1 - rounded - half + z * z * tail);
    }
}
