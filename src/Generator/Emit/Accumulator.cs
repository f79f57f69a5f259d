using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>What an accumulator holds.</summary>
internal enum Accumulated
{
    /// <summary>Partial sums, or the greatest elements.</summary>
    Elements,

    /// <summary>Products, whose logarithms are then added to partial sums.</summary>
    Products,

    /// <summary>Whether a rule holds.</summary>
    Rule,
}

/// <summary>What a vector loop carries from vector to vector: eight partial sums, products or greatest elements, or whether a rule holds so far.</summary>
/// <remarks>
/// The last vector may not be full. Instead of masking each summand, which would cost a step in every vector, the loop keeps its accumulators
/// as they were before the last vector, and lanes without an element take these.
/// </remarks>
/// <param name="Name">What is accumulated.</param>
/// <param name="Start">The vector with which it begins.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record Accumulator(string Name, string Start, Accumulated Kind)
{
    /// <summary>The vector's name.</summary>
    public string Lanes => Name + "Lanes";

    /// <summary>The name of the vector as it was before the last one.</summary>
    public string Before => Name + "Before";

    public static Accumulator Of(Yield yield, string name) => yield.Kind switch
    {
        YieldKind.Sum => new(name, "V.Zero", Accumulated.Elements),
        YieldKind.LogProduct => new(name, "V.One", Accumulated.Products),
        _ => new(name, "X.Create(double.NegativeInfinity)", Accumulated.Elements),
    };

    /// <summary>That of a step, which goes on with the partial sums of earlier tiles.</summary>
    public static Accumulator InTile(Yield yield, string name) =>
        Of(yield, name) is { Kind: Accumulated.Elements } elements ? elements with { Start = Partials(name) } : Of(yield, name);

    public static Accumulator OfRule(string name) => new(name, "V.AllBitsSet", Accumulated.Rule);

    /// <summary>The partial sums, of earlier tiles, in the lanes of the vector.</summary>
    public static string Partials(string name) => $"X.LoadUnsafe(ref {name}.Start, (nuint)part)";
}
