using Microsoft.CodeAnalysis;

namespace ProbModels.Generator.Frontend;

/// <summary>The names by which the front end knows the library, and questions about symbols.</summary>
internal static class Names
{
    public const string ModelAttribute = "ProbModels.ModelAttribute";
    public const string DistributionAttribute = "ProbModels.DistributionAttribute";
    public const string CompiledDistributionAttribute = "ProbModels.CompiledDistributionAttribute";
    public const string FactoryAttribute = "ProbModels.DistributionFactoryAttribute";
    public const string GenerateFactoriesAttribute = "ProbModels.GenerateFactoriesAttribute";
    public const string DeviceArray = "ILGPU.ArrayView`1";
    public const string Language = "ProbModels.Language";
    public const string SpecialFunctions = "ProbModels.SpecialFunctions";
    public const string Math = "System.Math";
    public const string Arrays = "ProbModels.ArrayExpressions";
    public const string Numbers = "ProbModels.Numbers";
    public const string Plated = "ProbModels.Plated";

    private static readonly SymbolDisplayFormat Qualified = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The name with its namespace and containing types, without type arguments.</summary>
    public static string FullName(this ISymbol symbol) => symbol.ToDisplayString(Qualified);

    /// <summary>The name as generated code writes it: from the global namespace, keywords with an @.</summary>
    public static string Written(this ISymbol symbol) =>
        "global::" + symbol.ToDisplayString(Qualified.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers));

    public static bool Has(this ISymbol symbol, string attribute) => symbol.AttributeNamed(attribute) is not null;

    public static AttributeData? AttributeNamed(this ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass?.FullName() == attribute);

    /// <summary>Whether generated code of the same project can name it.</summary>
    public static bool IsReachable(this ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && symbol is not INamedTypeSymbol { IsFileLocal: true }
        && (symbol.ContainingType is null || symbol.ContainingType.IsReachable());

    /// <summary>Whether a method is a word of the modelling language.</summary>
    public static bool IsWord(this IMethodSymbol method, string word) =>
        method.Name == word && method.ContainingType.FullName() == Language;
}
