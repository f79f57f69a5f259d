using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads a method without sites or loops into a function: declarations of locals, then the result.</summary>
internal sealed class FunctionReader(Library library) : ExpressionReader(library, new Builder())
{
    /// <param name="name">The function's name in the IR.</param>
    /// <param name="parameters">The symbols that become its parameters; for a density, the variable and the constructor's parameters.</param>
    /// <param name="body">The method's body.</param>
    public Function Read(string name, IReadOnlyList<IParameterSymbol> parameters, IOperation body)
    {
        var values = new List<Value>();
        foreach (var parameter in parameters)
        {
            var type = TypeReader.Read(parameter.Type)
                ?? throw new UnsupportedException(DiagnosticInfo.At(Descriptors.InputType, parameter.Locations.FirstOrDefault(), parameter.Name, TypeReader.Describe(parameter.Type)));
            values.Add(Builder.Fresh(type));
            Declare(parameter, values[values.Count - 1]);
        }

        var result = ReadBody(Block(body));
        return new(name, values.ToSequence(), Builder.Finish(), result);
    }

    private static IBlockOperation Block(IOperation body) => body switch
    {
        IMethodBodyBaseOperation method => method.BlockBody ?? method.ExpressionBody!,
        IBlockOperation block => block,
        _ => throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, body.Syntax.GetLocation())),
    };

    private Value ReadBody(IBlockOperation block)
    {
        foreach (var operation in block.Operations)
        {
            switch (operation)
            {
                case IVariableDeclarationGroupOperation group:
                    foreach (var declarator in group.Declarations.SelectMany(declaration => declaration.Declarators)) Declare(declarator);
                    break;
                case IReturnOperation { ReturnedValue: { } value }:
                    return Read(value);
                default:
                    throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, operation.Syntax.GetLocation()));
            }
        }

        throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, block.Syntax.GetLocation()));
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer()?.Value is not { } value)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedStatement, declarator.Syntax.GetLocation()));
        Declare(declarator.Symbol, Builder.Name(Read(value), declarator.Symbol.Name));
    }
}
