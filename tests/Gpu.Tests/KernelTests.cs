using System.Reflection;
using ProbModels.Tests;

namespace ProbModels.Gpu.Tests;

/// <summary>The generated kernels: they compile without a device, and on ILGPU's own accelerator they agree with the compiled posterior.</summary>
public class KernelTests
{
    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_to_code_without_calls_and_local_memory(string name) => Ptx.IsClean(Ptx.Of(Device.KernelOf(Cases.Of(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_the_posterior_on_the_processor(string name)
    {
        // Seven chains: a count that is no power of two shows where chains are mixed up.
        var posterior = Cases.Of(name);
        double[][] positions = [.. PosteriorChecks.Positions(posterior.Dimension, count: 7, seed: 1)];
        var actual = Device.Evaluate(posterior, positions);
        int finite = 0;
        for (int chain = 0; chain < positions.Length; chain++)
        {
            var gradient = new double[posterior.Dimension];
            double expected = posterior.LogDensity(positions[chain], gradient);

            // Sums in another order, functions that differ by some units in the last place: 10⁻¹² of the sum of the terms is 5,000 roundings.
            double tolerance = 1e-12 * PosteriorChecks.Replay(posterior, positions[chain]).SumOfMagnitudes;
            Compare("log density", expected, actual[chain].LogDensity, tolerance);
            if (!double.IsFinite(expected)) continue;
            finite++;
            for (int i = 0; i < gradient.Length; i++) Compare($"gradient [{i}]", gradient[i], actual[chain].Gradient[i], tolerance);
        }

        Assert.True(finite >= 2, $"only {finite} positions have a finite log density");

        void Compare(string what, double expected, double actual, double tolerance) => Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance, $"the {what} of {name} is {actual:R}; it should be {expected:R} within {tolerance:R}");
    }

    [Fact]
    public void Every_model_of_the_examples_has_a_kernel()
    {
        // The classes of models are public or internal, and named after the method.
        var assembly = typeof(KernelTests).Assembly;
        var models = assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public)).Where(method => method.GetCustomAttribute<ModelAttribute>() is not null);
        Assert.All(models, model => Assert.NotNull(assembly.GetType($"{model.DeclaringType!.Namespace}.{model.Name}GpuKernel")));
        Assert.All(models, model => Assert.Contains(Cases.Names, row => row.Data == model.Name));
    }
}
