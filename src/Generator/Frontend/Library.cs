using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The definitions that a model uses: the bodies of methods, distributions (each read once), and fields that never change.</summary>
internal sealed class Library(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<string, Distribution> _distributions = [];
    private readonly HashSet<SyntaxTree> _files = [];

    /// <summary>The files in which the inside of a method or the initial value of a field was read.</summary>
    public IReadOnlyCollection<SyntaxTree> Files => _files;

    /// <summary>The distributions that sites have; one that is made of others only as it is made.</summary>
    public Sequence<Distribution> Distributions => _distributions.Values.Where(distribution => !distribution.Parameters.Any(MadeDistribution.IsPart)).ToSequence();

    /// <summary>The distribution that a type declares: from its source in this compilation, or from the IR attached to it.</summary>
    /// <exception cref="UnsupportedException">It has neither.</exception>
    public Distribution DistributionOf(INamedTypeSymbol type, IOperation use)
    {
        string name = type.FullName();
        if (_distributions.TryGetValue(name, out var known)) return known;

        bool isHere = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);
        var distribution = isHere ? DistributionReader.Read(type, this) : DistributionReader.ReadAttached(type, use);
        _distributions.Add(name, distribution);
        return distribution;
    }

    /// <summary>The distribution that one becomes which is made of others.</summary>
    public Distribution Made(Distribution whole, IReadOnlyList<Distribution> parts)
    {
        var made = MadeDistribution.Of(whole, parts);
        if (!_distributions.ContainsKey(made.Name)) _distributions.Add(made.Name, made);
        return _distributions[made.Name];
    }

    /// <summary>The body of a method that is declared in this compilation; null for others.</summary>
    /// <remarks>In an editor a symbol of a referenced project may have syntax of another compilation, for which there is no semantic model.</remarks>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        var syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is not (BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or ArrowExpressionClauseSyntax or AccessorDeclarationSyntax) || !compilation.ContainsSyntaxTree(syntax.SyntaxTree)) return null;
        _files.Add(syntax.SyntaxTree);
        return compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation);
    }

    /// <summary>A field that never changes; null for others, and for those that generated code cannot reach.</summary>
    public FixedField? FixedFieldOf(IFieldSymbol field)
    {
        if (field is not { IsStatic: true, IsReadOnly: true }) return null;
        object? constant = field.Type is IArrayTypeSymbol ? null : InitialValueOf(field);
        return constant is not null || field.IsReachable() ? new(constant, field.IsReachable() ? $"static:{field.Written()}" : "") : null;
    }

    private object? InitialValueOf(IFieldSymbol field)
    {
        // A static constructor may assign another value than the one in the declaration.
        if (field.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)) return null;
        if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator || !compilation.ContainsSyntaxTree(declarator.SyntaxTree)) return null;
        _files.Add(declarator.SyntaxTree);
        if (declarator.Initializer is not { Value: var value }) return null;
        var constant = compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value, cancellation);
        return !constant.HasValue ? null : field.Type.SpecialType == SpecialType.System_Double ? Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture) : constant.Value;
    }
}

/// <summary>A field that never changes.</summary>
/// <param name="Constant">Its value, where the compiler knows it.</param>
/// <param name="Symbol">What the IR calls it otherwise; empty where generated code cannot reach it.</param>
internal sealed record FixedField(object? Constant, string Symbol);
