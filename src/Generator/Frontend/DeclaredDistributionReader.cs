using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads a <c>[Distribution]</c> of this compilation with what its generated part needs to know.</summary>
internal static class DeclaredDistributionReader
{
    /// <summary>Never throws for what a user may write: what is not in the language becomes a diagnostic.</summary>
    public static Extraction<DeclaredDistribution> Read(INamedTypeSymbol type, Library library)
    {
        try
        {
            return new(ReadDeclared(type, library), Sequence<DiagnosticInfo>.Empty);
        }
        catch (UnsupportedException e)
        {
            return new(null, e.Info is { } info ? Sequence.Of(info) : Sequence<DiagnosticInfo>.Empty);
        }
    }

    private static DeclaredDistribution ReadDeclared(INamedTypeSymbol type, Library library)
    {
        if (type.ContainingType is not null) throw Misshapen(type, "it stands inside another type; move it to a namespace");
        bool IsStated(string property) => type.GetMembers(property).OfType<IPropertySymbol>().Any();
        bool isMade = type.IsGenericType;
        var distribution = DistributionReader.Read(type, library);
        if ((isMade || distribution.Support.Type.IsArray || distribution.Parameters.Any(parameter => parameter.Type.IsArray)) && !(IsStated("Support") && IsStated("Violation")))
            throw Misshapen(type, "it is made of arrays or of other distributions; write its properties Support and Violation too");
        var density = type.GetMembers("LogDensity").OfType<IMethodSymbol>().First(method => method.Parameters.Length == 1);
        var constructor = type.InstanceConstructors.First(candidate => candidate.Parameters.Length > 0);
        return new(
            distribution,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            TypeReader.Show(density.Parameters[0].Type),
            type.DeclaredAccessibility == Accessibility.Public,
            constructor.Parameters.Select(parameter => TypeReader.Show(parameter.Type)).ToSequence(),
            isMade ? $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name))}>" : "",
            IsStated("Support"),
            IsStated("Violation"));
    }

    private static UnsupportedException Misshapen(INamedTypeSymbol type, string reason) =>
        new(DiagnosticInfo.At(Descriptors.DistributionShape, type.Locations.FirstOrDefault(), type.Name, reason));
}
