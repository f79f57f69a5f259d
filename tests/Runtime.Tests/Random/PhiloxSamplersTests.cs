using static ProbModels.SpecialFunctions;

namespace ProbModels.Tests;

public class PhiloxSamplersTests
{
    [Fact]
    public void Exponential_numbers_have_the_exponential_distribution()
    {
        var rng = new Philox(21, 0);
        var sample = Sample.Of(200_000, () => rng.NextExponential());
        GoodnessOfFit.KolmogorovSmirnov(sample, x => -Expm1(-x));
        Sample.AssertMoments(sample, mean: 1, variance: 1, fourthCentralMoment: 9);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1.7)]
    [InlineData(20)]
    [InlineData(1e6)]
    [InlineData(1e15)]
    public void Gamma_numbers_have_the_gamma_distribution(double shape)
    {
        var rng = new Philox(22, (ulong)BitConverter.DoubleToInt64Bits(shape));
        var sample = Sample.Of(100_000, () => rng.NextGamma(shape));
        Sample.AssertMoments(sample, shape, shape, fourthCentralMoment: 3 * shape * (shape + 2));

        // On a scale where the density is smooth: standardised logarithms, whose log density at y is shape·(log x) − x − log Γ(shape).
        if (shape > 1e6) return;
        double width = Math.Sqrt(Trigamma(shape)), centre = Digamma(shape);
        var standardised = Array.ConvertAll(sample, x => (Math.Log(x) - centre) / width);
        GoodnessOfFit.KolmogorovSmirnovByDensity(standardised, z =>
        {
            double logX = centre + width * z;
            return width * Math.Exp(shape * logX - Math.Exp(logX) - LogGamma(shape));
        });
    }

    [Fact]
    public void A_gamma_number_is_positive_for_the_smallest_shapes()
    {
        var rng = new Philox(23, 0);
        Assert.All(Sample.Of(1000, () => rng.NextGamma(1e-4)), x => Assert.True(x > 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    [InlineData(0.7)]
    [InlineData(9.999)]
    [InlineData(10)]
    [InlineData(12.3)]
    [InlineData(57.5)]
    [InlineData(1e3)]
    [InlineData(123_456.78)]
    public void Poisson_counts_have_the_poisson_distribution(double rate)
    {
        var rng = new Philox(24, (ulong)BitConverter.DoubleToInt64Bits(rate));
        var sample = new long[200_000];
        for (int i = 0; i < sample.Length; i++)
            sample[i] = rng.NextPoisson(rate);

        // Sixteen standard deviations; the first and last cell take the tails.
        long low = (long)Math.Max(0, rate - 8 * Math.Sqrt(rate)), high = (long)(rate + 8 * Math.Sqrt(rate) + 20);
        var counts = new long[high - low + 1];
        foreach (long count in sample)
            counts[Math.Clamp(count, low, high) - low]++;
        GoodnessOfFit.ChiSquare(counts, counts.Select((_, i) => Math.Exp(XLogY(low + i, rate) - rate - LogGamma(low + i + 1.0))));
    }

    [Theory]
    [InlineData(1e12)]
    [InlineData(4.5e15 + 0.5)]
    [InlineData(9e18)]
    public void Poisson_counts_of_large_rates_are_nearly_normal_down_to_their_last_bits(double rate)
    {
        var rng = new Philox(25, (ulong)rate);
        const int Count = 200_000;
        var standardised = new double[Count];
        var lastBits = new long[64];
        for (int i = 0; i < Count; i++)
        {
            long count = rng.NextPoisson(rate);
            standardised[i] = (count - (long)rate - (rate - Math.Floor(rate))) / Math.Sqrt(rate);
            lastBits[count & 63]++;
        }

        // The skewness 1/√rate is at most 10⁻⁶, far below what so many draws can show.
        GoodnessOfFit.KolmogorovSmirnovByDensity(standardised, z => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI));
        GoodnessOfFit.ChiSquare(lastBits, Enumerable.Repeat(1 / 64.0, 64));
        Sample.AssertMoments(standardised, mean: 0, variance: 1, fourthCentralMoment: 3);
    }

    [Theory]
    [InlineData(0, 0.3)]
    [InlineData(7, 0.0)]
    [InlineData(7, 1.0)]
    [InlineData(1, 0.4)]
    [InlineData(30, 0.3)]
    [InlineData(20, 0.5)]
    [InlineData(40, 0.25)]
    [InlineData(200, 0.93)]
    [InlineData(100_000, 0.0003)]
    [InlineData(1_000_000, 0.4)]
    [InlineData(1_000_000_000_000, 2e-11)]
    public void Binomial_counts_have_the_binomial_distribution(long trials, double probability)
    {
        var rng = new Philox(28, (ulong)(trials + BitConverter.DoubleToInt64Bits(probability)));
        double mean = trials * probability, spread = Math.Sqrt(mean * (1 - probability));

        // Sixteen standard deviations; the first and last cell take the tails.
        long low = (long)Math.Max(0, mean - 8 * spread - 10), high = (long)Math.Min(trials, mean + 8 * spread + 20);
        var counts = new long[high - low + 1];
        for (int i = 0; i < 200_000; i++)
            counts[Math.Clamp(rng.NextBinomial(trials, probability), low, high) - low]++;
        GoodnessOfFit.ChiSquare(counts, counts.Select((_, i) => Math.Exp(
            XLogY(low + i, probability) + XLog1pY(trials - low - i, -probability) - LogBeta(low + i + 1, trials - low - i + 1) - Log1p(trials))));
    }

    [Theory]
    [InlineData(1_000_000_000_000, 0.3)]
    [InlineData(long.MaxValue, 0.7)]
    public void Binomial_counts_of_many_trials_are_nearly_normal(long trials, double probability)
    {
        var rng = new Philox(29, (ulong)trials);
        double mean = trials * probability, spread = Math.Sqrt(mean * (1 - probability));
        var standardised = Sample.Of(100_000, () => (rng.NextBinomial(trials, probability) - mean) / spread);
        GoodnessOfFit.KolmogorovSmirnovByDensity(standardised, z => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI));
        Sample.AssertMoments(standardised, mean: 0, variance: 1, fourthCentralMoment: 3);
    }

    [Theory]
    [InlineData(2, 3.5)]
    [InlineData(0.3, 0.4)]
    [InlineData(1e-4, 0.002)]
    [InlineData(1e6, 5)]
    public void Beta_numbers_have_the_moments_of_the_beta_distribution_and_lie_inside(double a, double b)
    {
        var rng = new Philox(30, (ulong)BitConverter.DoubleToInt64Bits(a * b));
        var sample = Sample.Of(200_000, () => rng.NextBeta(a, b));
        Assert.All(sample, x => Assert.InRange(x, double.Epsilon, Math.BitDecrement(1)));
        double mean = a / (a + b), variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        double fourth = 3 * variance * variance * (a + b + 1) / (a * b) * (2 * (a + b) * (a + b) + a * b * (a + b - 6)) / ((a + b + 2) * (a + b + 3));
        Sample.AssertMoments(sample, mean, variance, fourth);
    }

    [Theory]
    [InlineData(9.3e18)]
    [InlineData(1e300)]
    public void A_poisson_count_that_does_not_fit_is_an_error_with_the_rate(double rate)
    {
        var rng = new Philox(26, 0);
        var error = Assert.Throws<OverflowException>(() => rng.NextPoisson(rate));
        Assert.Equal(
            FormattableString.Invariant($"A Poisson count of rate {rate} does not fit a 64-bit integer, which ends at 9223372036854775807."),
            error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Impossible_parameters_are_errors(double value)
    {
        var rng = new Philox(27, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextPoisson(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextGamma(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextBeta(value, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextBeta(1, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextBinomial(3, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => rng.NextBinomial(-3, 0.5));
    }
}
