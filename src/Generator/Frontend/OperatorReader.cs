using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads operators: arithmetic, comparisons and conditions, on numbers and element by element on arrays.</summary>
internal sealed class OperatorReader(Reading reading)
{
    private Builder Builder => reading.Builder;

    public Content Read(IUnaryOperation unary) => reading.Arrays.ForEach(unary, [reading.Expressions.Read(unary.Operand)], operands => Apply(unary, operands[0]));

    public Content Read(IBinaryOperation binary)
    {
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) return new ScalarContent(ReadConnective(binary));
        if (binary.OperatorMethod is null && (IsArray(binary.LeftOperand) || IsArray(binary.RightOperand)))
            throw reading.Unsupported(binary, "arrays are compared and combined element by element");
        var (left, right) = (reading.Expressions.Read(binary.LeftOperand), reading.Expressions.Read(binary.RightOperand));
        return reading.Arrays.ForEach(binary, [left, right], operands => Apply(binary.OperatorKind, operands[0], operands[1], binary));
    }

    /// <summary>Applies a binary operator to two numbers of one type.</summary>
    public Value Apply(BinaryOperatorKind kind, Value a, Value b, IOperation use)
    {
        bool isOfLatents = a.Type == IrType.Integer && b.Type == IrType.Integer && (IsOfLatents(a) || IsOfLatents(b));
        bool isComparison = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;
        if (isOfLatents && isComparison) (a, b) = (ToReal(a, use), ToReal(b, use));
        if (a.Type == IrType.Integer && b.Type == IrType.Real) a = ToReal(a, use);
        if (b.Type == IrType.Integer && a.Type == IrType.Real) b = ToReal(b, use);
        bool isReal = a.Type == IrType.Real && b.Type == IrType.Real;
        bool isInteger = a.Type == IrType.Integer && b.Type == IrType.Integer;
        bool isCondition = a.Type == IrType.Boolean && b.Type == IrType.Boolean;
        if (isInteger && kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder) b = reading.Rules.RequireDivisor(b, use);
        Op? op = kind switch
        {
            BinaryOperatorKind.Add when isReal => Operations.Add,
            BinaryOperatorKind.Subtract when isReal => Operations.Subtract,
            BinaryOperatorKind.Multiply when isReal => Operations.Multiply,
            BinaryOperatorKind.Divide when isReal => Operations.Divide,
            BinaryOperatorKind.Add when isInteger => Operations.IndexAdd,
            BinaryOperatorKind.Subtract when isInteger => Operations.IndexSubtract,
            BinaryOperatorKind.Multiply when isInteger => Operations.IndexMultiply,
            BinaryOperatorKind.Divide when isInteger => Operations.IndexDivide,
            BinaryOperatorKind.Remainder when isInteger => Operations.Remainder,
            BinaryOperatorKind.LessThan when !isCondition => Operations.Less,
            BinaryOperatorKind.LessThanOrEqual when !isCondition => Operations.LessOrEqual,
            BinaryOperatorKind.GreaterThan when !isCondition => Operations.Greater,
            BinaryOperatorKind.GreaterThanOrEqual when !isCondition => Operations.GreaterOrEqual,
            BinaryOperatorKind.And when isCondition => Operations.And,
            BinaryOperatorKind.Or when isCondition => Operations.Or,
            _ => null,
        };
        if (op is not null && (isReal || isInteger || isCondition)) return Shortened(Builder.Add(op, a, b));
        return kind switch
        {
            BinaryOperatorKind.Equals => AreEqual(a, b, use),
            BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr when kind == BinaryOperatorKind.NotEquals || isCondition => Builder.Add(Operations.Not, AreEqual(a, b, use)),
            _ => throw reading.Unsupported(use, "the operators are + - * / on double, + - * / % on int, comparisons, and && || ! on bool"),
        };
    }

    /// <summary>A whole number as a double. One that depends on latents is chosen and computed as doubles, since an evaluation has no others.</summary>
    public Value ToReal(Value number, IOperation use)
    {
        if (!IsOfLatents(number)) return Builder.Add(Operations.ToReal, number);
        var define = Builder.DefinitionOf(number);
        Value Part(int i) => ToReal(define.Arguments[i], use);
        return define?.Op switch
        {
            { } op when op == Operations.Select => Builder.Add(Operations.Select, define.Arguments[0], Part(1), Part(2)),
            { } op when op == Operations.IndexAdd => Builder.Add(Operations.Add, Part(0), Part(1)),
            { } op when op == Operations.IndexSubtract => Builder.Add(Operations.Subtract, Part(0), Part(1)),
            { } op when op == Operations.IndexMultiply => Builder.Add(Operations.Multiply, Part(0), Part(1)),
            { } op when op == Operations.IndexMin => Builder.Add(Operations.Min, Part(0), Part(1)),
            { } op when op == Operations.IndexMax => Builder.Add(Operations.Max, Part(0), Part(1)),
            _ => throw reading.Unsupported(use, "a whole number that depends on latents is chosen by ?: and added, subtracted or multiplied; use numbers of double"),
        };
    }

    private bool IsOfLatents(Value number) => reading.Knowledge.Of(number) == Known.Latents;

    public Value AreEqual(Value a, Value b, IOperation use)
    {
        if (a.Type != b.Type) throw reading.Unsupported(use, "only values of one type are compared");
        if (a.Type != IrType.Boolean) return Builder.Add(Operations.Equal, a, b);
        var neither = Builder.Add(Operations.And, Builder.Add(Operations.Not, a), Builder.Add(Operations.Not, b));
        return Builder.Add(Operations.Or, Builder.Add(Operations.And, a, b), neither);
    }

    /// <summary>The value that is left where the rest of a sum cancels: t for t + 1 - 1.</summary>
    private Value Shortened(Value value) =>
        value.Type == IrType.Integer && Linear.Of(Builder, value) is { Constant: 0 } sum && sum.Terms.ToList() is [(var term, 1)] ? term : value;

    private static bool IsArray(IOperation operand) => operand is IConversionOperation conversion ? IsArray(conversion.Operand) : operand.Type is IArrayTypeSymbol;

    /// <summary>The right operand counts only where the left one leaves the answer open.</summary>
    private Value ReadConnective(IBinaryOperation binary)
    {
        bool isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        var left = reading.Expressions.ReadScalar(binary.LeftOperand);
        var open = isAnd ? left : Builder.Add(Operations.Not, left);
        var right = reading.Guards.Under(open, reading.Knowledge.Of(left), binary.LeftOperand, () => reading.Expressions.ReadScalar(binary.RightOperand));
        return Builder.Add(isAnd ? Operations.And : Operations.Or, left, right);
    }

    private Value Apply(IUnaryOperation unary, Value operand) => unary.OperatorKind switch
    {
        UnaryOperatorKind.Plus => operand,
        UnaryOperatorKind.Minus when operand.Type == IrType.Real => Builder.Add(Operations.Negate, operand),
        UnaryOperatorKind.Minus when operand.Type == IrType.Integer => Builder.Add(Operations.IndexSubtract, Builder.Integer(0), operand),
        UnaryOperatorKind.Not when operand.Type == IrType.Boolean => Builder.Add(Operations.Not, operand),
        _ => throw reading.Unsupported(unary, "only numbers have a sign, and only conditions an opposite"),
    };
}
