using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>What bounds the straight line's kernels at 100,000 points: a plain loop from above, the speed of memory from below.</summary>
public class StraightLineBenchmarks
{
    private readonly double[] _position = [0.4, 0.3], _gradient = new double[2];
    private readonly HandWrittenLine _handWritten = new(Sample);
    private readonly ScalarLine _scalar = new(Sample);
    private readonly Bandwidth _bandwidth = new(Sample);

    private static LineSample Sample { get; } = LineSample.Draw(100_000);

    [Benchmark(Baseline = true)]
    public double HandWritten() => _handWritten.Evaluate(_position, _gradient);

    [Benchmark(Description = "Plain scalar loop")]
    public double PlainLoop() => _scalar.Evaluate(_position, _gradient);

    [Benchmark(Description = "Sum of x, y, e (bandwidth)")]
    public double SumOfColumns() => _bandwidth.Sum();
}
