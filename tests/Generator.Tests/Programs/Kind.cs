namespace ProbModels.Generator.Tests.Programs;

/// <summary>What a hole in a program takes: a C# type, and a range of values that keeps the functions around the hole in their domains.</summary>
/// <param name="Type">In C#.</param>
/// <param name="Simplest">The expression that stands for any other of this kind where a program is made smaller.</param>
/// <param name="Within">The kind of which this is a part.</param>
/// <param name="Into">What an index counts.</param>
internal sealed record Kind(string Name, string Type, string Simplest, Kind? Within = null, Extent? Into = null)
{
    public static readonly Kind Real = new("real", "double", "1.0");

    /// <summary>Between −2 and 2, so that powers and exponentials stay small.</summary>
    public static readonly Kind Tame = new("tame", "double", "1.0", Real);

    /// <summary>Between 0 and 1.</summary>
    public static readonly Kind Unit = new("unit", "double", "0.5", Tame);

    public static readonly Kind Positive = new("positive", "double", "1.0", Real);

    /// <summary>Between 0.1 and 10: what may be a divisor, a shape or a base.</summary>
    public static readonly Kind Moderate = new("moderate", "double", "1.0", Positive);

    public static readonly Kind Integer = new("integer", "int", "1");

    public static readonly Kind Count = new("count", "long", "1L");

    /// <summary>0 or 1.</summary>
    public static readonly Kind Binary = new("binary", "int", "1");

    public static readonly Kind Condition = new("condition", "bool", "true");

    /// <summary>A whole array of numbers, one for each of what an extent counts.</summary>
    public static Kind Column(Extent extent) => new("column", "double[]", "", null, extent);

    /// <summary>An index of something that has an extent; extents are 1 or more.</summary>
    public static Kind IndexOf(Extent extent) => new("index", "int", "0", Integer, extent);

    /// <summary>An extent itself, as a number.</summary>
    public static Kind SizeOf(Extent extent) => new("size", "int", "1", Integer, extent);

    /// <summary>A distribution over values of a kind.</summary>
    public static Kind Over(Kind value) => new("distribution", "", value.Name switch
    {
        "count" => "Poisson(1.0)",
        "binary" => "BernoulliLogit(0.0)",
        "real" or "tame" => "Normal(0.0, 1.0)",
        "unit" => "Beta(1.0, 1.0)",
        _ => "Exponential(1.0)",
    }, value);

    public bool IsColumn => Name == "column";

    /// <summary>Whether every value of another kind is one of this kind.</summary>
    public bool Accepts(Kind other) => this == other || (other.Within is { } wider && other.Name != "distribution" && Accepts(wider));
}

/// <summary>How long arrays are and how often plates run: an input, which is the size itself or an array whose length is the size.</summary>
internal sealed record Extent(string Name, bool IsMeasured)
{
    public string Text => IsMeasured ? $"{Name}.Length" : Name;
}
