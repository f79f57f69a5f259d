using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>What a vector loop carries from vector to vector: eight partial sums, the greatest elements, or whether a rule holds so far.</summary>
/// <remarks>
/// The last vector may not be full. Instead of masking each summand, which would cost a step in every vector, the loop keeps its accumulators
/// as they were before the last vector, and lanes without an element take these.
/// </remarks>
/// <param name="Name">What is accumulated.</param>
/// <param name="Start">The vector with which it begins.</param>
/// <param name="IsRule">Whether it is a rule.</param>
internal sealed record Accumulator(string Name, string Start, bool IsRule)
{
    /// <summary>The vector's name.</summary>
    public string Lanes => Name + "Lanes";

    /// <summary>The name of the vector as it was before the last one.</summary>
    public string Before => Name + "Before";

    public static Accumulator Of(Yield yield, string name) => new(name, yield.Kind == YieldKind.Sum ? "V.Zero" : "X.Create(double.NegativeInfinity)", IsRule: false);

    public static Accumulator OfRule(string name) => new(name, "V.AllBitsSet", IsRule: true);
}
