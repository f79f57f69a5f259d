using System.Diagnostics;

namespace ProbModels.Examples.Tests.CommandLine;

/// <summary>An example that ran as its users run it.</summary>
internal sealed record ExampleProcess(int ExitCode, string Output, string Error)
{
    /// <summary>Runs an example to its end.</summary>
    /// <param name="name">The name of its assembly.</param>
    /// <param name="arguments">What the user writes after it.</param>
    public static ExampleProcess Run(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}
