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
        var returned = body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue;
        return returned switch
        {
            null => [],
            IConversionOperation { Operand: ITupleOperation tuple } => ReadTuple(tuple, returned),
            ITupleOperation tuple => ReadTuple(tuple, returned),
            _ => [ReadLocal(returned)],
        };
    }

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
