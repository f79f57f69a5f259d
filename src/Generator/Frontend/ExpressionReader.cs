using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads expressions into a block: literals, variables, arithmetic, functions, elements of arrays.</summary>
internal class ExpressionReader(Library library, Builder builder)
{
    private static readonly double Log10OfE = 1 / Math.Log(10);

    private readonly Dictionary<ISymbol, Value?> _variables = new(SymbolEqualityComparer.Default);

    protected Library Library => library;

    protected Builder Builder => builder;

    /// <summary>Gives a variable its value; null where its declaration could not be read, which was reported.</summary>
    public void Declare(ISymbol variable, Value? value) => _variables[variable] = value;

    public Value Read(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } constant } && ReadConstant(constant) is { } number) return number;
        return operation switch
        {
            IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
            IConversionOperation conversion => ReadConversion(conversion),
            ILocalReferenceOperation local => ReadVariable(local.Local, local),
            IParameterReferenceOperation parameter => ReadVariable(parameter.Parameter, parameter),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary => ReadNegation(unary),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } unary => Read(unary.Operand),
            IBinaryOperation binary => ReadBinary(binary),
            IArrayElementReferenceOperation element => ReadElement(element),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { Type: IArrayTypeSymbol { Rank: 1 } } array } => ReadLength(array),
            IInvocationOperation invocation => ReadInvocation(invocation),
            _ => throw Unsupported(operation, "use numbers, arithmetic, functions of Math and elements of arrays"),
        };
    }

    /// <summary>The length of an array.</summary>
    protected virtual Value ReadLength(IOperation array) => builder.Add(Operations.Length, Read(array));

    protected virtual Value ReadElement(IArrayElementReferenceOperation element)
    {
        if (element.Indices.Length != 1) throw Unsupported(element, "arrays have one dimension");
        return builder.Add(Operations.Load, Read(element.ArrayReference), Read(element.Indices[0]));
    }

    protected virtual Value ReadInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.ContainingType.FullName() == Names.Language)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.SiteOutOfPlace, invocation.Syntax.GetLocation(), method.Name));

        var arguments = invocation.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).Select(argument => Read(argument.Value)).ToArray();
        if (method.ContainingType.FullName() is Names.Math or Names.SpecialFunctions && arguments.All(argument => argument.Type == IrType.Real))
        {
            if (Operations.OfMethod(method.Name, arguments.Length) is { } op) return builder.Add(op, arguments);
            if (method.Name == "Log10") return builder.Add(Operations.Multiply, builder.Number(Log10OfE), builder.Add(Operations.Log, arguments));
        }

        if (library.FunctionOf(invocation) is not { } function)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.UnsupportedCall, invocation.Syntax.GetLocation(), method.Name));
        var result = builder.Fresh(function.Result.Type);
        builder.Append(new Call(result, function.Name, arguments.ToSequence()));
        return result;
    }

    protected UnsupportedException Unsupported(IOperation operation, string advice) =>
        new(DiagnosticInfo.At(Descriptors.UnsupportedExpression, operation.Syntax.GetLocation(), operation.Syntax.ToString(), advice));

    private Value? ReadConstant(object constant) => constant switch
    {
        double number => builder.Number(number),
        int number => builder.Integer(number),
        long number when number is >= int.MinValue and <= int.MaxValue => builder.Integer((int)number),
        _ => null,
    };

    private Value ReadVariable(ISymbol variable, IOperation operation)
    {
        if (!_variables.TryGetValue(variable, out var value)) throw Unsupported(operation, "it is not a variable of the model");
        return value ?? throw new UnsupportedException(null);
    }

    private Value ReadConversion(IConversionOperation conversion)
    {
        var value = Read(conversion.Operand);
        var target = TypeReader.Read(conversion.Type);
        if (target == value.Type) return value;
        if (target == IrType.Real && value.Type == IrType.Integer) return builder.Add(Operations.ToReal, value);
        throw Unsupported(conversion, $"there is no conversion from {value.Type} to {conversion.Type?.ToDisplayString()}");
    }

    private Value ReadNegation(IUnaryOperation unary)
    {
        var operand = Read(unary.Operand);
        return operand.Type == IrType.Real ? builder.Add(Operations.Negate, operand)
            : operand.Type == IrType.Integer ? builder.Add(Operations.IndexSubtract, builder.Integer(0), operand)
            : throw Unsupported(unary, "only numbers have a sign");
    }

    private Value ReadBinary(IBinaryOperation binary)
    {
        var (a, b) = (Read(binary.LeftOperand), Read(binary.RightOperand));
        bool isReal = a.Type == IrType.Real && b.Type == IrType.Real;
        bool isInteger = a.Type == IrType.Integer && b.Type == IrType.Integer;
        var op = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add when isReal => Operations.Add,
            BinaryOperatorKind.Subtract when isReal => Operations.Subtract,
            BinaryOperatorKind.Multiply when isReal => Operations.Multiply,
            BinaryOperatorKind.Divide when isReal => Operations.Divide,
            BinaryOperatorKind.Add when isInteger => Operations.IndexAdd,
            BinaryOperatorKind.Subtract when isInteger => Operations.IndexSubtract,
            BinaryOperatorKind.Multiply when isInteger => Operations.IndexMultiply,
            _ => throw Unsupported(binary, "the operators are + - * / on double and + - * on int"),
        };
        return builder.Add(op, a, b);
    }
}
