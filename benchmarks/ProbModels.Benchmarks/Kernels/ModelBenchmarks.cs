using BenchmarkDotNet.Attributes;

namespace ProbModels.Benchmarks;

/// <summary>Each model at one size or two.</summary>
public class ModelBenchmarks : KernelBenchmarks
{
    public static IEnumerable<string> Models => Contests.Standard.Keys;

    [ParamsSource(nameof(Models))]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Bind() => Bind(Contests.Standard[Model]());
}
