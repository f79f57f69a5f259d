using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>Eight schools, non-centred: log density and full gradient, once.</summary>
public class EightSchoolsBenchmarks
{
    private readonly double[] _position = [4.4, 1.3, 0.3, -0.2, 0.1, 0.5, -0.7, 0.2, 0.9, -0.4], _gradient = new double[10];
    private readonly Posterior _posterior = Schools.Posterior();
    private readonly Workspace _workspace;
    private readonly HandWrittenSchools _handWritten = new(Schools.Effects, Schools.Errors);

    public EightSchoolsBenchmarks() => _workspace = _posterior.CreateWorkspace();

    [Benchmark(Baseline = true)]
    public double HandWritten() => _handWritten.Evaluate(_position, _gradient);

    [Benchmark]
    public double Generated() => _posterior.LogDensity(_position, _gradient, _workspace);
}
