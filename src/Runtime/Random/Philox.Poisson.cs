using static System.FormattableString;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

public partial struct Philox
{
    /// <summary>The least rate for which Hörmann's hat lies above the distribution.</summary>
    private const double RejectionFrom = 10;

    /// <summary>A Poisson count, exact for every rate whose counts fit a <see cref="long"/>.</summary>
    /// <param name="rate">Zero or positive, and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative, infinite or NaN.</exception>
    /// <exception cref="OverflowException">The count does not fit a <see cref="long"/>.</exception>
    public long NextPoisson(double rate)
    {
        if (!(rate >= 0 && double.IsFinite(rate)))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "The rate of a Poisson draw must be zero or positive, and finite.");
        return rate < RejectionFrom ? PoissonByProducts(rate) : PoissonByRejection(rate);
    }

    /// <summary>Counts how many uniform numbers can be multiplied before the product falls below exp(−rate) (Knuth, TAOCP 3.4.1).</summary>
    private long PoissonByProducts(double rate)
    {
        double limit = ScalarFunctions.Exp(-rate), product = NextOpen();
        long count = 0;
        for (; product > limit; count++)
            product *= NextOpen();
        return count;
    }

    /// <summary>Hörmann (1993), "The transformed rejection method for generating Poisson random variables", algorithm PTRS.</summary>
    /// <remarks>
    /// Counts are handled as offsets from the rate's integer part, which stay exact where the counts themselves exceed what a
    /// <see cref="double"/> can tell apart.
    /// </remarks>
    private long PoissonByRejection(double rate)
    {
        double whole = Math.Floor(rate), fraction = rate - whole;
        double b = 0.931 + 2.53 * Math.Sqrt(rate), a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4), squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            double u = NextOpen() - 0.5, v = NextOpen(), distance = 0.5 - Math.Abs(u);
            double offset = Math.Floor((2 * a / distance + b) * u + fraction + 0.43);
            if (distance >= 0.07 && v <= squeeze) return Count(rate, whole, offset);
            if (whole + offset < 0 || (distance < 0.013 && v > distance)) continue;

            double hat = ScalarFunctions.Log(v * inverseAlpha / (a / (distance * distance) + b));
            if (hat <= LogPoissonMass(whole + offset, rate, offset - fraction)) return Count(rate, whole, offset);
        }
    }

    private static long Count(double rate, double whole, double offset)
    {
        try
        {
            return checked((long)whole + (long)offset);
        }
        catch (OverflowException)
        {
            throw new OverflowException(Invariant(
                $"A Poisson count of rate {rate} does not fit a 64-bit integer, which ends at {long.MaxValue}."));
        }
    }

    /// <summary>The log mass of a count in Loader's saddle-point form, "Fast and accurate computation of binomial probabilities" (2000).</summary>
    /// <param name="count">The count.</param>
    /// <param name="rate">The rate, at least 10.</param>
    /// <param name="deviation">count − rate, in which the digits are that <paramref name="count"/> may lack.</param>
    private static double LogPoissonMass(double count, double rate, double deviation)
    {
        if (count < 10) return count * ScalarFunctions.Log(rate) - rate - LogGamma(count + 1);
        return -HalfDeviance(count, rate, deviation) - 0.5 * ScalarFunctions.Log(2 * Math.PI * count) - ScalarFunctions.StirlingCorrection(count);
    }

    /// <summary>count · log(count / rate) − deviation, without cancellation: log(count / rate) = 2 artanh(deviation / (count + rate)).</summary>
    private static double HalfDeviance(double count, double rate, double deviation)
    {
        double v = deviation / (count + rate);
        if (Math.Abs(v) > 0.1) return count * ScalarFunctions.Log(count / rate) - deviation;

        double sum = deviation * v, power = 2 * count * v;
        for (int order = 3; ; order += 2)
        {
            power *= v * v;
            double next = sum + power / order;
            if (next == sum) return sum;
            sum = next;
        }
    }
}
