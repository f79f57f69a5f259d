using System.Diagnostics;
using System.Globalization;

namespace ProbModels.Benchmarks;

/// <summary>How long it takes to give each example its data, and to evaluate its posterior for the first time, compilation by the runtime included: each in processes of their own.</summary>
internal static class FirstEvaluation
{
    private const int Processes = 5;

    /// <summary>Measures all examples, or in this process the one that is named.</summary>
    public static int Run(string[] example)
    {
        if (example is [var name])
        {
            var (binding, evaluation) = Measure(Examples.Bindings[name]());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{binding:R} {evaluation:R}"));
            return 0;
        }

        Console.WriteLine($"Milliseconds until data are bound, and of the first log density with its gradient: the least and the median of {Processes} processes");
        foreach (string model in Examples.Bindings.Keys)
        {
            var runs = Enumerable.Range(0, Processes).Select(_ => InProcessOfItsOwn(model)).ToList();
            double[] bindings = [.. runs.Select(run => run.Binding).Order()], evaluations = [.. runs.Select(run => run.Evaluation).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{model,-32}{bindings[0],8:F1}{bindings[Processes / 2],8:F1}{evaluations[0],12:F1}{evaluations[Processes / 2],8:F1}"));
        }

        return 0;
    }

    private static (double Binding, double Evaluation) Measure(Func<Posterior> bind)
    {
        long start = Stopwatch.GetTimestamp();
        var posterior = bind();
        double binding = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double[] position = new double[posterior.Dimension], gradient = new double[posterior.Dimension];
        Array.Fill(position, 0.1);
        var workspace = posterior.CreateWorkspace();
        start = Stopwatch.GetTimestamp();
        posterior.LogDensity(position, gradient, workspace);
        return (binding, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static (double Binding, double Evaluation) InProcessOfItsOwn(string model)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FirstEvaluation).Assembly.Location, "--first-evaluation", model]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{model}: exit code {process.ExitCode}");
        double[] times = [.. output.Split(' ').Select(time => double.Parse(time, CultureInfo.InvariantCulture))];
        return (times[0], times[1]);
    }
}
