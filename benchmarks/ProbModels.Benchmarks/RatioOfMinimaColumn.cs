using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ProbModels.Benchmarks;

/// <summary>The shortest time of a benchmark over the shortest of its baseline: what other programs on the machine disturb least.</summary>
internal sealed class RatioOfMinimaColumn : IColumn
{
    public string Id => nameof(RatioOfMinimaColumn);

    public string ColumnName => "Ratio of minima";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Shortest iteration over the baseline's shortest: less disturbed by other programs than Ratio";

    public string GetValue(BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase) =>
        summary[benchmarkCase]?.ResultStatistics is { } figures && summary.BaselineOf(benchmarkCase) is { } baseline
            ? (figures.Min / baseline.Min).ToString("F2", CultureInfo.InvariantCulture)
            : "";

    public string GetValue(BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsAvailable(BenchmarkDotNet.Reports.Summary summary) => true;

    public bool IsDefault(BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase) => false;
}
