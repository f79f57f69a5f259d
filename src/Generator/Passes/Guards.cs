using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Adjoints that count only where a condition holds: <c>select(condition, adjoint, 0)</c>.</summary>
/// <remarks>
/// On the side of a branch that is not taken, values and derivatives may be infinite or NaN, and 0 times either is NaN: the condition
/// must come last. So whatever is computed from a guarded adjoint is guarded by the same condition.
/// </remarks>
internal static class Guards
{
    /// <summary>The derivative times the adjoint, guarded as the adjoint is.</summary>
    public static Value Multiply(Builder builder, Term partial, Value adjoint) =>
        ConditionOf(builder, adjoint) is { } guard
            ? Guard(builder, guard.Condition, (partial * new Term(builder, guard.Adjoint)).In(builder))
            : (partial * new Term(builder, adjoint)).In(builder);

    /// <summary>The adjoint where the condition holds, else 0. One that is guarded already is so by both conditions at once.</summary>
    public static Value Guard(Builder builder, Value condition, Value adjoint) =>
        ConditionOf(builder, adjoint) is { } guard && guard.Condition != condition
            ? builder.Add(Operations.Select, builder.Add(Operations.And, condition, guard.Condition), guard.Adjoint, builder.Number(0))
            : builder.Add(Operations.Select, condition, adjoint, builder.Number(0));

    /// <summary>The sum of two adjoints of one value: guarded where both are.</summary>
    public static Value Add(Builder builder, Value a, Value b)
    {
        var sum = builder.Add(Operations.Add, a, b);
        if (ConditionOf(builder, a) is not { } first || ConditionOf(builder, b) is not { } second) return sum;
        return first.Condition == second.Condition
            ? Guard(builder, first.Condition, builder.Add(Operations.Add, first.Adjoint, second.Adjoint))
            : builder.Add(Operations.Select, builder.Add(Operations.Or, first.Condition, second.Condition), sum, builder.Number(0));
    }

    private static (Value Condition, Value Adjoint)? ConditionOf(Builder builder, Value adjoint) =>
        builder.DefinitionOf(adjoint) is { } select && select.Op == Operations.Select
        && builder.DefinitionOf(select.Arguments[2]) is { } zero && zero.Op == Operations.Constant && zero.Immediate.Number == 0
            ? (select.Arguments[0], select.Arguments[1])
            : null;
}
