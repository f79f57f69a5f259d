namespace ProbModels;

public static partial class SpecialFunctions
{
    /// <summary>log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for positive a and b. Error at most 24 ulp of max(1, |log B(a, b)|).</summary>
    /// <returns>+∞ where either is 0; NaN where either is negative.</returns>
    /// <remarks>
    /// For large arguments the three terms cancel. There Stirling's formula, Abramowitz and Stegun (1964) 6.1.41, is subtracted term by term:
    /// what is left are logarithms of a / (a + b) and b / (a + b), and small corrections (DiDonato and Morris 1992, ACM TOMS 708).
    /// </remarks>
    public static double LogBeta(double a, double b)
    {
        double lesser = Math.Min(a, b), greater = Math.Max(a, b);
        if (!(lesser > 0)) return lesser == 0 ? double.PositiveInfinity : double.NaN;
        if (double.IsInfinity(greater)) return double.NegativeInfinity;
        if (greater < AsymptoticFrom) return LogGamma(lesser) + (LogGamma(greater) - LogGamma(lesser + greater));

        double sum = lesser + greater, ratio = lesser / greater;
        double correction = StirlingCorrection(greater) - StirlingCorrection(sum), rest = ScalarFunctions.Log1p(ratio);
        if (lesser < AsymptoticFrom)
            return LogGamma(lesser) - lesser * (ScalarFunctions.Log(greater) - 1) + (correction - (sum - 0.5) * rest);
        return HalfLogTwoPi - 0.5 * ScalarFunctions.Log(lesser) + (StirlingCorrection(lesser) + correction)
            + (lesser * ScalarFunctions.Log(ratio) - (sum - 0.5) * rest);
    }
}
