using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;

namespace ProbModels.Generator.Tests;

/// <summary>What the compiler refuses, with the exact place and text.</summary>
public class DiagnosticsTests
{
    private static readonly DiagnosticCase[] Cases =
        [.. SiteDiagnostics.Cases, .. PlateDiagnostics.Cases, .. ExpressionDiagnostics.Cases, .. DefinitionDiagnostics.Cases];

    /// <summary>Those that no source in this project alone can cause: <see cref="DistributionsOfOtherAssembliesTests"/> and <see cref="GpuKernelTests"/> have them.</summary>
    private static readonly string[] OfReferences = ["PM0001", "PM0002", "PM1007"];

    public static TheoryData<int, string> Numbers => new(Cases.Select((refused, i) => (i, refused.Id)));

    private static IEnumerable<DiagnosticDescriptor> All =>
        typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(declared => (DiagnosticDescriptor)declared.GetValue(null)!);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_diagnostic_says_what_is_wrong_and_where(int number, string id)
    {
        var expected = Cases[number];
        var source = MarkedSource.Parse(expected.Source);
        var diagnostics = TestProject.Of(source.Text).Generate().Diagnostics
            .Where(diagnostic => !expected.Others.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        Assert.Equal(source.Spans.Select(span => $"{id}: {expected.Message}"), diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}"));
        Assert.Equal(source.Spans.Select(source.At), diagnostics.Select(diagnostic => source.At(diagnostic.Location.SourceSpan)));
        Assert.Equal(source.Spans, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan));
        Assert.All(diagnostics, diagnostic => Assert.Equal("Models.cs", diagnostic.Location.GetLineSpan().Path));
    }

    [Fact]
    public void Every_diagnostic_has_a_test() => Assert.Equal(All.Select(descriptor => descriptor.Id).Order(), Cases.Select(refused => refused.Id).Concat(OfReferences).Distinct().Order());

    [Fact]
    public void Every_diagnostic_is_explained_in_the_documentation()
    {
        string[] page = File.ReadAllLines(Path.Combine(Repository(), "docs", "diagnostics.md"));
        foreach (var descriptor in All)
        {
            string heading = $"### {descriptor.Id}: {descriptor.Title}";
            Assert.True(page.Contains(heading), $"docs/diagnostics.md needs the heading '{heading}' and what to write instead");
        }
    }

    [Fact]
    public void Every_diagnostic_has_a_number_of_its_own_and_those_that_only_warn_are_few()
    {
        Assert.Equal(["PM0002", "PM1009", "PM3007"], All.Where(descriptor => descriptor.DefaultSeverity != DiagnosticSeverity.Error).Select(descriptor => descriptor.Id).Order());
        Assert.Equal(All.Count(), All.Select(descriptor => descriptor.Id).Distinct().Count());
    }

    [Fact]
    public void All_that_is_wrong_in_a_model_is_reported_at_once()
    {
        var source = MarkedSource.Parse(
            """
            public static class Tested
            {
                [Model]
                public static void Model(double x, string [|flag|])
                {
                    double a = Sample(Normal([|x % 2|], 1));
                    [|Console.WriteLine(x);|]
                    foreach (int i in Plate(3))
                    {
                        double b = Sample(Normal(0, [|Math.Asinh(x)|]));
                    }
                }
            }
            """);
        var diagnostics = TestProject.Of(source.Text).Generate().Diagnostics;
        Assert.Equal(source.Spans, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan).OrderBy(span => span.Start));
    }

    [Fact]
    public void What_follows_from_a_mistake_is_not_reported_again()
    {
        var source = MarkedSource.Parse(
            """
            public static class Tested
            {
                [Model]
                public static double Model(double x)
                {
                    double a = Sample(Normal([|x % 2|], 1));
                    double b = 2 * a;
                    double y = Sample(Normal(b, 1));
                    return y;
                }
            }
            """);
        Assert.Equal(source.Spans, TestProject.Of(source.Text).Generate().Diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan));
    }

    [Fact]
    public void A_mistake_in_a_helper_of_another_file_is_reported_there()
    {
        var helper = MarkedSource.Parse("public static class Curves { public static double Odd(double x) => [|x % 2|]; }");
        var diagnostic = Assert.Single(TestProject.Of(
            "public static class Tested { [Model] public static void Model(double x) { double a = Sample(Normal(Curves.Odd(x), 1)); } }",
            helper.Text).Generate().Diagnostics);
        Assert.Equal("PM3001", diagnostic.Id);
        Assert.Equal(("Models2.cs", helper.Spans.Single()), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.SourceSpan));
    }

    [Fact]
    public void Code_that_does_not_compile_does_not_crash_the_generator()
    {
        string[] broken =
        [
            "public static class T { [Model] public static void M(",
            "public static class T { [Model] public static void M() { double a = Sample(); } }",
            "public static class T { [Model] public static void M() { double a = Sample(Unknown(3)); double b = Sample(new Unknown(4)); } }",
            "public static class T { [Model] public static double M() { return; } }",
            "public static class T { [Model] public static double M() { double y = Sample(Normal(0)); return y; } }",
            "public static class T { [Model] public static double[] M(int n) { var y = new double[n]; foreach (int i in Plate()) y[i] = Sample(Normal(0, 1)); return y; } }",
            "public static class T { [Model] public static void M(Missing x) { double = Sample(Normal(x, 1)); foreach (var in Plate(3)) { } } }",
            "[Distribution] public readonly partial struct D(double",
            "[Distribution] public readonly partial struct D() : IDistribution<double>;",
            "[Distribution] public readonly partial struct D(double a) : IDistribution<double> { public double LogDensity(double x) => ; }",
            "[Distribution] public readonly partial struct D(double a) : IDistribution<double> { public double LogDensity(double x) { } }",
            "[Distribution] public readonly partial struct D([Between] double a) : IDistribution<double> { public double LogDensity(double x) => 1; }",
            "[assembly: GenerateFactories]",
        ];
        foreach (string text in broken)
        {
            var generated = TestProject.Of(text).Generate();
            Assert.True(generated.Diagnostics.All(diagnostic => diagnostic.Id != "PM0001"), $"{text}\n{string.Join("\n", generated.Diagnostics)}");
        }
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
