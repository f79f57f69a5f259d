using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A parameter of a distribution, or its variable, as the IR has it: a matrix is its elements and its two sizes.</summary>
internal static class DistributionParameter
{
    /// <exception cref="UnsupportedException">Its type is none of a parameter.</exception>
    public static IReadOnlyList<Variable> Parts(IParameterSymbol parameter)
    {
        var whole = new Variable(parameter.Name, TypeOf(parameter), ReadConstraint(parameter));
        return parameter.Type is IArrayTypeSymbol { Rank: 2 }
            ? [whole, new($"{parameter.Name}.Rows", IrType.Integer, Constraint.None), new($"{parameter.Name}.Columns", IrType.Integer, Constraint.None)]
            : [whole];
    }

    private static IrType TypeOf(IParameterSymbol parameter) => parameter.Type switch
    {
        ITypeParameterSymbol => new IrType(Scalar.Distribution),
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Double, Rank: 1 or 2 } => IrType.Real.ArrayOf,
        var type when TypeReader.Read(type) is { IsArray: false } scalar => scalar,
        var type => throw Misshapen(parameter.ContainingType, $"'{parameter.Name}' is a {TypeReader.Describe(type)}; use double, int, long, double[] or double[,]"),
    };

    private static Constraint ReadConstraint(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            // A bound that is left out is the compiler's to report.
            Operand Bound(int index) => ReadOperand(attribute.ConstructorArguments.ElementAtOrDefault(index).Value, parameter);
            switch (attribute.AttributeClass?.FullName())
            {
                case "ProbModels.PositiveAttribute": return new(ConstraintKind.Positive);
                case "ProbModels.NonNegativeAttribute": return new(ConstraintKind.NonNegative);
                case "ProbModels.GreaterThanAttribute": return new(ConstraintKind.GreaterThan, Bound(0));
                case "ProbModels.LessThanAttribute": return new(ConstraintKind.LessThan, High: Bound(0));
                case "ProbModels.BetweenAttribute": return new(ConstraintKind.Between, Bound(0), Bound(1));
                case "ProbModels.InsideAttribute": return new(ConstraintKind.Inside, Bound(0), Bound(1));
                case "ProbModels.SupportOfAttribute": return new(ConstraintKind.Same, Bound(0));
                case "ProbModels.ReadingAttribute": return new(ConstraintKind.Reading);
            }
        }

        return Constraint.None;
    }

    private static Operand ReadOperand(object? bound, IParameterSymbol parameter)
    {
        if (bound is double number) return new(new Immediate(number));
        string name = bound as string ?? "";
        var constructors = parameter.ContainingType.InstanceConstructors;
        if (!constructors.Any(constructor => constructor.Parameters.Any(candidate => candidate.Name == name)))
            throw Misshapen(parameter.ContainingType, $"the bound '{name}' of '{parameter.Name}' is no parameter of its constructor");
        return new(new Immediate(0, name));
    }

    private static UnsupportedException Misshapen(INamedTypeSymbol type, string reason) =>
        new(DiagnosticInfo.At(Descriptors.DistributionShape, type.Locations.FirstOrDefault(), type.Name, reason));
}
