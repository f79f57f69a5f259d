using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Running;

namespace ProbModels.Benchmarks;

/// <summary>Finds what a benchmark is compared with.</summary>
internal static class Baselines
{
    /// <summary>The figures of the baseline with the same parameters, in nanoseconds; null where it did not run.</summary>
    public static Statistics? BaselineOf(this BenchmarkDotNet.Reports.Summary summary, BenchmarkCase benchmarkCase)
    {
        string parameters = benchmarkCase.Parameters.ValueInfo;
        var baseline = summary.BenchmarksCases.FirstOrDefault(other =>
            other.Descriptor.Baseline && other.Descriptor.Type == benchmarkCase.Descriptor.Type && other.Parameters.ValueInfo == parameters);
        return baseline is null ? null : summary[baseline]?.ResultStatistics;
    }
}
