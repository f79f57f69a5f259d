using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>The log density and its full gradient, once: generated, and written by hand.</summary>
public abstract class KernelBenchmarks
{
    private Posterior _generated = null!;
    private Workspace _workspace = null!;
    private Yardstick _handWritten = null!;
    private double[] _position = null!, _gradient = null!;

    private protected void Bind(Contest contest)
    {
        (_generated, _handWritten) = (contest.Generated, contest.HandWritten);
        _workspace = _generated.CreateWorkspace();
        _position = contest.Position(seed: 3, range: 0.5);
        _gradient = new double[_position.Length];
    }

    [Benchmark(Baseline = true)]
    public double HandWritten() => _handWritten.Evaluate(_position, _gradient);

    [Benchmark]
    public double Generated() => _generated.LogDensity(_position, _gradient, _workspace);
}
