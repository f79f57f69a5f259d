using System.Diagnostics;
using System.Globalization;

namespace ProbModels.Benchmarks;

/// <summary>How long the first evaluation of each example's posterior takes, compilation by the runtime included: each in processes of their own.</summary>
internal static class FirstEvaluation
{
    private const int Processes = 5;

    /// <summary>Measures all examples, or in this process the one that is named.</summary>
    public static int Run(string[] example)
    {
        if (example is [var name])
        {
            Console.WriteLine(Measure(Examples.Posteriors[name]()).ToString("R", CultureInfo.InvariantCulture));
            return 0;
        }

        Console.WriteLine($"Milliseconds of the first log density with its gradient, the least and the median of {Processes} processes");
        foreach (string model in Examples.Posteriors.Keys)
        {
            double[] times = [.. Enumerable.Range(0, Processes).Select(_ => InProcessOfItsOwn(model)).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model,-32}{times[0],8:F1}{times[Processes / 2],8:F1}"));
        }

        return 0;
    }

    private static double Measure(Posterior posterior)
    {
        double[] position = new double[posterior.Dimension], gradient = new double[posterior.Dimension];
        Array.Fill(position, 0.1);
        var workspace = posterior.CreateWorkspace();
        long start = Stopwatch.GetTimestamp();
        posterior.LogDensity(position, gradient, workspace);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double InProcessOfItsOwn(string model)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FirstEvaluation).Assembly.Location, "--first-evaluation", model]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(output, CultureInfo.InvariantCulture) : throw new InvalidOperationException($"{model}: exit code {process.ExitCode}");
    }
}
