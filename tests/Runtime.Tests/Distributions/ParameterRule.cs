using System.Reflection;

namespace ProbModels.Tests;

/// <summary>The rule that a parameter's attribute states, read independently of the code that enforces it.</summary>
/// <param name="Low">The lower bound; −∞ where there is none.</param>
/// <param name="LowIncluded">Whether the lower bound itself keeps the rule.</param>
/// <param name="High">The upper bound; +∞ where there is none.</param>
/// <param name="HighIncluded">Whether the upper bound itself keeps the rule.</param>
/// <param name="Words">The rule in words, to follow "must be", as far as they are fixed.</param>
/// <param name="Referred">The names of the parameters that bound this one.</param>
internal sealed record ParameterRule(double Low, bool LowIncluded, double High, bool HighIncluded, string Words, string[] Referred)
{
    public static ParameterRule Of(ParameterInfo parameter, Specimen specimen)
    {
        const double Unbounded = double.PositiveInfinity;
        if (parameter.IsDefined(typeof(PositiveAttribute))) return new(0, false, Unbounded, false, "positive", []);
        if (parameter.IsDefined(typeof(NonNegativeAttribute))) return new(0, true, Unbounded, false, "zero or greater", []);
        if (parameter.GetCustomAttribute<GreaterThanAttribute>() is { } greater)
            return new(Bound(greater.Other), false, Unbounded, false, $"greater than {greater.Other}", [greater.Other]);
        if (parameter.GetCustomAttribute<LessThanAttribute>() is { } less)
            return new(-Unbounded, false, Bound(less.Other), false, $"less than {less.Other}", [less.Other]);
        if (parameter.GetCustomAttribute<BetweenAttribute>() is { } between)
            return new(Bound(between.Low), true, Bound(between.High), true, "between", [.. new[] { between.Low, between.High }.OfType<string>()]);
        if (parameter.GetCustomAttribute<InsideAttribute>() is { } inside)
            return new(Bound(inside.Low), false, Bound(inside.High), false, "strictly between", [.. new[] { inside.Low, inside.High }.OfType<string>()]);
        return new(-Unbounded, false, Unbounded, false, "", []);

        double Bound(object bound) =>
            bound is string name ? specimen.Arguments[specimen.Parameters.Single(p => p.Name == name).Position] : (double)bound;
    }

    public bool Names(string parameter) => Referred.Contains(parameter);

    /// <summary>Values that keep the rule, and values that break it.</summary>
    public (IEnumerable<double> Inside, IEnumerable<double> Outside) Examples()
    {
        List<double> inside = [], outside = [];
        if (double.IsFinite(Low))
        {
            (LowIncluded ? inside : outside).Add(Low);
            inside.Add(double.IsFinite(High) ? 0.5 * (Low + High) : Low + 3);
            outside.AddRange([Low - 1, Low - 0.25, double.NaN]);
        }
        else
        {
            inside.AddRange(new[] { -7, 0, 2.5 }.Where(value => value < High));
        }

        if (double.IsFinite(High))
        {
            (HighIncluded ? inside : outside).Add(High);
            outside.Add(High + 1);
        }

        return (inside, outside);
    }
}
