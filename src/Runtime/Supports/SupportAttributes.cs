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

    /// <summary>A number, and a parameter of the distribution: <c>[Between(0, nameof(trials))]</c>.</summary>
    public BetweenAttribute(double low, string high) => (Low, High) = (low, high);

    /// <summary>A parameter of the distribution, and a number.</summary>
    public BetweenAttribute(string low, double high) => (Low, High) = (low, high);

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

/// <summary>The parameter lies strictly between two others, or between two numbers: the bounds do not belong to the range.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InsideAttribute : Attribute
{
    /// <summary>Bounds that are parameters of the distribution.</summary>
    public InsideAttribute(string low, string high) => (Low, High) = (low, high);

    /// <summary>Bounds that are numbers: <c>[Inside(0, 1)]</c>.</summary>
    public InsideAttribute(double low, double high) => (Low, High) = (low, high);

    /// <summary>The lower bound: the name of a parameter, or a number.</summary>
    public object Low { get; }

    /// <summary>The upper bound: the name of a parameter, or a number.</summary>
    public object High { get; }
}

/// <summary>The parameter is less than another parameter of the distribution.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LessThanAttribute(string other) : Attribute
{
    /// <summary>The name of the other parameter.</summary>
    public string Other => other;
}

/// <summary>The variable lives where another distribution, a parameter, does.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SupportOfAttribute(string other) : Attribute
{
    /// <summary>The name of the parameter.</summary>
    public string Other => other;
}

/// <summary>The variable is a reading, of which some values have a probability and not a density: it can be observed but not inferred.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ReadingAttribute : Attribute;
