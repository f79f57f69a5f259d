using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProbModels.Generator.Frontend;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>What is remembered of a model is what reading it again would give, and it is read again only where it must be.</summary>
public class ExtractionMemoryTests
{
    private static readonly string[] Sources =
    [
        """
        public static class Science
        {
            [Model]
            public static double[] Decay(double[] time)
            {
                double rate = Sample(new Waiting(Settings.Mean));
                var level = new double[time.Length];
                foreach (int i in Plate(time.Length))
                    level[i] = Sample(Normal(Curves.Curve(time[i], rate) + Curves.Shift(1), Settings.Noise + Outside.Error));
                return level;
            }
        }
        """,
        "public static partial class Curves { public static double Curve(double t, double rate) => Deeper.Fall(t * rate); public static double Shift(double x) => 2 * x; }",
        "public static class Deeper { public static double Fall(double x) { return Exp(-x); } }",
        "public static class Settings { public const double Mean = Base.Two; public static readonly double Noise = 3; /* start */ }",
        "public static class Base { public const double Two = 2; }",
        """
        [Distribution]
        public readonly partial struct Waiting([Positive] double rate) : IDistribution<double>
        {
            public double LogDensity([NonNegative] double x) => Log(rate) - rate * x;

            public double Draw(ref Philox rng) => 1;
        }
        """,
        "public static partial class Curves { /* more */ public static int Count() => 3; private static readonly int Initial = 4; }",
        "public static class Bystander { public static int Ten() { return 10; } }",
    ];

    /// <summary>Edits of a file that change what the model means.</summary>
    public static TheoryData<int, string, string> EditsThatMatter => new()
    {
        { 0, "rate) +", "2 * rate) +" },
        { 1, "t * rate", "t * rate * 2" },
        { 2, "Exp(-x)", "Exp(-2 * x)" },
        { 3, "Base.Two", "Base.Two + 1" },
        { 3, "Noise = 3", "Noise = 4" },
        { 3, "/* start */", "static Settings() => Noise = 5;" }, // the declared value is no longer the one that the field has
        { 4, "Two = 2", "Two = 5" },
        { 5, "Log(rate) -", "2 * Log(rate) -" },
        { 5, "[Positive]", "[NonNegative]" },
        { 6, "/* more */", "public static double Shift(int x) => 7;" }, // the better choice for Shift(1)
    };

    /// <summary>Edits of a file that change nothing for the model, so that it is not read again.</summary>
    public static TheoryData<int, string, string> EditsElsewhere => new()
    {
        { 6, "Count() => 3", "Count() => 4" },
        { 6, "Initial = 4", "Initial = 5" },
        { 6, "/* more */", "// a comment\n" },
        { 7, "return 10;", "var ten = 5 + 5; return ten;" },
    };

    [Theory]
    [MemberData(nameof(EditsThatMatter))]
    public void An_edit_that_matters_is_seen(int file, string old, string replacement)
    {
        var reader = new Reader();
        var before = Start();
        var edited = Edited(before, file, old, replacement);
        var first = reader.Read(before);
        Assert.NotEqual(first, reader.Read(edited));
        Assert.Equal(new Reader().Read(edited), reader.Read(edited));
        Assert.Equal(first, reader.Read(before));
    }

    [Theory]
    [MemberData(nameof(EditsElsewhere))]
    public void An_edit_elsewhere_reads_nothing_again(int file, string old, string replacement)
    {
        var reader = new Reader();
        var before = Start();
        var edited = Edited(before, file, old, replacement);
        var first = reader.Read(before);
        Assert.Same(first, reader.Read(edited));
        Assert.Equal(1, reader.Count);
        Assert.Equal(new Reader().Read(edited), first);
    }

    [Fact]
    public void Edits_one_after_the_other_and_back_are_seen()
    {
        var reader = new Reader();
        var compilation = Start();
        var versions = new List<CSharpCompilation> { compilation };
        foreach (var row in EditsElsewhere.Concat(EditsThatMatter))
        {
            var (file, old, replacement) = row.Data;
            if (compilation.SyntaxTrees[file].ToString().Contains(old, StringComparison.Ordinal)) versions.Add(compilation = Edited(compilation, file, old, replacement));
        }

        foreach (var version in versions.Concat(Enumerable.Reverse(versions))) Assert.Equal(new Reader().Read(version), reader.Read(version));
    }

    [Fact]
    public void Another_reference_is_seen()
    {
        var reader = new Reader();
        var before = Start();
        var after = before.ReplaceReference(before.References.Last(), Outside(error: 2));
        Assert.NotEqual(reader.Read(before), reader.Read(after));
        Assert.Equal(new Reader().Read(after), reader.Read(after));
    }

    [Fact]
    public void A_new_file_and_other_options_are_seen()
    {
        var reader = new Reader();
        var before = Start();
        var first = reader.Read(before);
        var more = before.AddSyntaxTrees(Parse("public static partial class Curves { public static double Shift(int x) => 7; }", "More.cs"));
        Assert.NotEqual(first, reader.Read(more));
        Assert.Equal(new Reader().Read(more), reader.Read(more));
        int count = reader.Count;
        reader.Read(more.WithOptions(more.Options.WithOverflowChecks(true)));
        Assert.Equal(count + 1, reader.Count);
    }

    [Fact]
    public void What_has_a_diagnostic_is_read_again_so_that_its_place_is_right()
    {
        var reader = new Reader();
        var before = Edited(Start(), 2, "Exp(-x)", "x % 2");
        var edited = Edited(before, 7, "return 10;", "return 11;");
        Assert.Null(reader.Read(before).Result);
        Assert.Equal(reader.Read(before), reader.Read(edited));
        Assert.Equal(3, reader.Count);
    }

    [Fact]
    public void Memory_keeps_no_compilation()
    {
        var reader = new Reader();
        var read = ReadAndForget(reader);
        for (int i = 0; i < 5 && read.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(read.IsAlive);
        GC.KeepAlive(reader);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference ReadAndForget(Reader reader)
        {
            var compilation = Start();
            reader.Read(compilation);
            return new(compilation);
        }
    }

    private static CSharpCompilation Start() => TestProject.Of(Sources).Using(Outside(error: 1)).Compile();

    private static MetadataReference Outside(int error) =>
        TestProject.Of($"public static class Outside {{ public const double Error = {error}; }}").Named("Outside").Generate().ToReference();

    private static CSharpCompilation Edited(CSharpCompilation compilation, int file, string old, string replacement)
    {
        var tree = compilation.SyntaxTrees[file];
        Assert.Contains(old, tree.ToString(), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Parse(tree.ToString().Replace(old, replacement), tree.FilePath));
    }

    private static SyntaxTree Parse(string text, string file) => CSharpSyntaxTree.ParseText(text, TestProject.Parsing, file);

    /// <summary>Reads the model, and counts how often it was not remembered.</summary>
    private sealed class Reader
    {
        private readonly ExtractionMemory _memory = new();

        public int Count { get; private set; }

        public Extraction<Model> Read(CSharpCompilation compilation)
        {
            var tree = compilation.SyntaxTrees[0];
            var definition = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
            var method = (IMethodSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(definition)!;
            return _memory.Read(
                definition,
                method,
                compilation,
                library =>
                {
                    Count++;
                    return ModelReader.Read(method, library);
                },
                TestContext.Current.CancellationToken);
        }
    }
}
