using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>How time grows with the number of points, of columns, and of groups.</summary>
public class ScalingBenchmarks : KernelBenchmarks
{
    public static IEnumerable<string> Sizes => Contests.Scaling.Keys;

    [ParamsSource(nameof(Sizes))]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Bind() => Bind(Contests.Scaling[Size]());
}
