using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The shape of what has elements in loops: all its values are known outside of them.</summary>
/// <param name="Dimensions">The size of each axis, outermost first; of groups of different sizes, the number of groups.</param>
/// <param name="Offsets">Where each group begins and the last ends; null where all axes have one size.</param>
/// <param name="Total">The number of all elements.</param>
internal sealed record Axes(Sequence<Value> Dimensions, Value? Offsets, Value Total)
{
    /// <summary>The number of the current iteration among all; null outside loops.</summary>
    public Value? Number { get; init; }

    /// <summary>Whether the only loop around is a branch: a site in it has one element or none, an array in it its own shape or no element.</summary>
    public bool IsOption { get; init; }
}
