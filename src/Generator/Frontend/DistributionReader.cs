using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads a <c>[Distribution]</c> struct: parameters and support from its attributes, the density from its body.</summary>
internal static class DistributionReader
{
    private const string Interface = "ProbModels.IDistribution";

    /// <summary>Reads a distribution from its source in this compilation.</summary>
    /// <exception cref="UnsupportedException">It does not have the shape of a distribution, or its density is not in the language.</exception>
    public static Distribution Read(INamedTypeSymbol type, Library library)
    {
        if (!type.Has(Names.DistributionAttribute)) throw Misshapen(type, "it is not marked [Distribution]");
        if (!type.AllInterfaces.Any(contract => contract.FullName() == Interface)) throw Misshapen(type, "it does not implement IDistribution<T>");
        var constructor = type.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.Length > 0)
            ?? throw Misshapen(type, "it has no primary constructor");
        var density = type.GetMembers("LogDensity").OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 1)
            ?? throw Misshapen(type, "it has no method LogDensity");
        var body = library.BodyOf(density) ?? throw Misshapen(type, "the source of LogDensity is not in this project");

        IParameterSymbol[] parameters = [density.Parameters[0], .. constructor.Parameters];
        var variables = parameters.Select(parameter => ReadVariable(parameter, constructor)).ToList();
        if (variables[0] is { Type: var domain, Constraint.Kind: not (ConstraintKind.NonNegative or ConstraintKind.Between) } && domain == IrType.Integer)
            throw Misshapen(type, $"'{variables[0].Name}' is an integer; state its range by [NonNegative] or [Between(…)]");
        var function = DensityReader.Read(library, parameters, body);
        return new(type.FullName(), variables.Skip(1).ToSequence(), variables[0], function);
    }

    /// <summary>Reads a distribution of another assembly from the IR that its build attached to the type.</summary>
    /// <exception cref="UnsupportedException">There is none, or it is of another version.</exception>
    public static Distribution ReadAttached(INamedTypeSymbol type, IOperation use)
    {
        var location = use.Syntax.GetLocation();
        if (type.AttributeNamed(Names.CompiledDistributionAttribute) is not { ConstructorArguments: [{ Value: int version }, { Value: string text }] })
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.NotADistribution, location, type.Name, "mark it [Distribution] and build its project with the ProbModels package"));
        if (version != Distribution.Version)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.StaleDistribution, location, type.Name, type.ContainingAssembly.Name));
        return Parser.ParseDistribution(text);
    }

    private static Variable ReadVariable(IParameterSymbol parameter, IMethodSymbol constructor)
    {
        var type = TypeReader.Read(parameter.Type) is { IsArray: false } scalar
            ? scalar
            : throw Misshapen(parameter.ContainingType, $"'{parameter.Name}' is a {TypeReader.Describe(parameter.Type)}; use double, int or long");
        return new(parameter.Name, type, ReadConstraint(parameter, constructor));
    }

    private static Constraint ReadConstraint(IParameterSymbol parameter, IMethodSymbol constructor)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            // A bound that is left out is the compiler's to report.
            Operand Bound(int index) => ReadOperand(attribute.ConstructorArguments.ElementAtOrDefault(index).Value, parameter, constructor);
            switch (attribute.AttributeClass?.FullName())
            {
                case "ProbModels.PositiveAttribute": return new(ConstraintKind.Positive);
                case "ProbModels.NonNegativeAttribute": return new(ConstraintKind.NonNegative);
                case "ProbModels.GreaterThanAttribute": return new(ConstraintKind.GreaterThan, Bound(0));
                case "ProbModels.LessThanAttribute": return new(ConstraintKind.LessThan, High: Bound(0));
                case "ProbModels.BetweenAttribute": return new(ConstraintKind.Between, Bound(0), Bound(1));
                case "ProbModels.InsideAttribute": return new(ConstraintKind.Inside, Bound(0), Bound(1));
            }
        }

        return Constraint.None;
    }

    private static Operand ReadOperand(object? bound, IParameterSymbol parameter, IMethodSymbol constructor)
    {
        if (bound is double number) return new(new Immediate(number));
        string name = bound as string ?? "";
        if (!constructor.Parameters.Any(candidate => candidate.Name == name))
            throw Misshapen(parameter.ContainingType, $"the bound '{name}' of '{parameter.Name}' is no parameter of its constructor");
        return new(new Immediate(0, name));
    }

    private static UnsupportedException Misshapen(INamedTypeSymbol type, string reason) =>
        new(DiagnosticInfo.At(Descriptors.DistributionShape, type.Locations.FirstOrDefault(), type.Name, reason));
}
