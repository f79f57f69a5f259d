using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>A model of fifty sites of mixed kinds beside the ten small ones of which it is made: the same functions of the same data.</summary>
public class ManySitesBenchmarks
{
    private const int Points = 1000;

    private (Posterior Posterior, Workspace Workspace)[] _parts = null!;
    private Posterior _whole = null!;
    private Workspace _workspace = null!;
    private double[] _position = null!, _gradient = null!;

    [GlobalSetup]
    public void Bind()
    {
        double[] x = [.. Enumerable.Range(0, Points).Select(i => (i + 0.5) / Points)];
        var mock = new AllTogetherModel(x).Simulate(seed: 1);
        Posterior[] parts =
        [
            new DecayModel(x).Given(mock.Decay), new WaveModel(x).Given(mock.Wave), new SaturationModel(x).Given(mock.Saturation),
            new ArrivalsModel(x).Given(mock.Arrivals), new OutcomeModel(x).Given(mock.Outcome), new LifetimeModel(x).Given(mock.Lifetime),
            new OutliersModel(x).Given(mock.Outliers), new WaitingModel(x).Given(mock.Waiting), new EffectsModel(x).Given(mock.Effects),
            new SpreadModel(x).Given(mock.Spread),
        ];
        _parts = [.. parts.Select(part => (part, part.CreateWorkspace()))];
        _whole = new AllTogetherModel(x).Given(
            mock.Decay, mock.Wave, mock.Saturation, mock.Arrivals, mock.Outcome, mock.Lifetime, mock.Outliers, mock.Waiting, mock.Effects, mock.Spread);
        _workspace = _whole.CreateWorkspace();
        _position = [.. Enumerable.Repeat(0.1, _whole.Dimension)];
        _gradient = new double[_whole.Dimension];
    }

    [Benchmark(Baseline = true)]
    public double Separately()
    {
        double sum = 0;
        int next = 0;
        foreach (var (part, workspace) in _parts)
        {
            sum += part.LogDensity(_position.AsSpan(next, part.Dimension), _gradient.AsSpan(next, part.Dimension), workspace);
            next += part.Dimension;
        }

        return sum;
    }

    [Benchmark]
    public double Together() => _whole.LogDensity(_position, _gradient, _workspace);
}
