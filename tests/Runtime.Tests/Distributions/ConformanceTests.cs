using System.Globalization;
using System.Reflection;

namespace ProbModels.Tests;

/// <summary>What holds for every distribution of the library: a new one is found, and tested, without a line here.</summary>
public class ConformanceTests
{
    /// <summary>Those over numbers with numbers as parameters. Distributions of arrays, and those that are made of others, have tests of their own.</summary>
    private static readonly Type[] Distributions =
        [.. typeof(IDistribution<>).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DistributionAttribute>() is not null && !type.IsGenericType && !type.GetConstructors().Any(TakesArrays))];

    private static bool TakesArrays(ConstructorInfo constructor) =>
        constructor.GetParameters().Any(parameter => parameter.ParameterType.IsArray) || typeof(IDistribution<double[,]>).IsAssignableFrom(constructor.DeclaringType);

    public static TheoryData<Type> Types => new(Distributions);

    public static TheoryData<Specimen> Specimens => new(Distributions.SelectMany(SpecimensOf));

    [Fact]
    public void Distributions_are_found() => Assert.Contains(typeof(Normal), Distributions);

    [Theory]
    [MemberData(nameof(Types))]
    public void Log_densities_equal_the_references(Type type)
    {
        var references = type.GetCustomAttributes<ReferenceAttribute>().ToArray();
        Assert.True(references.Length >= 3, $"{type.Name} needs at least three references");
        foreach (var reference in references)
        {
            // A dozen roundings of terms as large as the result; a loss of more digits would be a badly written density.
            double value = Specimen.Of(type, [.. reference.Arguments]).LogDensityAt(reference.X);
            double error = Math.Abs(value - reference.LogDensity) / Math.Max(1, Math.Abs(reference.LogDensity));
            Assert.True(error <= 1e-13, $"the log density at {reference.X} is {value:R}; it should be {reference.LogDensity:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Specimens))]
    public void The_density_has_mass_one(Specimen specimen) => specimen.DensityHasMassOne();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Draws_agree_with_the_density(Specimen specimen) => specimen.DrawsAgreeWithTheDensity();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void Draws_lie_in_the_support_at_a_finite_density(Specimen specimen) => specimen.DrawsLieInTheSupport();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void The_log_density_is_finite_inside_the_support(Specimen specimen) => specimen.LogDensityIsFiniteInside();

    [Theory]
    [MemberData(nameof(Specimens))]
    public void The_support_is_the_one_that_the_attribute_states(Specimen specimen)
    {
        var (inside, outside) = ParameterRule.Of(specimen.Value, specimen).Examples();
        if (specimen.Value.ParameterType == typeof(double))
            outside = [.. outside, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        else
            (inside, outside) = (inside.Where(double.IsInteger), outside.Where(double.IsInteger));
        Assert.All(inside, x => Assert.True(specimen.SupportContains(x), $"{x:R} should lie in the support"));
        Assert.All(outside, x => Assert.False(specimen.SupportContains(x), $"{x:R} should not lie in the support"));
    }

    [Theory]
    [MemberData(nameof(Specimens))]
    public void A_broken_rule_is_named_with_its_value(Specimen specimen)
    {
        Assert.Null(specimen.Violation([.. specimen.Arguments]));
        foreach (var parameter in specimen.Parameters)
        {
            var rule = ParameterRule.Of(parameter, specimen);
            var (inside, outside) = rule.Examples();
            if (parameter.ParameterType != typeof(double)) (inside, outside) = (inside.Where(double.IsInteger), outside.Where(double.IsInteger));
            Assert.All(inside.Where(value => !IsReferredTo(specimen, parameter)), value => Assert.Null(specimen.Violation(With(value))));
            Assert.All(outside, value => Assert.StartsWith(
                string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} is {value}; it must be {rule.Words}"),
                specimen.Violation(With(value))));

            double[] With(double value)
            {
                double[] arguments = [.. specimen.Arguments];
                arguments[parameter.Position] = value;
                return arguments;
            }
        }
    }

    private static IEnumerable<Specimen> SpecimensOf(Type type) =>
        type.GetCustomAttributes<ReferenceAttribute>()
            .Select(reference => Specimen.Of(type, [.. reference.Arguments]))
            .DistinctBy(specimen => specimen.ToString());

    /// <summary>Whether another parameter's rule speaks of this one, so that changing it may break that rule.</summary>
    private static bool IsReferredTo(Specimen specimen, ParameterInfo parameter) =>
        specimen.Parameters.Any(other => ParameterRule.Of(other, specimen).Names(parameter.Name!));
}
