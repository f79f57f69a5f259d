using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>The straight line's log density and gradient from sufficient statistics, which does not depend on the number of points, and point by point.</summary>
public class StatisticsBenchmarks
{
    private readonly double[] _position = [0.4, 0.3], _gradient = new double[2];
    private StraightLinePosterior _condensed = null!, _plain = null!;
    private Workspace _workspace = null!;

    [Params(20, 100_000)]
    public int Points { get; set; }

    [GlobalSetup]
    public void Bind()
    {
        _condensed = LineSample.Draw(Points).Posterior();
        if (!_condensed.UsesSufficientStatistics) throw new InvalidOperationException("the two ways to evaluate the line do not agree: there are no statistics to measure");
        _plain = _condensed.With(sufficientStatistics: false);
        _workspace = _condensed.CreateWorkspace();
    }

    [Benchmark(Baseline = true)]
    public double PointByPoint() => _plain.LogDensity(_position, _gradient, _workspace);

    [Benchmark]
    public double FromStatistics() => _condensed.LogDensity(_position, _gradient, _workspace);
}
