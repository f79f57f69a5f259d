using System.Diagnostics;

namespace ProbModels.Tests;

/// <summary>Runs the tests of bits again, in a process that has fewer instructions.</summary>
public class InstructionSetsTests
{
    public const string WithoutAvx512 = "DOTNET_EnableAVX512", WithoutAvx2 = "DOTNET_EnableAVX2", WithoutAny = "DOTNET_EnableHWIntrinsic";

    [Theory]
    [InlineData(WithoutAvx512)]
    [InlineData(WithoutAvx2)] // nor a fused multiply-add
    [InlineData(WithoutAny)]
    public void Bits_do_not_depend_on_the_instructions_that_there_are(string variable)
    {
        string program = Path.ChangeExtension(typeof(InstructionSetsTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        Type[] tests = [typeof(IdenticalBitsTests), typeof(VectorFunctionsTests), typeof(PackedMatrixTests), typeof(LeastSquaresTests)];
        string[] arguments = ["-noLogo", "-noColor", .. tests.SelectMany(test => new[] { "-class", test.FullName! })];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment[variable] = "0";
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Failed: 0", output);
    }
}
