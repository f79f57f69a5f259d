using System.Reflection;
using ProbModels.Tests;

namespace ProbModels.Generator.Tests;

/// <summary>The text for graphics processors, compiled as plain C# over arrays, against the compiled posterior. What ILGPU makes of it is tested where ILGPU is at hand.</summary>
public class GpuKernelTests
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>What a kernel needs of ILGPU, over arrays.</summary>
    internal const string Stub =
        """
        namespace ILGPU
        {
            public readonly struct Index1D(int x)
            {
                public int X => x;

                public static implicit operator int(Index1D index) => index.X;
            }

            public readonly struct ArrayView<T>(T[] elements)
            {
                public long Length => elements.Length;

                public ref T this[long index] => ref elements[index];
            }
        }
        """;

    public static TheoryData<string> Names => new(ModelSpecimens.All.Select(specimen => specimen.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_agrees_with_the_compiled_posterior(string name)
    {
        var specimen = ModelSpecimens.All.Single(candidate => candidate.Name == name);
        var project = TestProject.Of([.. specimen.Sources, Stub]).Load();
        var model = project.Bind(name, specimen.Inputs);
        Agrees(LoadedProject.Given(model, specimen.Observations));
        if (!specimen.ReadsDiscrete) Agrees(LoadedProject.Given(model));
    }

    [Fact]
    public void There_are_kernels_only_where_ilgpu_is()
    {
        string[] Files(params string[] sources) => [.. TestProject.Of(sources).Generate().Sources.Select(file => file.Name).Where(name => name.Contains("Gpu", StringComparison.Ordinal))];
        Assert.Empty(Files(ModelSpecimens.EightSchools.Sources));
        Assert.Equal(["EightSchools.Gpu.g.cs"], Files([.. ModelSpecimens.EightSchools.Sources, Stub]));
    }

    private static void Agrees(Posterior posterior)
    {
        double[][] positions = [.. PosteriorChecks.Positions(posterior.Dimension, count: 6, seed: 3)];
        var actual = Evaluate(posterior, positions);
        for (int chain = 0; chain < positions.Length; chain++)
        {
            var gradient = new double[posterior.Dimension];
            double expected = posterior.LogDensity(positions[chain], gradient);

            // Sums in another order, functions that differ by some units in the last place: 10⁻¹² of the sum of the terms is 5,000 roundings.
            double tolerance = 1e-12 * PosteriorChecks.Replay(posterior, positions[chain]).SumOfMagnitudes;
            Compare("log density", expected, actual[chain].LogDensity, tolerance);
            if (!double.IsFinite(expected)) continue;

            // The gradient has terms of its own, which can be greater.
            for (int i = 0; i < gradient.Length; i++) Compare($"gradient [{i}]", gradient[i], actual[chain].Gradient[i], tolerance + 1e-12 * Math.Abs(gradient[i]));
        }

        void Compare(string what, double expected, double actual, double tolerance) => Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance, $"the {what} of {posterior.ModelName} is {actual:R}; it should be {expected:R} within {tolerance:R}");
    }

    private static (double LogDensity, double[] Gradient)[] Evaluate(Posterior posterior, double[][] positions)
    {
        var type = posterior.GetType();
        string stem = type.Name[..^"Posterior".Length];
        var kernels = type.Assembly.GetTypes().Single(candidate => candidate.Name == stem + "GpuKernel" || candidate.Name == stem.Replace("Complete", "", StringComparison.Ordinal) + "GpuKernel");
        var flat = (FlatData)type.GetMethod("Flatten", Members)!.Invoke(posterior, [])!;
        int chains = positions.Length, scratchLength = (int)kernels.GetMethod("ScratchLength", Members)!.Invoke(null, [flat.Reals, flat.Integers])!;

        // What no chain writes stays NaN, and what one reads before it is written spoils its result.
        double[] position = [.. Enumerable.Range(0, posterior.Dimension).SelectMany(i => positions.Select(chain => chain[i]))];
        double[] gradient = Unknown(position.Length), scratch = Unknown(chains * scratchLength), logDensity = Unknown(chains);
        var evaluate = kernels.GetMethod("Evaluate", Members)!;
        var parameters = evaluate.GetParameters();
        Array[] arrays = [flat.Reals, flat.Integers, position, gradient, scratch, logDensity];
        object[] views = [.. arrays.Select((array, i) => Activator.CreateInstance(parameters[i + 1].ParameterType, array)!)];
        for (int chain = 0; chain < chains; chain++)
            evaluate.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(parameters[0].ParameterType, chain)!, .. views], null);
        return [.. positions.Select((_, chain) => (logDensity[chain], Enumerable.Range(0, posterior.Dimension).Select(i => gradient[i * chains + chain]).ToArray()))];
    }

    private static double[] Unknown(int count) => [.. Enumerable.Repeat(double.NaN, count)];
}
