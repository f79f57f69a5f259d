using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>What NUTS costs for each leapfrog beyond the gradient, in chains that have warmed up.</summary>
[BeyondGradientColumn]
public class NutsBenchmarks
{
    private const int Leapfrogs = 4096;

    private readonly double[] _position = new double[1000], _gradient = new double[1000];
    private StandardNormal _posterior = null!;
    private Workspace _workspace = null!;
    private Chain _chain = null!;
    private int _ahead;

    [Params(2, 10, 1000)]
    public int D { get; set; }

    [GlobalSetup]
    public void WarmUp()
    {
        _posterior = new(D);
        _workspace = _posterior.CreateWorkspace();
        var plan = new ChainPlan(_posterior, Seed: 1) { Schedule = WarmupSchedule.For(300), TargetAcceptance = 0.8, MaxTreeDepth = 10 };
        _chain = new Chain(plan, 0);
        _chain.Start();
        while (_chain.Iteration < plan.Schedule.Length) _chain.Advance();
    }

    /// <summary>The gradient, called as the sampler calls it.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Leapfrogs)]
    public double Gradient()
    {
        Posterior posterior = _posterior;
        double sum = 0;
        for (int i = 0; i < Leapfrogs; i++) sum += posterior.LogDensity(_position.AsSpan(0, D), _gradient.AsSpan(0, D), _workspace);
        return sum;
    }

    /// <summary>Whole transitions. Those that go beyond the count are made up for in the next call, so that calls do this many on average.</summary>
    [Benchmark(OperationsPerInvoke = Leapfrogs)]
    public int Leapfrog()
    {
        while (_ahead < Leapfrogs) _ahead += _chain.Advance().Leapfrogs;
        _ahead -= Leapfrogs;
        return _ahead;
    }
}
