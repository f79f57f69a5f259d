using Xunit;

namespace ProbModels.Tests;

public class ChainRandomTests
{
    private const ulong Seed = 0xDEADBEEF_12345678, Choices = 0x300000001, Momenta = 0x700000002;

    [Fact]
    public void Uniform_numbers_are_those_of_philox_one_by_one()
    {
        var (random, philox) = (new ChainRandom(Seed, Choices, Momenta), new Philox(Seed, Choices));
        const int Blocks = PhiloxLanes.Blocks;
        for (int batch = 0; batch < 100; batch++)
        {
            // Eight blocks at a time: the first number of each, then the second.
            var numbers = new double[2 * Blocks];
            for (int i = 0; i < numbers.Length; i++)
                numbers[i] = random.NextUniform();
            for (int block = 0; block < Blocks; block++)
            {
                Assert.Equal(philox.NextOpen(), numbers[block]);
                Assert.Equal(philox.NextOpen(), numbers[Blocks + block]);
            }
        }
    }

    [Fact]
    public void Normal_numbers_are_those_of_philox_one_by_one()
    {
        var (random, philox) = (new ChainRandom(Seed, Choices, Momenta), new Philox(Seed, Momenta));
        var numbers = new double[16 * 1000];
        random.FillNormal(numbers);
        for (int batch = 0; batch < numbers.Length; batch += 16)
            for (int block = 0; block < 8; block++)
            {
                // Both take the same uniform numbers; their series differ in the last digits, and a cosine near zero keeps fewer of them.
                Assert.Equal(philox.NextNormal(), numbers[batch + block], 4e-15);
                Assert.Equal(philox.NextNormal(), numbers[batch + 8 + block], 4e-15);
            }
    }

    [Fact]
    public void Normal_numbers_do_not_depend_on_how_many_are_asked_for_at_a_time()
    {
        var (whole, pieces) = (new double[500], new double[500]);
        new ChainRandom(Seed, Choices, Momenta).FillNormal(whole);
        var random = new ChainRandom(Seed, Choices, Momenta);
        for (int start = 0, length = 1; start < pieces.Length; start += length, length = Math.Min(length + 13, pieces.Length - start))
        {
            random.FillNormal(pieces.AsSpan(start, length));
            random.NextUniform();
        }
        Assert.Equal(whole, pieces);
    }

    [Fact]
    public void Normal_numbers_have_the_normal_distribution()
    {
        var numbers = new double[1_000_000];
        new ChainRandom(5, 0, 1).FillNormal(numbers);
        const int Cells = 200;
        double[] edges = [.. Enumerable.Range(1, Cells - 1).Select(i => SpecialFunctions.NormalQuantile((double)i / Cells))];
        var counts = new long[Cells];
        foreach (double number in numbers)
        {
            int place = Array.BinarySearch(edges, number);
            counts[place < 0 ? ~place : place]++;
        }
        ChiSquare.AssertUniform(counts);
    }

    [Fact]
    public void Chains_and_purposes_have_streams_of_their_own()
    {
        var (first, second) = (RandomStreams.Transitions(1, 0), RandomStreams.Transitions(1, 1));
        var (x, y) = (new double[64], new double[64]);
        first.FillNormal(x);
        second.FillNormal(y);
        Assert.Empty(x.Intersect(y));
        var uniforms = Enumerable.Range(0, 64).Select(_ => first.NextUniform()).ToArray();
        Assert.Empty(uniforms.Intersect(Enumerable.Range(0, 64).Select(_ => second.NextUniform())));
        var start = RandomStreams.Start(1, 0);
        Assert.Empty(uniforms.Intersect(Enumerable.Range(0, 64).Select(_ => start.NextOpen())));
    }
}
