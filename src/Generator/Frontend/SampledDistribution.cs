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
    public static SampledDistribution Read(IOperation operation, Reading reading) => Read(operation, reading, []);

    /// <param name="factories">The factories around the expression.</param>
    private static SampledDistribution Read(IOperation operation, Reading reading, IMethodSymbol[] factories)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return Read(conversion.Operand, reading, factories);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation:
                return Read(type, creation.Arguments, operation, reading);
            case IInvocationOperation { TargetMethod: { ReturnType: INamedTypeSymbol type } method } call when method.Has(Names.FactoryAttribute) && !IsPlated(call):
                return Read(type, call.Arguments, operation, reading);
            case IInvocationOperation { TargetMethod: { IsStatic: true } method } call when reading.Library.BodyOf(method) is { } body && ReturnedBy(body) is { } result:
                if (factories.Contains(method, SymbolEqualityComparer.Default)) throw reading.Refused(Descriptors.Recursion, operation, method.Name);
                var contents = call.Arguments.Select(argument => (argument.Parameter!, reading.Expressions.Read(argument.Value))).ToList();
                foreach (var (parameter, content) in contents) reading.Declare(parameter, content);
                return Read(result, reading, [.. factories, method]);
            default:
                throw reading.Refused(Descriptors.NotADistribution, operation, operation.Syntax.ToString(), "write new D(…), a factory of a package, or a factory with one return of this project");
        }
    }

    /// <summary>Whether an expression is a factory over arrays.</summary>
    public static bool IsPlated(IOperation operation) => operation is IInvocationOperation { TargetMethod.ReturnType: var type } && type.FullName() == Names.Plated;

    /// <summary>The arguments of a factory over arrays: arrays, and numbers that are the same for all elements.</summary>
    public static IReadOnlyList<(Content Content, IOperation Use)> ArgumentsOf(IInvocationOperation factory, Reading reading) =>
        [.. CallReader.ArgumentsOf(factory).Select(argument => (reading.Expressions.Read(argument), argument))];

    /// <summary>The distribution of one element of a factory over arrays.</summary>
    public static SampledDistribution ReadAt(IInvocationOperation factory, IReadOnlyList<(Content Content, IOperation Use)> arguments, Value index, Reading reading)
    {
        var method = factory.TargetMethod;
        var single = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().First(other => other.ReturnType.FullName() != Names.Plated);
        var distribution = reading.Library.DistributionOf((INamedTypeSymbol)single.ReturnType, factory);
        var values = arguments.Select(argument => argument.Content is ArrayContent array ? reading.Arrays.ElementOf(array, index) : ((ScalarContent)argument.Content).Value);
        return new(distribution, values.ToSequence(), arguments.Select(argument => Quotation.OneLine(argument.Use)).ToSequence());
    }

    private static SampledDistribution Read(INamedTypeSymbol type, IEnumerable<IArgumentOperation> arguments, IOperation use, Reading reading)
    {
        var distribution = reading.Library.DistributionOf(type.OriginalDefinition, use);
        var ordered = arguments.OrderBy(argument => argument.Parameter!.Ordinal).ToList();
        var (values, sources, parts) = (new List<Value>(), new List<string>(), new List<Distribution>());
        var uses = new List<IOperation?>();
        foreach (var argument in ordered)
        {
            if (argument.Parameter!.Type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } part && part.FullName() != Names.Numbers)
            {
                var inner = Read(argument.Value, reading, []);
                parts.Add(inner.Distribution);
                values.AddRange(inner.Arguments);
                sources.AddRange(inner.Sources);
                uses.AddRange(inner.Sources.Select(_ => (IOperation?)null));
                continue;
            }

            int before = values.Count;
            values.AddRange(ReadArgument(argument, reading));
            sources.AddRange(Enumerable.Repeat(Quotation.OneLine(argument.Value), values.Count - before));
            uses.AddRange(Enumerable.Repeat(argument.Value, values.Count - before));
        }

        if (parts.Count == 0)
        {
            if (values.Count == distribution.Parameters.Count) ConstantArguments.Check(distribution, values.ToSequence(), uses, reading);
            return new(distribution, values.ToSequence(), sources.ToSequence());
        }

        try
        {
            var made = reading.Library.Made(distribution, parts);
            if (values.Count == made.Parameters.Count) ConstantArguments.Check(made, values.ToSequence(), uses, reading);
            return new(made, values.ToSequence(), sources.ToSequence());
        }
        catch (MissingMemberException e)
        {
            throw reading.Refused(Descriptors.NotADistribution, use, use.Syntax.ToString(), $"{e.Distribution} has no {e.Member}; a distribution that is truncated or censored implements ICumulative, and has no bounds of its own but 0");
        }
    }

    /// <summary>A number; an array; or the elements of a matrix with its two sizes.</summary>
    private static IEnumerable<Value> ReadArgument(IArgumentOperation argument, Reading reading) => reading.Expressions.Read(argument.Value) switch
    {
        ScalarContent scalar => [scalar.Value],
        StoredArray { IsJagged: false, Sizes.Count: 2 } matrix => [reading.Arrays.Whole(matrix, argument.Value), .. matrix.Sizes],
        ArrayContent { Sizes.Count: 1 } vector when vector is not StoredArray { IsJagged: true } => [reading.Arrays.Whole(vector, argument.Value)],
        _ => throw reading.Unsupported(argument.Value, "a number, a vector or a matrix is needed here"),
    };

    private static IOperation? ReturnedBy(IOperation body) => HelperReader.Statements(body) is [IReturnOperation { ReturnedValue: { } value }] ? value : null;
}
