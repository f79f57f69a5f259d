using BenchmarkDotNet.Running;
using ProbModels.Benchmarks;

// A figure for a kernel that computes something else is worth nothing: check before measuring.
if (Agreement.FirstDifference() is { } difference)
{
    Console.Error.WriteLine(difference);
    return 1;
}

BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks).Assembly).Run(args, new ShortConfig());
return 0;
