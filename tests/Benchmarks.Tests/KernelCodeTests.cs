using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks.Tests;

/// <summary>What the runtime's compiler makes of the gradients of the models that are measured: code that a small change could make several times as slow.</summary>
/// <remarks>The models are evaluated once in a process of their own, whose compiler writes down what it does.</remarks>
public class KernelCodeTests
{
    /// <summary>The plates of kernels and their steps, and what the library does for them: a matrix's products and sums, and scatters.</summary>
    private const string Watched = "PlateAt* Multiply128 Multiply256 Multiply512 AddRows128 AddRows256 AddRows512 ScatterRuns ScatterRows";

    /// <summary>The models, as the names of their kernels begin, in each of which at least one loop over vectors is expected.</summary>
    private static readonly string[] Models = ["StraightLine", "EightSchools", "StarClusters", "LogisticRegression", "LinearRegression", "PoissonMixed", "StochasticVolatility"];

    private static readonly Dictionary<int, Lazy<IReadOnlyList<MachineMethod>>> Compiled = new() { [256] = new(() => Compile(256)), [512] = new(() => Compile(512)) };

    /// <summary>How many instructions of a loop may move a vector between a register and the stack, by the width of the widest vectors.</summary>
    /// <remarks>
    /// With the 32 registers of AVX-512 no loop of these models needs one. With the 16 of AVX2 the loops with an elementary function do, whose
    /// coefficients alone fill them; the most that was seen is a loop of 144 instructions in the star clusters. One more is a sign that a loop
    /// holds too much, and should be looked at.
    /// </remarks>
    private static readonly Dictionary<int, int> AllowedSpills = new() { [256] = 32, [512] = 0 };

    public static TheoryData<int> Widths => [256, 512];

    /// <summary>What has no loop merely calls others: the runtime compiles it in tiers.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_kernel_is_compiled_with_full_optimisation(int bits) =>
        Assert.Empty(Methods(bits).Where(method => method.Loops().Any() && method.Tier != "FullOpts").Select(method => $"{method.Name}: {method.Tier}"));

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_model_has_a_loop_over_vectors(int bits)
    {
        var methods = Methods(bits);
        Assert.All(Models, model => Assert.Contains(methods, method => method.Name.Contains($".{model}Kernel", StringComparison.Ordinal) && method.Loops().Any(loop => loop.IsOfVectors)));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_loop_over_vectors_calls_nothing(int bits) =>
        Assert.Empty(Hot(bits).SelectMany(item => item.Loop.Calls.Select(call => $"{item.Method.Name}: {call}")));

    /// <summary>The loop over tiles calls the steps, and what the library does with a matrix; whatever else it called would be called for each tile.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void A_loop_over_tiles_calls_steps_alone(int bits) =>
        Assert.Empty(
            from method in Methods(bits)
            from loop in method.Loops()
            from call in loop.Calls
            where !call.Contains(":PlateAt", StringComparison.Ordinal) && !call.Contains("PackedMatrix:", StringComparison.Ordinal)
            select $"{method.Name}: {call}");

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_loop_over_vectors_stays_in_registers(int bits) =>
        Assert.Empty(
            from item in Hot(bits)
            let spills = item.Loop.Spills.ToList()
            where spills.Count > AllowedSpills[bits]
            select $"{item.Method.Name}, a loop of {item.Loop.Instructions.Count} instructions with {spills.Count} spills: {string.Join("; ", spills)}");

    /// <summary>The loops in which the time is spent.</summary>
    private static IEnumerable<(MachineMethod Method, MachineLoop Loop)> Hot(int bits) =>
        Methods(bits).SelectMany(method => method.Loops().Where(loop => loop.IsInnermost && loop.IsOfVectors).Select(loop => (method, loop)));

    private static IReadOnlyList<MachineMethod> Methods(int bits)
    {
        bool isThere = bits == 512 ? Vector512.IsHardwareAccelerated : Vector256.IsHardwareAccelerated;
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64 || !isThere) Assert.Skip($"This processor has no vectors of {bits} bits, or is not one whose code the test can read (x64).");
        return Compiled[bits].Value;
    }

    private static IReadOnlyList<MachineMethod> Compile(int bits)
    {
        string listing = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ProbModels.Benchmarks.dll"), "--evaluate"]) { RedirectStandardError = true };
            start.Environment["DOTNET_JitStdOutFile"] = listing;
            start.Environment["DOTNET_JitDisasm"] = Watched;
            if (bits == 256) start.Environment["DOTNET_EnableAVX512"] = "0";
            using var process = Process.Start(start)!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
            return [.. MachineMethod.Read(File.ReadLines(listing))];
        }
        finally
        {
            File.Delete(listing);
        }
    }
}
