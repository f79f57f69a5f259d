using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Diagnostics;

/// <summary>A diagnostic as data: equal when it says the same at the same place, and without hold on a compilation.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, PlaceInfo? Place, Sequence<string> Arguments)
{
    public static DiagnosticInfo At(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        new(descriptor, location is null ? null : PlaceInfo.Of(location), arguments.ToSequence());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Place?.ToLocation(), [.. Arguments]);
}

/// <summary>A span of a source file.</summary>
internal sealed record PlaceInfo(string File, TextSpan Span, LinePositionSpan Lines)
{
    public static PlaceInfo? Of(Location location) =>
        location.SourceTree is { } tree ? new(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : null;

    public Location ToLocation() => Location.Create(File, Span, Lines);
}

/// <summary>Stops the reading of a statement that the language does not have.</summary>
internal sealed class UnsupportedException(DiagnosticInfo? info) : Exception
{
    /// <summary>What to tell the user; null where the cause was reported before.</summary>
    public DiagnosticInfo? Info => info;
}
