using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads which locals a model returns: its observables.</summary>
internal static class ReturnReader
{
    /// <exception cref="UnsupportedException">The model returns something other than locals by their names.</exception>
    public static IReadOnlyList<ILocalSymbol> Read(IBlockOperation body)
    {
        var last = LastOf(body);
        if (ReturnsIn(body).FirstOrDefault(statement => statement != last) is { } early) throw Misshapen(early, "a model returns once, at its end");
        var returned = (last as IReturnOperation)?.ReturnedValue;
        return returned switch
        {
            null => [],
            IConversionOperation { Operand: ITupleOperation tuple } => ReadTuple(tuple, returned),
            ITupleOperation tuple => ReadTuple(tuple, returned),
            _ => [ReadLocal(returned)],
        };
    }

    private static IOperation? LastOf(IBlockOperation body) => body.Operations.LastOrDefault(statement => statement is not ILocalFunctionOperation) is var last && last is IBlockOperation block ? LastOf(block) : last;

    /// <summary>The statements that return from the model, not from functions in it.</summary>
    private static IEnumerable<IReturnOperation> ReturnsIn(IOperation operation) => operation switch
    {
        IReturnOperation { IsImplicit: false } statement => [statement],
        ILocalFunctionOperation or IAnonymousFunctionOperation => [],
        _ => operation.ChildOperations.SelectMany(ReturnsIn),
    };

    private static IReadOnlyList<ILocalSymbol> ReadTuple(ITupleOperation tuple, IOperation returned)
    {
        var locals = tuple.Elements.Select(ReadLocal).ToList();
        var names = ((INamedTypeSymbol)returned.Type!).TupleElements;
        for (int i = 0; i < locals.Count; i++)
            if (names[i].Name != locals[i].Name)
                throw Misshapen(tuple.Elements[i], $"the local '{locals[i].Name}' is returned under the name '{names[i].Name}'");
        return locals;
    }

    private static ILocalSymbol ReadLocal(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IConversionOperation { IsImplicit: true, Operand: ILocalReferenceOperation local } => throw Misshapen(operation, $"'{local.Local.Name}' is converted to another type"),
        _ => throw Misshapen(operation, $"'{operation.Syntax}' is not a local"),
    };

    private static UnsupportedException Misshapen(IOperation operation, string reason) =>
        new(DiagnosticInfo.At(Descriptors.ReturnShape, operation.Syntax.GetLocation(), reason));
}
