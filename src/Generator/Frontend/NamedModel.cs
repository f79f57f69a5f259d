using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A model by name and place, to find models that would become the same class.</summary>
/// <param name="Namespace">Where its generated types go.</param>
internal sealed record NamedModel(string Namespace, string Name, PlaceInfo? Place)
{
    public static NamedModel Of(ISymbol method) =>
        new(method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(), method.Name, PlaceInfo.Of(method.Locations[0]));

    public string FullName => $"{Namespace}.{Name}";

    /// <summary>The models whose name another in their namespace has: they would become the same class, or the same files where only capitals differ.</summary>
    public static IEnumerable<NamedModel> Duplicates(IEnumerable<NamedModel> models) =>
        models.GroupBy(model => model.FullName, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).SelectMany(group => group);

    public Diagnostic ToDiagnostic() => new DiagnosticInfo(Descriptors.DuplicateModel, Place, Sequence.Of(Name)).ToDiagnostic();
}
