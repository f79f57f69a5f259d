using static ProbModels.SpecialFunctions;

namespace ProbModels;

public partial struct Philox
{
    /// <summary>The greatest number below 1.</summary>
    private const double BelowOne = 1 - 1.0 / (1L << 53);

    /// <summary>A beta number, as g / (g + h) of two gamma numbers; strictly between 0 and 1.</summary>
    /// <remarks>
    /// The gamma numbers are drawn as logarithms, since those of small shapes lie below the least positive <see cref="double"/>. A quotient
    /// that rounds to 0 or 1 becomes the nearest number inside.
    /// </remarks>
    /// <param name="a">Positive and finite.</param>
    /// <param name="b">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not positive and finite.</exception>
    public double NextBeta(double a, double b)
    {
        double logOdds = NextLogGamma(a) - NextLogGamma(b);
        return Math.Clamp(Logistic(logOdds), double.Epsilon, BelowOne);
    }

    /// <summary>The logarithm of a gamma number of scale 1.</summary>
    internal double NextLogGamma(double shape) =>
        shape >= 1 ? ScalarFunctions.Log(NextGamma(shape)) : ScalarFunctions.Log(NextGamma(shape + 1)) + ScalarFunctions.Log(NextOpen()) / shape;
}
