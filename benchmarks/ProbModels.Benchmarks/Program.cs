using BenchmarkDotNet.Running;
using ProbModels.Benchmarks;

switch (args)
{
    case ["--first-evaluation", .. var example]:
        return FirstEvaluation.Run(example);
    case ["--evaluate"]:
        return OneEvaluation.Run();
    case ["--edits"]:
        return Edits.Run();
    case ["--scaling", .. var rest]:
        return Measure([typeof(ScalingBenchmarks)], rest is [] ? ["--filter", "*"] : rest);
    default:
        return Measure([typeof(ModelBenchmarks), typeof(ManySitesBenchmarks), typeof(StraightLineBenchmarks), typeof(StatisticsBenchmarks), typeof(ThreadsBenchmarks), typeof(NutsBenchmarks)], args);
}

static int Measure(Type[] benchmarks, string[] args)
{
    // A figure for a kernel that computes something else is worth nothing: check before measuring.
    if (Agreement.FirstDifference() is { } difference)
    {
        Console.Error.WriteLine(difference);
        return 1;
    }

    BenchmarkSwitcher.FromTypes(benchmarks).Run(args, new ShortConfig());
    return 0;
}
