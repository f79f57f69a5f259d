using System.Reflection;
using System.Text.RegularExpressions;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace ProbModels.Gpu.Tests;

/// <summary>The assembly language of NVIDIA's processors, which ILGPU writes without one.</summary>
internal static partial class Ptx
{
    /// <summary>What a kernel becomes for a processor of compute capability 8.0.</summary>
    /// <remarks>A kernel that does not compile leaves its context unusable, so that each has one of its own.</remarks>
    public static string Of(MethodInfo kernel)
    {
        using var context = Context.CreateDefault();
        using var backend = new PTXBackend(context, new CudaArchitecture(8, 0), new CudaInstructionSet(7, 5), null!);
        var compiled = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(kernel), KernelSpecialization.Empty);
        return compiled.PTXAssembly;
    }

    /// <summary>What must not be in it: functions that are not there, which fail on a device alone; calls; arrays in a thread's own memory, which is slow.</summary>
    public static void IsClean(string assembly)
    {
        Assert.DoesNotContain(".extern .func", assembly);
        Assert.DoesNotMatch(Call(), assembly);
        Assert.DoesNotContain(".local", assembly);
        Assert.Matches(Store(), assembly);
    }

    /// <summary>A result that goes to memory: there is a kernel at all.</summary>
    [GeneratedRegex(@"\bst\.(global\.)?f64\b")]
    private static partial Regex Store();

    [GeneratedRegex(@"\bcall\b")]
    private static partial Regex Call();
}
