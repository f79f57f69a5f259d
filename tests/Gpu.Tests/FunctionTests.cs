using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ProbModels.Gpu.Tests;

/// <summary>The elementary functions, as kernels of their own. <c>PlainLaneTests</c> measures their errors.</summary>
public class FunctionTests
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Names => new(typeof(PlainFunctions).GetMethods(Static).Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_to_code_without_calls_and_local_memory(string name) => Ptx.IsClean(Ptx.Of(KernelOf(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Runs_on_the_accelerator(string name)
    {
        // Within (0, 1) every function has a value; beyond, some have none, which is one as well.
        double[] x = [0.25, 0.5, 0.75, 1.5, 3, 12, -0.3, -1.5, 2e9], y = [0.5, 0.25, 2, 0.75, 4, 9, 0.2, 3, 5e8];
        using var context = Context.Create(builder => builder.CPU().Assertions());
        using var accelerator = context.CreateCPUAccelerator(0);
        using var first = accelerator.Allocate1D(x);
        using var second = accelerator.Allocate1D(y);
        using var results = accelerator.Allocate1D<double>(x.Length);
        accelerator.LoadAutoGroupedStreamKernel(KernelOf(name).CreateDelegate<Action<Index1D, ArrayView<double>, ArrayView<double>, ArrayView<double>>>())(x.Length, first.View, second.View, results.View);
        accelerator.Synchronize();

        var actual = results.GetAsArray1D();
        for (int i = 0; i < x.Length; i++)
        {
            // 26 ulp is the greatest error, of log B, and Payne and Hanek's reduction serves both.
            double expected = Expected(name, x[i], y[i]);
            Assert.True(expected.Equals(actual[i]) || Math.Abs(expected - actual[i]) <= 6e-15 * Math.Max(1, Math.Abs(expected)), $"{name}({x[i]}, {y[i]}) is {actual[i]:R} instead of {expected:R}");
        }
    }

    private static MethodInfo KernelOf(string name) => typeof(FunctionKernels).GetMethod(name) ?? throw new InvalidOperationException($"FunctionKernels needs a kernel for {name}");

    private static double Expected(string name, double x, double y)
    {
        if (name == nameof(ScalarFunctions.SoftplusAndLogistic)) return ScalarFunctions.SoftplusAndLogistic(x, out double logistic) + logistic;
        var method = typeof(ScalarFunctions).GetMethod(name)!;
        return (double)method.Invoke(null, method.GetParameters().Length == 1 ? [x] : [x, y])!;
    }
}
