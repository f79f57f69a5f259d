using Microsoft.CodeAnalysis;
using ProbModels.Tests;

namespace ProbModels.Generator.Tests;

/// <summary>Distributions travel between assemblies as attached IR.</summary>
public class DistributionsOfOtherAssembliesTests
{
    private const string Package =
        """
        [assembly: GenerateFactories("Lab.LabDistributions")]

        namespace Lab;

        /// <summary>Weibull: lifetimes with a power-law hazard.</summary>
        [Distribution]
        public readonly partial struct Weibull([Positive] double shape, [Positive] double scale) : IDistribution<double>
        {
            public double LogDensity([Positive] double x)
            {
                double z = x / scale;
                return Log(shape / scale) + (shape - 1) * Log(z) - Power(z, shape);
            }

            public double Draw(ref Philox rng) => scale * Pow(-Log(rng.NextOpen()), 1 / shape);

            private static double Power(double x, double exponent) => Pow(x, exponent);
        }

        /// <summary>Integers from low to high, all alike.</summary>
        [Distribution]
        public readonly partial struct Die([Between(0, 1)] double weight) : IDistribution<int>
        {
            public double LogDensity([Between(1, 6)] int x) => weight * Log(x);

            public double Unused => 3;

            public int Draw(ref Philox rng) => 1;
        }
        """;

    private const string Model =
        """
        public static class Factory
        {
            [Model]
            public static (double[] hours, int[] eyes) Lifetimes(int machines)
            {
                double shape = Sample(Gamma(4, 2));
                double scale = Sample(new Lab.Weibull(2, shape));
                var hours = new double[machines];
                var eyes = new int[machines];
                foreach (int i in Plate(machines))
                {
                    hours[i] = Sample(Lab.LabDistributions.Weibull(scale: scale, shape: shape));
                    eyes[i] = Sample(Lab.LabDistributions.Die(1 / (1 + scale)));
                }

                return (hours, eyes);
            }
        }
        """;

    private const string Other =
        """
        public static class Unaffected
        {
            [Model]
            public static void Fine()
            {
                double a = Sample(Normal(0, 1));
            }
        }
        """;

    [Fact]
    public void A_distribution_of_a_package_is_compiled_like_one_of_the_library()
    {
        var package = TestProject.Of(Package).Named("Lab").Generate();
        var image = package.Emit();
        var project = TestProject.Of(Model).Using(MetadataReference.CreateFromImage(image)).Generate().Load(image);
        var posterior = LoadedProject.Given(project.Bind("Lifetimes", 9), ModelSpecimen.Numbers(9, 0.5, 4), ModelSpecimen.Indices(9, 6).Select(eyes => eyes + 1).ToArray());
        Assert.True(PosteriorChecks.Of(posterior).AtRandomPositions() > 5);
    }

    [Fact]
    public void A_project_open_beside_the_model_is_read_from_what_its_build_attached()
    {
        var package = TestProject.Of(Package).Named("Lab").Generate();
        var fromImage = TestProject.Of(Model).Using(package.ToReference()).Generate();
        var fromProject = TestProject.Of(Model).Using(package.Compilation.ToMetadataReference()).Generate();
        Assert.Empty(fromProject.Diagnostics);
        Assert.Equal(fromImage.Sources, fromProject.Sources);
    }

    [Fact]
    public void A_package_of_another_version_must_be_rebuilt()
    {
        var (source, diagnostics, sources) = Use("[CompiledDistribution(999, \"\")]", "[Distribution]");
        Refuses(source, diagnostics, "PM1007", "'Odd' was compiled by another version of ProbModels: rebuild the package 'Lab' with this version");
        Assert.Contains("Fine.Model.g.cs", sources);
    }

