namespace ProbModels;

/// <summary>The parameter is greater than zero.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PositiveAttribute : Attribute;

/// <summary>The parameter is zero or greater.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NonNegativeAttribute : Attribute;

/// <summary>The parameter lies between two others, or between two numbers, bounds included.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BetweenAttribute : Attribute
{
    /// <summary>Bounds that are parameters of the distribution: <c>[Between(nameof(low), nameof(high))]</c>.</summary>
    public BetweenAttribute(string low, string high) => (Low, High) = (low, high);

    /// <summary>Bounds that are numbers.</summary>
    public BetweenAttribute(double low, double high) => (Low, High) = (low, high);

    /// <summary>The lower bound: the name of a parameter, or a number.</summary>
    public object Low { get; }

    /// <summary>The upper bound: the name of a parameter, or a number.</summary>
    public object High { get; }
}

/// <summary>The parameter is greater than another parameter of the distribution.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GreaterThanAttribute(string other) : Attribute
{
    /// <summary>The name of the other parameter.</summary>
    public string Other => other;
}
