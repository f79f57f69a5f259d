using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProbModels.Benchmarks;

/// <summary>How long the generator takes after an edit in a project of twenty models: the examples', some of them twice.</summary>
internal static partial class Edits
{
    private const int Models = 20, WarmUp = 10, Rounds = 10;

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    public static int Run()
    {
        var project = Project();
        var trees = project.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).ToImmutableArray();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([LoadGenerator().AsSourceGenerator()], parseOptions: Parsing);
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(project);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First run, in a process that has just started: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms"));
        if (Complaint(driver) is { } complaint) return Fail(complaint);

        var times = trees.ToDictionary(tree => tree, _ => new List<(double Elapsed, double Processor)>());
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            foreach (var tree in trees)
            {
                // A number that no round before had, so that nothing is kept.
                string text = EndOfPrior().Replace(tree.ToString(), $"{7 + round}.5));", 1);
                var edited = project.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Parsing, tree.FilePath));
                var processor = Environment.CpuUsage.TotalTime;
                start = Stopwatch.GetTimestamp();
                var after = driver.RunGenerators(edited);
                if (round >= WarmUp) times[tree].Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds));
                if (Complaint(after) is { } wrong) return Fail(wrong);
                if ((Changes(driver, after) > 0) != text.Contains("[Model]", StringComparison.Ordinal)) return Fail($"{tree.FilePath}: the edit changed what it should not, or nothing");
            }
        }

        Console.WriteLine($"""
            Milliseconds after an edit of one file: the least and the median of {Rounds} after {WarmUp} that are not counted,
            and the least processor time, which other programs disturb less but which the runtime's own threads add to.
            """);
        foreach (var tree in trees)
        {
            double[] elapsed = [.. times[tree].Select(time => time.Elapsed).Order()];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tree.FilePath,-48}{elapsed[0],8:F1}{elapsed[Rounds / 2],8:F1}{times[tree].Min(time => time.Processor),8:F1}"));
        }

        return 0;
    }

    private static IIncrementalGenerator LoadGenerator()
    {
        var generator = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "ProbModels.Generator.dll")).GetType("ProbModels.Generator.ProbModelsGenerator", throwOnError: true)!;
        return (IIncrementalGenerator)Activator.CreateInstance(generator)!;
    }

    private static CSharpCompilation Project()
    {
        var files = new List<(string Name, string Text)>();
        for (int copy = 0, models = 0; models < Models; copy++)
        {
            foreach (string name in Own.GetManifestResourceNames().Where(name => name.EndsWith(".cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                if (models >= Models) break;
                string text = Read(name).Replace("Example;", $"Example{copy};", StringComparison.Ordinal);
                files.Add(($"{copy}/{name}", text));
                models += text.Split("[Model]").Length - 1;
            }
        }

        files.Add(("a file without models", "public static class Bystander { public static double Ten() => Math.Abs(Math.Max(-10, -12)); }"));
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Edited",
            [CSharpSyntaxTree.ParseText(Usings, Parsing), .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.Name))],
            platform.Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Append(typeof(Posterior).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
    }

    private static Assembly Own => typeof(Edits).Assembly;

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Own.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static string? Complaint(GeneratorDriver driver) =>
        driver.GetRunResult() is { Diagnostics: [var first, ..] } ? first.ToString() : driver.GetRunResult().Results[0].Exception?.ToString();

    private static int Changes(GeneratorDriver before, GeneratorDriver after) =>
        before.GetRunResult().Results[0].GeneratedSources.Zip(after.GetRunResult().Results[0].GeneratedSources)
            .Count(pair => pair.First.HintName != pair.Second.HintName || !pair.First.SourceText.ContentEquals(pair.Second.SourceText));

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    /// <summary>The end of the first prior: a number and two parentheses.</summary>
    [GeneratedRegex(@"\d+(\.\d+)?\)\);")]
    private static partial Regex EndOfPrior();
}
