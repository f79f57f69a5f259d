using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ProbModels.Generator.Tests;

/// <summary>What an edit makes the generator do again, and what it keeps in the meantime.</summary>
public class ProbModelsGeneratorTests
{
    private const string Model =
        """
        public static class Science
        {
            [Model]
            public static double[] Decay(double[] time)
            {
                double rate = Sample(new Waiting(2));
                var level = new double[time.Length];
                foreach (int i in Plate(time.Length))
                    level[i] = Sample(Normal(Curves.Curve(time[i], rate), 1));
                return level;
            }

            [Model]
            public static void Constant()
            {
                double a = Sample(Normal(0, 1));
            }
        }
        """;

    private const string Helper = "public static class Curves { public static double Curve(double t, double rate) => Exp(-rate * t); }";

    private const string Distribution =
        """
        [Distribution]
        public readonly partial struct Waiting([Positive] double rate) : IDistribution<double>
        {
            public double LogDensity([NonNegative] double x) => Log(rate) - rate * x;

            public double Draw(ref Philox rng) => 1;
        }
        """;

    private const string Bystander = "public static class Bystander { public static int Count() => 3; }";

    private static readonly string[] Steps = [ProbModelsGenerator.Steps.ExtractModel, ProbModelsGenerator.Steps.CompileModel, ProbModelsGenerator.Steps.ExtractDistribution];

    [Fact]
    public void Namespaces_and_classes_may_have_the_names_of_keywords_and_models_be_partial()
    {
        var model = TestProject.Of(
            """
            namespace @namespace.@class
            {
                public static partial class @event
                {
                    [Model]
                    internal static partial double Line(double x);

                    internal static partial double Line(double x)
                    {
                        double @double = Sample(Normal(0, 1));
                        double y = Sample(Normal(@double * x, 1));
                        return y;
                    }
                }

                partial class LineModel
                {
                    public int Version => 2;
                }
            }
            """).Load().Bind("Line", 2.0);
        Assert.Equal(2, model.GetType().GetProperty("Version")!.GetValue(model));
    }

    [Fact]
    public void An_edit_of_another_file_compiles_nothing_again() =>
        Assert.All(Reasons(3, "Count() => 3", "Count() => 4")[ProbModelsGenerator.Steps.CompileModel].Values, IsKept);

