using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>From C# types to those of the IR.</summary>
internal static class TypeReader
{
    private static readonly SymbolDisplayFormat WithoutAnnotations = SymbolDisplayFormat.FullyQualifiedFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as generated code writes it: qualified, and without the ? of references that may be null.</summary>
    public static string Show(ITypeSymbol type) => type.ToDisplayString(WithoutAnnotations);

    /// <summary>A type as messages name it.</summary>
    public static string Describe(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The IR's type, or null where it has none.</summary>
    public static IrType? Read(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => IrType.Real,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => IrType.Integer,
        { SpecialType: SpecialType.System_Boolean } => IrType.Boolean,
        IArrayTypeSymbol { Rank: 1 } array when Read(array.ElementType) is { IsArray: false } element => element.ArrayOf,
        _ => null,
    };

    /// <summary>The type of a number of the type itself, or of an array, a table with two dimensions, or an array of arrays; null for other types.</summary>
    public static IrType? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1 } row } when Read(row.ElementType) is { IsArray: false } element => element,
        IArrayTypeSymbol { Rank: 1 or 2 } array when Read(array.ElementType) is { IsArray: false } element => element,
        IArrayTypeSymbol => null,
        _ => Read(type),
    };
}
