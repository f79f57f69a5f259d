using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A distribution with the arguments that a model gives it.</summary>
/// <param name="Sources">The arguments as the user wrote them.</param>
internal sealed record SampledDistribution(Distribution Distribution, Sequence<Value> Arguments, Sequence<string> Sources)
{
    /// <summary>Reads <c>new D(…)</c>, a factory of a package, or a factory whose source is in this project.</summary>
    /// <param name="reader">Knows the variables in scope at the expression.</param>
    public static SampledDistribution Read(IOperation operation, Library library, Builder builder, ExpressionReader reader) =>
        Read(operation, library, builder, reader, []);

    /// <param name="factories">The factories around the expression.</param>
    private static SampledDistribution Read(IOperation operation, Library library, Builder builder, ExpressionReader reader, IMethodSymbol[] factories)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return Read(conversion.Operand, library, builder, reader, factories);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation:
                return Read(type, creation.Arguments, operation, library, reader);
            case IInvocationOperation { TargetMethod: { ReturnType: INamedTypeSymbol type } method } call when method.Has(Names.FactoryAttribute):
                return Read(type, call.Arguments, operation, library, reader);
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } call when library.BodyOf(method) is { } body && ReturnedBy(body) is { } result:
                if (factories.Contains(method, SymbolEqualityComparer.Default))
                    throw new UnsupportedException(DiagnosticInfo.At(Descriptors.Recursion, operation.Syntax.GetLocation(), method.Name));
                var inside = new ExpressionReader(library, builder);
                foreach (var argument in call.Arguments) inside.Declare(argument.Parameter!, reader.Read(argument.Value));
                return Read(result, library, builder, inside, [.. factories, method]);
            default:
                throw new UnsupportedException(DiagnosticInfo.At(
                    Descriptors.NotADistribution,
                    operation.Syntax.GetLocation(),
                    operation.Syntax.ToString(),
                    "write new D(…), a factory of a package, or a factory with one return of this project"));
        }
    }

    private static SampledDistribution Read(
        INamedTypeSymbol type, IEnumerable<IArgumentOperation> arguments, IOperation use, Library library, ExpressionReader reader)
    {
        var distribution = library.DistributionOf(type, use);
        var ordered = arguments.OrderBy(argument => argument.Parameter!.Ordinal).ToList();
        var values = ordered.Select(argument => reader.Read(argument.Value)).ToSequence();
        return new(distribution, values, ordered.Select(argument => Quotation.OneLine(argument.Value)).ToSequence());
    }

    private static IOperation? ReturnedBy(IOperation body)
    {
        var block = body is IMethodBodyBaseOperation method ? method.BlockBody ?? method.ExpressionBody : null;
        return block is { Operations: [IReturnOperation { ReturnedValue: { } value }] } ? value : null;
    }
}