    [Fact]
    public void A_new_file_compiles_nothing_again()
    {
        var reasons = Reasons(compilation => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("public static class More { }", TestProject.Parsing, "More.cs")));
        Assert.All(reasons[ProbModelsGenerator.Steps.CompileModel].Values, IsKept);
    }

    [Fact]
    public void A_comment_at_the_end_of_the_file_compiles_nothing_again() =>
        Assert.All(Reasons(0, "return level;", "return level; // the levels")[ProbModelsGenerator.Steps.CompileModel].Values, IsKept);

    [Fact]
    public void Spaces_in_a_helper_compile_nothing_again() =>
        Assert.All(Reasons(1, "Exp(-rate * t)", "Exp( -rate  *  t )")[ProbModelsGenerator.Steps.CompileModel].Values, IsKept);

    [Fact]
    public void An_edit_of_a_helper_compiles_the_models_that_use_it()
    {
        var compiled = Reasons(1, "Exp(-rate * t)", "Exp(-2 * rate * t)")[ProbModelsGenerator.Steps.CompileModel];
        Assert.Equal(IncrementalStepRunReason.Modified, compiled["Decay"]);
        IsKept(compiled["Constant"]);
    }

    [Fact]
    public void An_edit_of_a_model_compiles_that_model()
    {
        var compiled = Reasons(0, "time[i], rate), 1)", "time[i], rate), 2)")[ProbModelsGenerator.Steps.CompileModel];
        Assert.Equal(IncrementalStepRunReason.Modified, compiled["Decay"]);
        IsKept(compiled["Constant"]);
    }

    [Fact]
    public void An_edit_of_a_distribution_compiles_the_models_that_use_it()
    {
        var reasons = Reasons(2, "Log(rate) - rate * x", "2 * Log(rate) - rate * x");
        Assert.Equal(IncrementalStepRunReason.Modified, reasons[ProbModelsGenerator.Steps.CompileModel]["Decay"]);
        IsKept(reasons[ProbModelsGenerator.Steps.CompileModel]["Constant"]);
        Assert.Equal(IncrementalStepRunReason.Modified, reasons[ProbModelsGenerator.Steps.ExtractDistribution].Values.Single());
    }

    [Fact]
    public void An_edit_of_what_a_distribution_draws_writes_nothing_again() =>
        Assert.All(Reasons(2, "rng) => 1", "rng) => 2")[ProbModelsGenerator.Steps.ExtractDistribution].Values, IsKept);

    [Fact]
    public void A_diagnostic_moves_with_its_text_though_nothing_is_compiled()
    {
        string source = Model.Replace("Curves.Curve(time[i], rate)", "time[i] % rate");
        var (driver, compilation) = Start([source, Helper, Distribution, Bystander]);
        var first = Assert.Single(driver.GetRunResult().Diagnostics);
        var moved = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.First(), Parse("\n\n" + source, "Models.cs"));
        var second = Assert.Single(driver.RunGenerators(moved, TestContext.Current.CancellationToken).GetRunResult().Diagnostics);
        Assert.Equal(first.Location.SourceSpan.Start + 2, second.Location.SourceSpan.Start);
    }

    [Fact]
    public void What_is_kept_between_runs_holds_on_to_no_compilation()
    {
        var (driver, _) = Start([Model.Replace("Normal(0, 1)", "Normal(0 % 1, 1)"), Helper, Distribution, Bystander]);
        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        foreach (string step in Steps)
        {
            foreach (object output in steps[step].SelectMany(run => run.Outputs).Select(output => output.Value))
                HoldsNoCompilation(output, step, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }
    }

    [Fact]
    public void The_same_sources_give_the_same_files()
    {
        string[] sources = [Model, Helper, Distribution, Bystander];
        Assert.Equal(TestProject.Of(sources).Generate().Sources, TestProject.Of(sources).Generate().Sources);
    }

    [Fact]
    public void Generated_text_does_not_depend_on_the_culture()
    {
        var before = TestProject.Of(ModelSpecimens.StraightLine(1).Sources).Generate().Sources;
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign) = (",", "−");
        var own = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
            Assert.Equal(before, TestProject.Of(ModelSpecimens.StraightLine(1).Sources).Generate().Sources);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = own;
        }
    }

    [Fact]
    public void Lines_end_with_a_line_feed_whatever_the_source_does()
    {
        string[] sources = [Model, Helper, Distribution];
        var windows = TestProject.Of([.. sources.Select(source => source.Replace("\n", "\r\n"))]).Generate();
        Assert.Equal(TestProject.Of(sources).Generate().Sources, windows.Sources);
        Assert.All(windows.Sources, source => Assert.DoesNotContain('\r', source.Text));
    }

    private static void IsKept(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"the step was {reason}");

    private static SyntaxTree Parse(string text, string file) => CSharpSyntaxTree.ParseText(text, TestProject.Parsing, file);

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Start(string[] sources)
    {
        var compilation = TestProject.Of(sources).Compile();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ProbModelsGenerator().AsSourceGenerator()],
            parseOptions: TestProject.Parsing,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return (driver.RunGenerators(compilation), compilation);
    }

    private static Dictionary<string, Dictionary<string, IncrementalStepRunReason>> Reasons(int file, string old, string replacement) => Reasons(compilation =>
    {
        var tree = compilation.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(text.Replace(old, replacement))));
    });

    /// <summary>For each step, why each of its outputs (by the name of its model or distribution) is as it is after an edit.</summary>
    private static Dictionary<string, Dictionary<string, IncrementalStepRunReason>> Reasons(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        var (driver, compilation) = Start([Model, Helper, Distribution, Bystander]);
        var result = driver.RunGenerators(edit(compilation)).GetRunResult().Results.Single();
        Assert.Empty(result.Diagnostics);
        return Steps.ToDictionary(step => step, step => result.TrackedSteps[step].SelectMany(run => run.Outputs).ToDictionary(output => NameOf(output.Value), output => output.Reason));
    }

    /// <summary>The name of what was extracted or compiled.</summary>
    private static string NameOf(object extraction)
    {
        object? result = extraction.GetType().GetProperty("Result")!.GetValue(extraction);
        object? named = result?.GetType().GetProperty("Name") is null ? result!.GetType().GetProperty("Distribution")!.GetValue(result) : result;
        return (string)named!.GetType().GetProperty("Name")!.GetValue(named)!;
    }

    /// <summary>Walks through everything that can be reached from a value: spans and descriptors are the only things of the compiler that may turn up.</summary>
    private static void HoldsNoCompilation(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Delegate or Type or DiagnosticDescriptor or TextSpan or LinePositionSpan || value.GetType().IsPrimitive || value.GetType().IsEnum) return;
        if (!value.GetType().IsValueType && !seen.Add(value)) return;
        var type = value.GetType();
        Assert.False(type.FullName!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} is a {type.FullName}");
        if (value is Array array)
        {
            foreach (object? item in (IEnumerable)array) HoldsNoCompilation(item, path + "[]", seen);
            return;
        }

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                HoldsNoCompilation(member.GetValue(value), $"{path}.{member.Name}", seen);
        }
    }
}
