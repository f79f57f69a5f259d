using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Finds arguments that are plain numbers and break the rules of their distribution.</summary>
internal static class ConstantArguments
{
    /// <param name="uses">The arguments in the source; null for those of a distribution that is itself an argument, and was looked at before.</param>
    public static void Check(Distribution distribution, Sequence<Value> values, IReadOnlyList<IOperation?> uses, Reading reading)
    {
        for (int i = 0; i < values.Count; i++)
        {
            var constraint = distribution.Parameters[i].Constraint;
            if (uses[i] is not { } use || NumberOf(values[i]) is not { } number || Broken(constraint, number) is not { } rule) continue;
            reading.Report(DiagnosticInfo.At(Descriptors.ImpossibleArgument, use.Syntax.GetLocation(), use.Syntax.ToString(), distribution.Parameters[i].Name, distribution.ShortName, rule));
        }

        double? NumberOf(Value value) =>
            reading.Builder.DefinitionOf(value) is { } define && (define.Op == Operations.Constant || define.Op == Operations.Integer) ? define.Immediate.Number : null;

        double? BoundOf(Operand bound) =>
            bound.Immediate.Symbol is not { } name ? bound.Immediate.Number : NumberOf(values[distribution.Parameters.Select(parameter => parameter.Name).ToList().IndexOf(name)]);

        string? Broken(Constraint constraint, double number) => constraint.Kind switch
        {
            _ when double.IsNaN(number) || double.IsInfinity(number) => "finite",
            ConstraintKind.Positive when !(number > 0) => "positive",
            ConstraintKind.NonNegative when !(number >= 0) => "zero or greater",
            ConstraintKind.GreaterThan when BoundOf(constraint.Low) is { } low && !(number > low) => $"greater than {constraint.Low}",
            ConstraintKind.Between when (BoundOf(constraint.Low) is { } low && number < low) || (BoundOf(constraint.High) is { } high && number > high) => $"between {constraint.Low} and {constraint.High}",
            ConstraintKind.Inside when (BoundOf(constraint.Low) is { } low && number <= low) || (BoundOf(constraint.High) is { } high && number >= high) => $"inside {constraint.Low} and {constraint.High}",
            _ => null,
        };
    }
}
