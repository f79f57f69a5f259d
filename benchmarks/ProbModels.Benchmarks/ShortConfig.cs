using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace ProbModels.Benchmarks;

/// <summary>Many short iterations in one process, so that ratios come from one run.</summary>
/// <remarks>
/// An iteration is shorter than a time slice: among hundreds there are some that no other program interrupts. A hundred iterations of warm-up are
/// enough for the runtime to recompile what is not compiled with full optimisation at once.
/// </remarks>
internal sealed class ShortConfig : ManualConfig
{
    public ShortConfig()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(4))
            .WithWarmupCount(100)
            .WithIterationCount(400));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(StatisticColumn.Median, StatisticColumn.Min, new RatioOfMinimaColumn());
        HideColumns("Error", "RatioSD", "Alloc Ratio");
        AddExporter(MarkdownExporter.GitHub);
        AddLogger(ConsoleLogger.Default);
        WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Nanosecond).WithMaxParameterColumnWidth(32));
    }
}