    [Fact]
    public void A_type_without_attached_form_is_no_distribution()
    {
        var (source, diagnostics, _) = Use("", "");
        Refuses(source, diagnostics, "PM1006", "'Odd' is no [Distribution] that the compiler can read: mark it [Distribution] and build its project with the ProbModels package");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("distribution Lab.Odd\\nargument")]
    [InlineData("")]
    public void An_attached_form_that_is_damaged_is_a_failure_of_this_model_alone(string text)
    {
        var (source, diagnostics, sources) = Use($"[CompiledDistribution({Ir.Distribution.Version}, \"{text}\")]", "[Distribution]");
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("PM0001", diagnostic.Id);
        Assert.StartsWith("'Broken' was not compiled: the generator failed with FormatException: ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.EndsWith("; please report it with the method's source", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', diagnostic.GetMessage());
        Assert.Equal(source.Text.IndexOf("Broken", StringComparison.Ordinal), diagnostic.Location.SourceSpan.Start);
        Assert.Contains("Fine.Model.g.cs", sources);
    }

    [Fact]
    public void A_failure_after_reading_names_the_model_and_spares_the_others()
    {
        // The derivative of the density has no form: that of the trigamma function is not in the language.
        const string text =
            "distribution Lab.Odd\\nargument mean real None\\nsupport x real None\\nfunction \\\"LogDensity\\\" %0:real %1:real\\n%2:real = trigamma %0\\nreturn %2";
        var (_, diagnostics, sources) = Use($"[CompiledDistribution({Ir.Distribution.Version}, \"{text}\")]", "[Distribution]");
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("PM0001", diagnostic.Id);
        Assert.StartsWith("'Broken' was not compiled: the generator failed with ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(sources, name => name.StartsWith("Broken", StringComparison.Ordinal));
        Assert.Contains("Fine.Model.g.cs", sources);
    }

    [Fact]
    public void What_is_attached_is_the_density_as_it_was_written()
    {
        string text = TestProject.Of(Package).Named("Lab").Generate()["Lab.Weibull.g.cs"];
        string[] lines = text.Split('\n');
        string attached = string.Join("\n", lines.SkipWhile(line => !line.Contains("distribution ", StringComparison.Ordinal)).TakeWhile(line => !line.Contains("\"\"\"", StringComparison.Ordinal)));
        var distribution = Ir.Parser.ParseDistribution(attached);
        Assert.Equal("Lab.Weibull", distribution.Name);
        Assert.Equal(["shape", "scale"], distribution.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(Ir.ConstraintKind.Positive, distribution.Support.Constraint.Kind);
        double expected = Math.Log(1.5 / 2) + 0.5 * Math.Log(0.7 / 2) - Math.Pow(0.7 / 2, 1.5);
        Assert.Equal(expected, Interpreter.Call(distribution.LogDensity, 0.7, 1.5, 2).Value, 1e-15);
    }

    private static (MarkedSource Source, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> Sources) Use(string attached, string mark)
    {
        // A package whose generated part is written by hand, so that its attribute can say anything.
        var package = TestProject.Of(
            $$"""
            namespace Lab;

            {{mark}}
            {{attached}}
            public readonly struct Odd(double mean) : IDistribution<double>
            {
                public double LogDensity(double x) => -Abs(x - mean);

                public double Draw(ref Philox rng) => mean;

                public Support<double> Support => Supports.Real;

                public string? Violation => null;
            }
            """).Named("Lab");
        var source = MarkedSource.Parse(
            """
            public static class Tested
            {
                [Model]
                public static void Broken(double x)
                {
                    double a = Sample([|new Lab.Odd(x)|]);
                }
            }
            """);
        using var stream = new MemoryStream();
        Assert.True(package.Compile().Emit(stream).Success);
        var generated = TestProject.Of(source.Text, Other).Using(MetadataReference.CreateFromImage(stream.ToArray())).Generate();
        return (source, generated.Diagnostics, [.. generated.Sources.Select(item => item.Name)]);
    }

    private static void Refuses(MarkedSource source, IReadOnlyList<Diagnostic> diagnostics, string id, string message)
    {
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal($"{id}: {message}", $"{diagnostic.Id}: {diagnostic.GetMessage()}");
        Assert.Equal(source.Spans.Single(), diagnostic.Location.SourceSpan);
    }
}
