using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProbModels.Generator.Frontend;

/// <summary>Finds names of the user's that hide what the generated code of a model means by them.</summary>
internal static class GeneratedNames
{
    /// <summary>What follows a model's name in the names of its types; the first two are partial, so that users may add to them.</summary>
    private static readonly string[] Classes =
    [
        "Model", "Posterior", "Draws", "Predictive", "Simulation", "Fixed", "Data", "Workspace", "Kernel128", "Kernel256", "Kernel512",
        "CompletePosterior", "ImputingPosterior", "ImputingData", "ImputingWorkspace", "ImputingKernel128", "ImputingKernel256", "ImputingKernel512",
    ];

    private const int PartialClasses = 2;

    /// <summary>The types, and aliases of types, that generated code names without their namespace.</summary>
    private static readonly string[] Types =
    [
        "Binding", "Chunks", "Column", "CompiledModel", "CompiledPosterior", "CompleteData", "Coordinates", "DrawStore", "FixedValue", "GraphEdge", "GraphNode", "GraphPlate", "IDataCase", "IDraws",
        "IEnumerable", "IReadOnlyList", "IncompleteData", "IndexColumn", "InputGroups", "InputMatrix", "L", "LaneWidth", "LaneWidths", "M", "MaskColumn", "MatrixDraws", "ModelGraph",
        "Observations", "Observed", "PackedMatrix", "Partials", "RaggedDraws", "ReadOnlySpan", "ScalarDraws", "Simulated", "Site", "SiteKind", "SiteShape", "SiteTable",
        "Span", "V", "VectorDraws", "Visit", "Walk", "Workspace", "X",
    ];

    /// <summary>Those of them that are named where inputs and observables are parameters.</summary>
    private static readonly string[] Binders = ["Binding", "Observations", "Observed", "SiteKind", "SiteShape", "SiteTable"];

    public static IEnumerable<(string Name, string Kind, Location? Place)> TakenBy(IMethodSymbol model)
    {
        foreach (var parameter in model.Parameters)
            if (Binders.Contains(parameter.Name) || model.Parameters.Any(other => parameter.Name == "_" + other.Name))
                yield return (parameter.Name, "an input", parameter.Locations.FirstOrDefault());
        foreach (string name in Classes.Select(kind => model.Name + kind))
            if (model.ContainingNamespace.GetTypeMembers(name, 0).Any(type => !MayBeAddedTo(type, model.Name)))
                yield return (name, "a type of this namespace", model.Locations.FirstOrDefault());
        foreach (string name in Types.Where(name => IsHidden(name, model.ContainingNamespace)))
            yield return (name, "a type of this namespace or of one around it", model.Locations.FirstOrDefault());
    }

    private static bool IsHidden(string type, INamespaceSymbol? space)
    {
        for (; space is not null; space = space.ContainingNamespace)
            if (space.GetTypeMembers(type).Any(other => space.ToDisplayString() != "ProbModels")) return true;
        return false;
    }

    private static bool MayBeAddedTo(INamedTypeSymbol type, string model) =>
        Classes.Take(PartialClasses).Any(kind => type.Name == model + kind)
        && !type.IsStatic
        && type.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is ClassDeclarationSyntax syntax && syntax.Modifiers.Any(modifier => modifier.ValueText == "partial"));
}
