using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The definitions that a model uses: helper methods and distributions, each read once.</summary>
internal sealed class Library(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, Function> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, Distribution> _distributions = [];
    private readonly HashSet<ISymbol> _reading = new(SymbolEqualityComparer.Default);

    public Sequence<Function> Functions => _functions.Values.ToSequence();

    public Sequence<Distribution> Distributions => _distributions.Values.ToSequence();

    /// <summary>The helper that is called, read from its source; null where there is no source in this compilation.</summary>
    public Function? FunctionOf(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod.OriginalDefinition;
        if (_functions.TryGetValue(method, out var known)) return known;
        if (!method.IsStatic || method.IsGenericMethod || BodyOf(method) is not { } body) return null;
        if (!_reading.Add(method))
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.Recursion, invocation.Syntax.GetLocation(), method.Name));

        try
        {
            var function = new FunctionReader(this).Read(method.ToDisplayString(), method.Parameters, body);
            _functions.Add(method, function);
            return function;
        }
        finally
        {
            _reading.Remove(method);
        }
    }

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

    /// <summary>The body of a method that is declared in this compilation; null for others.</summary>
    /// <remarks>In an editor a symbol of a referenced project may have syntax of another compilation, for which there is no semantic model.</remarks>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (syntax is not BaseMethodDeclarationSyntax and not LocalFunctionStatementSyntax || !compilation.ContainsSyntaxTree(syntax.SyntaxTree)) return null;
        return compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation);
    }
}
