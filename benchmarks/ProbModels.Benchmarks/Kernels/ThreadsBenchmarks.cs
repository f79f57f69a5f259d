using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>One evaluation on one thread, and shared by as many as there are processors: from which size on that pays.</summary>
public class ThreadsBenchmarks
{
    private static readonly Dictionary<string, Func<Contest>> BySize = new[] { 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000 }
        .ToDictionary(points => $"line N = {points}", points => (Func<Contest>)(() => Line.Bind(points)))
        .Concat(new[] { 5_000, 10_000, 100_000 }.Select(rows => KeyValuePair.Create($"logistic N = {rows}, P = 20", (Func<Contest>)(() => Outcomes.Bind(rows, columns: 20)))))
        .ToDictionary();

    private Posterior _posterior = null!;
    private Workspace _alone = null!, _shared = null!;
    private double[] _position = null!, _gradient = null!;

    public static IEnumerable<string> Sizes => BySize.Keys;

    [ParamsSource(nameof(Sizes))]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Bind()
    {
        var contest = BySize[Size]();
        _posterior = contest.Generated;
        (_alone, _shared) = (_posterior.CreateWorkspace(), _posterior.CreateWorkspace());
        _shared.Threads = Environment.ProcessorCount;
        _position = contest.Position(seed: 3, range: 0.5);
        _gradient = new double[_position.Length];
    }

    [Benchmark(Baseline = true)]
    public double OneThread() => _posterior.LogDensity(_position, _gradient, _alone);

    [Benchmark]
    public double AllProcessors() => _posterior.LogDensity(_position, _gradient, _shared);
}
