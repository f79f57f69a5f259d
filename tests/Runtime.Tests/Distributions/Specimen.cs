using System.Globalization;
using System.Reflection;

namespace ProbModels.Tests;

/// <summary>A distribution with one set of arguments, taken from its <see cref="ReferenceAttribute"/>s.</summary>
public abstract class Specimen
{
    private readonly Type _type;
    private readonly double[] _arguments;

    private protected Specimen(Type type, double[] arguments) => (_type, _arguments) = (type, arguments);

    /// <summary>The parameters of the primary constructor, which carry the rules.</summary>
    public ParameterInfo[] Parameters => Constructor(_type).GetParameters();

    /// <summary>The parameter of the log density, which carries the support.</summary>
    public ParameterInfo Value => _type.GetMethod("LogDensity")!.GetParameters()[0];

    public IReadOnlyList<double> Arguments => _arguments;

    /// <summary>Streams of random numbers differ between specimens and stay the same from run to run.</summary>
    public Philox Rng => new(seed: 41, stream: (ulong)ToString().Aggregate(17L, (hash, letter) => 31 * hash + letter));

    public abstract double LogDensityAt(double x);

    public abstract bool SupportContains(double x);

    public abstract string? Violation(double[] arguments);

    /// <summary>The expectation of a function, by summation or quadrature over the density.</summary>
    public abstract double Expectation(Func<double, double> f);

    public abstract void DensityHasMassOne();

    public abstract void DrawsAgreeWithTheDensity();

    public abstract void DrawsLieInTheSupport();

    public abstract void LogDensityIsFiniteInside();

    public static Specimen Of(Type type, double[] arguments)
    {
        var contract = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDistribution<>));
        var value = contract.GetGenericArguments()[0];
        if (value == typeof(double)) return new ContinuousSpecimen(type, arguments);
        return value == typeof(long) ? new CountSpecimen<long>(type, arguments) : new CountSpecimen<int>(type, arguments);
    }

    public override string ToString() => $"{_type.Name}({string.Join(", ", _arguments.Select(a => a.ToString(CultureInfo.InvariantCulture)))})";

    /// <summary>The distribution itself.</summary>
    public object Create() => Create(_arguments);

    private protected object Create(double[] arguments)
    {
        var constructor = Constructor(_type);
        var typed = constructor.GetParameters().Zip(arguments, (parameter, argument) => Convert.ChangeType(argument, parameter.ParameterType));
        return constructor.Invoke([.. typed]);
    }

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors().Single(c => c.GetParameters().Length > 0);
}
