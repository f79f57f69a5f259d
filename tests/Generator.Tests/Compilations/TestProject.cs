using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProbModels.Generator.Tests;

/// <summary>A C# project in memory: its sources are compiled with the generator, as a build would do.</summary>
/// <param name="Name">The name of its assembly.</param>
/// <param name="Files">The sources, each with the name of its file.</param>
/// <param name="References">What it uses beyond the platform and the runtime library.</param>
internal sealed record TestProject(string Name, ImmutableArray<(string File, string Text)> Files, ImmutableArray<MetadataReference> References)
{
    /// <summary>In a file of its own, so that lines and spans of the sources are as a test writes them.</summary>
    private const string Usings =
        """
        global using System;
        global using ProbModels;
        global using static System.Math;
        global using static ProbModels.Distributions;
        global using static ProbModels.Language;
        global using static ProbModels.SpecialFunctions;
        """;

    private static readonly MetadataReference[] Platform = [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Posterior).Assembly.Location)];

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    /// <summary>A project whose sources are the files <c>Models.cs</c>, <c>Models2.cs</c>, and so on.</summary>
    public static TestProject Of(params string[] sources) =>
        new("Tested", [.. sources.Select((text, i) => (i == 0 ? "Models.cs" : $"Models{i + 1}.cs", text))], []);

    public TestProject Named(string name) => this with { Name = name };

    public TestProject Using(MetadataReference reference) => this with { References = References.Add(reference) };

    /// <summary>The project before the generator ran.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        Name,
        Files.Add(("Usings.cs", Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.File)),
        Platform.Concat(References),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>Runs the generator.</summary>
    public GeneratedProject Generate()
    {
        var driver = CSharpGeneratorDriver.Create([new ProbModelsGenerator().AsSourceGenerator()], parseOptions: Parsing);
        var ran = driver.RunGeneratorsAndUpdateCompilation(Compile(), out var output, out var diagnostics);
        return new(output, diagnostics, [.. ran.GetRunResult().Results.Single().GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))]);
    }

    /// <summary>Compiles the project and loads it; fails on any diagnostic.</summary>
    public LoadedProject Load() => Generate().Load();
}
