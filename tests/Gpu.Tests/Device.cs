using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ProbModels.Gpu.Tests;

/// <summary>Runs the generated kernel of a posterior on ILGPU's own accelerator, which is this machine's processor.</summary>
internal static class Device
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>The kernel that evaluates a posterior.</summary>
    public static MethodInfo KernelOf(Posterior posterior) => ClassOf(posterior).GetMethod("Evaluate", Members)!;

    /// <summary>The log density and its gradient at several positions, one chain for each.</summary>
    public static (double LogDensity, double[] Gradient)[] Evaluate(Posterior posterior, double[][] positions)
    {
        using var context = Context.Create(builder => builder.CPU().Assertions());
        using var accelerator = context.CreateCPUAccelerator(0);
        var flat = (FlatData)posterior.GetType().GetMethod("Flatten", Members)!.Invoke(posterior, [])!;
        int chains = positions.Length, dimension = posterior.Dimension;
        int scratchLength = (int)ClassOf(posterior).GetMethod("ScratchLength", Members)!.Invoke(null, [flat.Reals, flat.Integers])!;

        // A buffer is never empty; what no chain writes stays NaN, and what one reads before it is written spoils its result.
        using var reals = accelerator.Allocate1D<double>([.. flat.Reals, double.NaN]);
        using var integers = accelerator.Allocate1D<int>([.. flat.Integers, int.MinValue]);
        using var position = accelerator.Allocate1D(Interleaved(positions, dimension));
        using var gradient = accelerator.Allocate1D(Unknown(chains * dimension));
        using var scratch = accelerator.Allocate1D(Unknown(Math.Max(1, chains * scratchLength)));
        using var logDensity = accelerator.Allocate1D(Unknown(chains));
        var evaluate = KernelOf(posterior).CreateDelegate<Action<Index1D, ArrayView<double>, ArrayView<int>, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<double>>>();
        accelerator.LoadAutoGroupedStreamKernel(evaluate)(chains, reals.View, integers.View, position.View, gradient.View, scratch.View, logDensity.View);
        accelerator.Synchronize();

        double[] values = logDensity.GetAsArray1D(), slopes = gradient.GetAsArray1D();
        return [.. Enumerable.Range(0, chains).Select(chain => (values[chain], Enumerable.Range(0, dimension).Select(i => slopes[i * chains + chain]).ToArray()))];
    }

    private static Type ClassOf(Posterior posterior)
    {
        // A model whose missing elements are inferred has two posteriors: XCompletePosterior and XImputingPosterior.
        var type = posterior.GetType();
        string stem = type.Name[..^"Posterior".Length];
        return type.Assembly.GetType($"{type.Namespace}.{stem}GpuKernel") ?? type.Assembly.GetType($"{type.Namespace}.{stem[..^"Complete".Length]}GpuKernel")!;
    }

    private static double[] Unknown(int count) => [.. Enumerable.Repeat(double.NaN, count)];

    private static double[] Interleaved(double[][] positions, int dimension) =>
        [.. Enumerable.Range(0, dimension).SelectMany(i => positions.Select(position => position[i]))];
}
