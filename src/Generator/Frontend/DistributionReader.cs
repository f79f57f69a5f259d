using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads a <c>[Distribution]</c> struct: parameters and support from its attributes, what it computes from its members' bodies.</summary>
internal static class DistributionReader
{
    private const string Interface = "ProbModels.IDistribution";

    /// <summary>Reads a distribution from its source in this compilation. One that is made of others is read as it stands, without them.</summary>
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

        var variable = DistributionParameter.Parts(density.Parameters[0])[0];
        if (variable is { Type: var domain, Constraint.Kind: not (ConstraintKind.NonNegative or ConstraintKind.Between) } && domain == IrType.Integer && SupportOf(type, library) is null)
            throw Misshapen(type, $"'{variable.Name}' is an integer; state its range by [NonNegative] or [Between(…)]");
        var support = variable.Type.IsArray ? ReadSupport(type, constructor, library) : (Kind: variable.Constraint.Kind, Event: Sequence<Function>.Empty);
        return new(
            type.FullName(),
            constructor.Parameters.SelectMany(DistributionParameter.Parts).ToSequence(),
            variable with { Constraint = variable.Constraint with { Kind = support.Kind } },
            DensityReader.Read("LogDensity", library, [density.Parameters[0], .. constructor.Parameters], body),
            support.Event,
            Members(type, constructor, library).ToSequence());
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

    /// <summary>The property Support, where the author wrote it.</summary>
    public static IPropertySymbol? SupportOf(INamedTypeSymbol type, Library library) =>
        type.GetMembers("Support").OfType<IPropertySymbol>().FirstOrDefault(property => property.GetMethod is { } getter && library.BodyOf(getter) is not null);

    /// <summary>The distribution functions, where there are any. One whose body is not in the language is none for the compiler.</summary>
    private static IEnumerable<Function> Members(INamedTypeSymbol type, IMethodSymbol constructor, Library library)
    {
        foreach (string name in new[] { "LogCdf", "LogSurvival" })
        {
            if (type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.Length == 1) is not { } member || library.BodyOf(member) is not { } body) continue;
            Function function;
            try
            {
                function = DensityReader.Read(name, library, [member.Parameters[0], .. constructor.Parameters], body);
            }
            catch (UnsupportedException)
            {
                continue;
            }

            yield return function;
        }
    }

    /// <summary>The support of arrays: what <c>Support => Supports.Simplex(n)</c> says, with the size of each axis.</summary>
    private static (ConstraintKind Kind, Sequence<Function> Event) ReadSupport(INamedTypeSymbol type, IMethodSymbol constructor, Library library)
    {
        var body = SupportOf(type, library)?.GetMethod is { } getter ? library.BodyOf(getter) : null;
        var returned = body is null ? null : HelperReader.Statements(body) is [IReturnOperation { ReturnedValue: { } value }] ? value : null;
        if (returned is IConversionOperation conversion) returned = conversion.Operand;
        if (returned is not IInvocationOperation { TargetMethod: { ContainingType: var holder, Name: var name }, Arguments: [{ Value: var size }] } || holder.FullName() != "ProbModels.Supports")
            throw Misshapen(type, "the support of arrays is written as Support => Supports.Simplex(n), or another set of the library");
        var function = DensityReader.Read("Size", library, constructor.Parameters, size);
        return name switch
        {
            "RealVectors" => (ConstraintKind.None, Sequence.Of(function)),
            "Simplex" => (ConstraintKind.Simplex, Sequence.Of(function)),
            "Ordered" => (ConstraintKind.Ordered, Sequence.Of(function)),
            "CholeskyCorrelation" => (ConstraintKind.CholeskyCorrelation, Sequence.Of(function, function)),
            _ => throw Misshapen(type, $"the compiler does not know the support {name}"),
        };
    }

    private static UnsupportedException Misshapen(INamedTypeSymbol type, string reason) =>
        new(DiagnosticInfo.At(Descriptors.DistributionShape, type.Locations.FirstOrDefault(), type.Name, reason));
}
