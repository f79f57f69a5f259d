using System.Globalization;

namespace ProbModels;

// Stands in for what the generator adds to each distribution; goes when it does.
#pragma warning disable CS1591

public readonly partial struct Normal
{
    public Support<double> Support => Supports.Real;

    public string? Violation => Parameter.Positive(nameof(sd), sd);
}

public readonly partial struct HalfNormal
{
    public Support<double> Support => Supports.NonNegative;

    public string? Violation => Parameter.Positive(nameof(scale), scale);
}

public readonly partial struct Uniform
{
    public Support<double> Support => Supports.Interval(low, high);

    public string? Violation => Parameter.Check(high > low, nameof(high), high, $"greater than low, which is {Parameter.Text(low)}");
}

public readonly partial struct Exponential
{
    public Support<double> Support => Supports.NonNegative;

    public string? Violation => Parameter.Positive(nameof(rate), rate);
}

public readonly partial struct Cauchy
{
    public Support<double> Support => Supports.Real;

    public string? Violation => Parameter.Positive(nameof(scale), scale);
}

public readonly partial struct HalfCauchy
{
    public Support<double> Support => Supports.NonNegative;

    public string? Violation => Parameter.Positive(nameof(scale), scale);
}

public readonly partial struct StudentT
{
    public Support<double> Support => Supports.Real;

    public string? Violation => Parameter.Positive(nameof(df), df) ?? Parameter.Positive(nameof(scale), scale);
}

public readonly partial struct Gamma
{
    public Support<double> Support => Supports.Positive;

    public string? Violation => Parameter.Positive(nameof(shape), shape) ?? Parameter.Positive(nameof(rate), rate);
}

public readonly partial struct Poisson
{
    public Support<long> Support => Supports.NonNegativeIntegers;

    public string? Violation => Parameter.Check(rate >= 0, nameof(rate), rate, Supports.NonNegative.Rule);
}

public readonly partial struct BernoulliLogit
{
    public Support<int> Support => Supports.Integers(0, 1);

    public string? Violation => null;
}

file static class Parameter
{
    public static string? Positive(string name, double value) => Check(value > 0, name, value, Supports.Positive.Rule);

    public static string? Check(bool kept, string name, double value, string rule) => kept ? null : $"{name} is {Text(value)}; it must be {rule}";

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
