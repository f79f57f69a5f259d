using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ProbModels.Benchmarks;

/// <summary>The difference of a benchmark's shortest time and its baseline's, beside the goal for it.</summary>
internal sealed class BeyondGradientColumn : IColumn
{
    public string Id => nameof(BeyondGradientColumn);

    public string ColumnName => "Beyond gradient (goal)";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => false;

    public UnitType UnitType => UnitType.Time;

    public string Legend => "Shortest time for one leapfrog less the gradient's. Goal: 60 ns + 2 ns for each dimension";

    public string GetValue(BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase)
    {
        bool isBaseline = benchmarkCase.Descriptor.Baseline;
        if (isBaseline || summary[benchmarkCase]?.ResultStatistics is not { } leapfrog || summary.BaselineOf(benchmarkCase) is not { } gradient) return "";
        int dimension = (int)benchmarkCase.Parameters[nameof(NutsBenchmarks.D)];
        return string.Create(CultureInfo.InvariantCulture, $"{leapfrog.Min - gradient.Min:F0} ns ({60 + 2 * dimension} ns)");
    }

    public string GetValue(BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(BenchmarkDotNet.Reports.Summary summary) => true;

    public bool IsDefault(BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase) => false;
}
