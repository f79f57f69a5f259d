using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Finds arguments that are plain numbers and break the rules of their distribution.</summary>
internal static class ConstantArguments
{
    public static void Check(Distribution distribution, Sequence<Value> values, IReadOnlyList<IArgumentOperation> arguments, Reading reading)
    {
        for (int i = 0; i < values.Count; i++)
        {
            var constraint = distribution.Parameters[i].Constraint;
            if (NumberOf(values[i]) is not { } number || Broken(constraint, number) is not { } rule) continue;
            var use = arguments[i].Value;
            reading.Report(DiagnosticInfo.At(Descriptors.ImpossibleArgument, use.Syntax.GetLocation(), use.Syntax.ToString(), distribution.Parameters[i].Name, distribution.ShortName, rule));
        }

        double? NumberOf(Value value) =>
            reading.Builder.DefinitionOf(value) is { } define && (define.Op == Operations.Constant || define.Op == Operations.Integer) ? define.Immediate.Number : null;

        double? BoundOf(Operand bound) =>
            bound.Immediate.Symbol is not { } name ? bound.Immediate.Number : NumberOf(values[distribution.Parameters.Select(parameter => parameter.Name).ToList().IndexOf(name)]);

        string? Broken(Constraint constraint, double number) => constraint.Kind switch
        {
            ConstraintKind.Positive when !(number > 0) => "positive",
            ConstraintKind.NonNegative when !(number >= 0) => "zero or greater",
            ConstraintKind.GreaterThan when BoundOf(constraint.Low) is { } low && !(number > low) => $"greater than {constraint.Low}",
            ConstraintKind.Between when (BoundOf(constraint.Low) is { } low && number < low) || (BoundOf(constraint.High) is { } high && number > high) => $"between {constraint.Low} and {constraint.High}",
            ConstraintKind.Inside when (BoundOf(constraint.Low) is { } low && number <= low) || (BoundOf(constraint.High) is { } high && number >= high) => $"inside {constraint.Low} and {constraint.High}",
            _ => null,
        };
    }
}
