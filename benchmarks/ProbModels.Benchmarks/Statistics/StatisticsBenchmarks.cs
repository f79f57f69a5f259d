using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>A log density and its gradient from sufficient statistics, whose time does not depend on the number of rows, and row by row.</summary>
public class StatisticsBenchmarks
{
    private static readonly Dictionary<string, Func<(Posterior Condensed, Posterior Plain)>> Cases = new()
    {
        ["straight line, 20"] = () => OfLine(20),
        ["straight line, 100,000"] = () => OfLine(100_000),
        ["20 covariates, 1,000"] = () => OfRegression(1_000),
        ["20 covariates, 100,000"] = () => OfRegression(100_000),
        ["counts of 200 groups, 1,000"] = () => OfGroups(1_000),
        ["counts of 200 groups, 100,000"] = () => OfGroups(100_000),
    };

    private double[] _position = [], _gradient = [];
    private Posterior _condensed = null!, _plain = null!;
    private Workspace _workspace = null!;

    /// <summary>The model, and how many rows it has.</summary>
    [ParamsSource(nameof(Names))]
    public string Model { get; set; } = "";

    public static IEnumerable<string> Names => Cases.Keys;

    [GlobalSetup]
    public void Bind()
    {
        (_condensed, _plain) = Cases[Model]();
        _workspace = _condensed.CreateWorkspace();
        _position = [.. Enumerable.Range(0, _condensed.Dimension).Select(d => 0.1 + 0.05 * (d % 7))];
        _gradient = new double[_condensed.Dimension];
    }

    [Benchmark(Baseline = true)]
    public double RowByRow() => _plain.LogDensity(_position, _gradient, _workspace);

    [Benchmark]
    public double FromStatistics() => _condensed.LogDensity(_position, _gradient, _workspace);

    private static (Posterior, Posterior) OfLine(int points)
    {
        var posterior = LineSample.Draw(points).Posterior();
        return Both(posterior, posterior.UsesSufficientStatistics, posterior.With(sufficientStatistics: false));
    }

    private static (Posterior, Posterior) OfRegression(int rows)
    {
        var posterior = Responses.Draw(rows, columns: 20, out _, out _);
        return Both(posterior, posterior.UsesSufficientStatistics, posterior.With(sufficientStatistics: false));
    }

    private static (Posterior, Posterior) OfGroups(int rows)
    {
        var posterior = Sightings.Draw(rows, groups: 200);
        return Both(posterior, posterior.UsesSufficientStatistics, posterior.With(sufficientStatistics: false));
    }

    private static (Posterior, Posterior) Both(Posterior posterior, bool usesStatistics, Posterior plain) =>
        usesStatistics ? (posterior, plain) : throw new InvalidOperationException($"the two ways to evaluate {posterior.ModelName} do not agree: there are no statistics to measure");
}
