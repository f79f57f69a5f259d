using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>The straight line: log density and full gradient, once.</summary>
public class StraightLineBenchmarks
{
    private readonly double[] _position = [0.4, 0.3], _gradient = new double[2];
    private Posterior _posterior = null!;
    private Workspace _workspace = null!;
    private HandWrittenLine _handWritten = null!;
    private ScalarLine _scalar = null!;
    private Bandwidth _bandwidth = null!;

    public static IEnumerable<int> Sizes => [20, 100_000];

    [ParamsSource(nameof(Sizes))]
    public int N { get; set; }

    [GlobalSetup]
    public void Bind()
    {
        var sample = LineSample.Draw(N);
        _posterior = sample.Posterior();
        _workspace = _posterior.CreateWorkspace();
        _handWritten = new(sample);
        _scalar = new(sample);
        _bandwidth = new(sample);
    }

    [Benchmark(Baseline = true)]
    public double HandWritten() => _handWritten.Evaluate(_position, _gradient);

    [Benchmark]
    public double Generated() => _posterior.LogDensity(_position, _gradient, _workspace);

    [Benchmark(Description = "Plain scalar loop")]
    public double PlainLoop() => _scalar.Evaluate(_position, _gradient);

    [Benchmark(Description = "Sum of x, y, e (bandwidth)")]
    public double SumOfColumns() => _bandwidth.Sum();
}
