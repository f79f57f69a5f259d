using static ProbModels.SpecialFunctions;

namespace ProbModels;

public partial struct Philox
{
    /// <summary>The least number of expected successes for which Hörmann's hat lies above the distribution.</summary>
    private const double BinomialRejectionFrom = 10;

    /// <summary>The number of successes among independent trials.</summary>
    /// <param name="trials">Zero or more.</param>
    /// <param name="probability">Of a success, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public long NextBinomial(long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability of a binomial draw must be between 0 and 1.");
        if (probability > 0.5) return trials - NextBinomial(trials, 1 - probability);
        return trials * probability < BinomialRejectionFrom ? BinomialByGaps(trials, probability) : BinomialByRejection(trials, probability);
    }

    /// <summary>Adds up the gaps from success to success, which are geometric (Devroye 1986, "Non-uniform random variate generation", X.4.3).</summary>
    private long BinomialByGaps(long trials, double probability)
    {
        double logOfFailure = Log1p(-probability), position = 0;
        for (long count = 0; ; count++)
        {
            // At probability 0 the first gap is infinite.
            position += Math.Floor(ScalarFunctions.Log(NextOpen()) / logOfFailure) + 1;
            if (!(position <= trials)) return count;
        }
    }

    /// <summary>Hörmann (1993), "The generation of binomial random variates", algorithm BTRS.</summary>
    private long BinomialByRejection(long trials, double probability)
    {
        double n = trials, spread = Math.Sqrt(n * probability * (1 - probability)), b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * probability, centre = n * probability + 0.5;
        double alpha = (2.83 + 5.1 / b) * spread, squeeze = 0.92 - 4.2 / b;
        double atMode = LogBinomialMass(Math.Floor((n + 1) * probability), n, probability);
        while (true)
        {
            double u = NextOpen() - 0.5, v = NextOpen(), distance = 0.5 - Math.Abs(u);
            double count = Math.Floor((2 * a / distance + b) * u + centre);
            if (distance >= 0.07 && v <= squeeze) return (long)count;
            if (count < 0 || count > n) continue;
            if (ScalarFunctions.Log(v * alpha / (a / (distance * distance) + b)) <= LogBinomialMass(count, n, probability) - atMode) return (long)count;
        }
    }

    /// <summary>The log mass of a count in Loader's saddle-point form, "Fast and accurate computation of binomial probabilities" (2000).</summary>
    private static double LogBinomialMass(double count, double n, double probability)
    {
        double failures = n - count;
        if (count < GammaFunctions.AsymptoticFrom || failures < GammaFunctions.AsymptoticFrom)
            return count * ScalarFunctions.Log(probability) + failures * Log1p(-probability) - LogBeta(count + 1, failures + 1) - Log1p(n);

        double deviation = count - n * probability;
        return ScalarFunctions.StirlingCorrection(n) - ScalarFunctions.StirlingCorrection(count) - ScalarFunctions.StirlingCorrection(failures)
            - HalfDeviance(count, n * probability, deviation) - HalfDeviance(failures, n * (1 - probability), -deviation)
            + 0.5 * ScalarFunctions.Log(n / (2 * Math.PI * count * failures));
    }
}
