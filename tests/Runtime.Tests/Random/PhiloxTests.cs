namespace ProbModels.Tests;

public class PhiloxTests
{
    /// <summary>The three known answers that Salmon et al. publish with Random123 for philox4x32, 10 rounds.</summary>
    [Theory]
    [InlineData(0x0000000000000000, 0x0000000000000000, 0x0000000000000000, 0xe169c58d6627e8d5, 0x9b00dbd8bc57ac4c)]
    [InlineData(0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff, 0x41c83b0e408f276d, 0x6d5451fda20bc7c6)]
    [InlineData(0x85a308d3243f6a88, 0x0370734413198a2e, 0x299f31d0a4093822, 0x94fdccebd16cfe09, 0x24126ea15001e420)]
    public void Gives_the_published_answers(ulong low, ulong high, ulong key, ulong expectedLow, ulong expectedHigh) =>
        Assert.Equal((expectedLow, expectedHigh), Philox.Block(low, high, key));

    [Fact]
    public void Walks_through_the_counters_of_its_stream()
    {
        var rng = new Philox(seed: 5, stream: 7);
        for (ulong counter = 0; counter < 3; counter++)
        {
            var (low, high) = Philox.Block(counter, 7, 5);
            Assert.Equal(low, rng.NextUInt64());
            Assert.Equal(high, rng.NextUInt64());
        }
    }

    [Fact]
    public void A_copy_repeats_the_same_numbers()
    {
        var rng = new Philox(1, 2);
        rng.NextNormal();
        var copy = rng;
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(rng.NextNormal(), copy.NextNormal());
            Assert.Equal(rng.NextUInt32(), copy.NextUInt32());
        }
    }

    [Fact]
    public void Streams_and_seeds_share_no_numbers()
    {
        const int Streams = 100, Numbers = 1000;
        var seen = new HashSet<ulong>();
        for (ulong i = 0; i < Streams; i++)
        {
            var byStream = new Philox(seed: 0, stream: i);
            var bySeed = new Philox(seed: i + 1, stream: 0);
            for (int n = 0; n < Numbers; n++)
            {
                Assert.True(seen.Add(byStream.NextUInt64()));
                Assert.True(seen.Add(bySeed.NextUInt64()));
            }
        }
    }

    [Fact]
    public void Neighbouring_streams_are_uncorrelated()
    {
        const int Count = 200_000;
        var a = new Philox(3, 0);
        var b = new Philox(3, 1);
        double sum = 0;
        for (int i = 0; i < Count; i++)
            sum += a.NextNormal() * b.NextNormal();
        Assert.True(Math.Abs(sum / Math.Sqrt(Count)) < FalseAlarm.NormalQuantile);
    }

    [Fact]
    public void Open_numbers_are_uniform()
    {
        var rng = new Philox(11, 0);
        var sample = Sample.Of(200_000, () => rng.NextOpen());
        Assert.All(sample, u => Assert.InRange(u, double.Epsilon, 1 - 1.0 / (1L << 53)));
        GoodnessOfFit.KolmogorovSmirnov(sample, u => u);
    }

    [Fact]
    public void Every_bit_is_fair()
    {
        const int Count = 100_000;
        var rng = new Philox(12, 0);
        var ones = new int[64];
        for (int n = 0; n < Count; n++)
        {
            ulong bits = rng.NextUInt64();
            for (int bit = 0; bit < 64; bit++)
                ones[bit] += (int)(bits >> bit & 1);
        }

        Assert.All(ones, count => Assert.True(Math.Abs(count - Count / 2.0) / Math.Sqrt(Count / 4.0) < FalseAlarm.NormalQuantile));
    }

    [Fact]
    public void Consecutive_numbers_fill_the_square_evenly()
    {
        const int Cells = 32;
        var rng = new Philox(13, 0);
        var counts = new long[Cells * Cells];
        for (int n = 0; n < 200_000; n++)
            counts[(int)(rng.NextOpen() * Cells) * Cells + (int)(rng.NextOpen() * Cells)]++;
        GoodnessOfFit.ChiSquare(counts, Enumerable.Repeat(1.0 / counts.Length, counts.Length));
    }

    [Fact]
    public void Normal_numbers_have_the_normal_distribution()
    {
        var rng = new Philox(14, 0);
        var sample = Sample.Of(500_000, () => rng.NextNormal());
        GoodnessOfFit.KolmogorovSmirnovByDensity(sample, x => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
        Sample.AssertMoments(sample, mean: 0, variance: 1, fourthCentralMoment: 3);
    }

    /// <summary>Frozen digits: they may change only with the major version, since a seed is a promise.</summary>
    [Fact]
    public void The_same_seed_gives_the_same_bits_on_every_machine()
    {
        var rng = new Philox(2024, 1);
        ulong hash = 0;
        for (int i = 0; i < 10_000; i++)
            hash = System.Numerics.BitOperations.RotateLeft(hash, 7) ^ BitConverter.DoubleToUInt64Bits(rng.NextNormal());
        Assert.Equal(15998077038088597555, hash);
    }
}
