using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace ProbModels.Generator.Tests;

/// <summary>A project after the generator ran.</summary>
/// <param name="Compilation">The author's and the generated sources.</param>
/// <param name="Diagnostics">What the generator reported.</param>
/// <param name="Sources">The generated files with their names.</param>
internal sealed record GeneratedProject(Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<(string Name, string Text)> Sources)
{
    /// <summary>The text of a generated file.</summary>
    public string this[string name] => Sources.Single(source => source.Name == name).Text;

    /// <summary>The assembly as bytes; fails where the generator finds an error or the compiler has anything to say.</summary>
    public byte[] Emit()
    {
        Assert.True(Diagnostics.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Error), string.Join("\n", Diagnostics));
        using var stream = new MemoryStream();
        var emitted = Compilation.Emit(stream);
        var complaints = emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(emitted.Success && !complaints.Any(), string.Join("\n", complaints.Select(Show)));
        return stream.ToArray();
    }

    /// <summary>The assembly for other projects to use.</summary>
    public MetadataReference ToReference() => MetadataReference.CreateFromImage(Emit());

    /// <summary>Loads the assembly, with those of the projects that it uses.</summary>
    public LoadedProject Load(params byte[][] used)
    {
        // Collectible, so that the assemblies of many tests do not pile up.
        var context = new AssemblyLoadContext(null, isCollectible: true);
        foreach (byte[] image in used) context.LoadFromStream(new MemoryStream(image));
        return new(context.LoadFromStream(new MemoryStream(Emit())));
    }

    /// <summary>A compiler's complaint with the generated line that it is about.</summary>
    private static string Show(Diagnostic diagnostic)
    {
        var lines = diagnostic.Location.SourceTree?.GetText().Lines;
        return $"{diagnostic}\n    {lines?[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}";
    }
}
