using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProbModels.Generator.Frontend;

/// <summary>The head of <c>for (int t = first; t &lt; limit; t++)</c>, or of one that counts down.</summary>
/// <param name="IsUp">Whether the variable grows.</param>
/// <param name="IncludesLimit">Whether the last iteration is at the limit.</param>
internal sealed record ForHeader(ILocalSymbol Variable, IOperation First, IOperation Limit, bool IsUp, bool IncludesLimit)
{
    /// <summary>Null where a loop has another head.</summary>
    public static ForHeader? Of(IForLoopOperation loop)
    {
        if (loop.Before is not [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var declarator] }] }]
            || declarator.GetVariableInitializer()?.Value is not { } first
            || loop.Condition is not IBinaryOperation { LeftOperand: ILocalReferenceOperation { Local: var compared } } condition
            || loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: var step }]
            || !SymbolEqualityComparer.Default.Equals(compared, declarator.Symbol)
            || StepOf(step, declarator.Symbol) is not { } isUp) return null;

        return condition.OperatorKind switch
        {
            BinaryOperatorKind.LessThan when isUp => new(declarator.Symbol, first, condition.RightOperand, true, false),
            BinaryOperatorKind.LessThanOrEqual when isUp => new(declarator.Symbol, first, condition.RightOperand, true, true),
            BinaryOperatorKind.GreaterThan when !isUp => new(declarator.Symbol, first, condition.RightOperand, false, false),
            BinaryOperatorKind.GreaterThanOrEqual when !isUp => new(declarator.Symbol, first, condition.RightOperand, false, true),
            _ => null,
        };
    }

    /// <summary>The head as the user wrote it.</summary>
    public static string Text(ForStatementSyntax loop) => $"for ({loop.Declaration}; {loop.Condition}; {loop.Incrementors})";

    /// <summary>Whether a statement adds one to a variable; null where it neither adds nor subtracts one.</summary>
    private static bool? StepOf(IOperation step, ILocalSymbol variable)
    {
        bool IsOf(IOperation target) => target is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable);
        return step switch
        {
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } up when IsOf(up.Target) => true,
            IIncrementOrDecrementOperation { Kind: OperationKind.Decrement } down when IsOf(down.Target) => false,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Value.ConstantValue: { HasValue: true, Value: 1 } } up when IsOf(up.Target) => true,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract, Value.ConstantValue: { HasValue: true, Value: 1 } } down when IsOf(down.Target) => false,
            _ => null,
        };
    }
}
