using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A loop before it is opened.</summary>
/// <param name="Size">The number of its iterations.</param>
/// <param name="Words">How messages cite it.</param>
internal sealed record LoopHead(LoopKind Kind, Value Size, Source Source, string Words)
{
    public ILocalSymbol? Variable { get; init; }

    /// <summary>What readers call the index; null for a branch.</summary>
    public string? Name { get; init; }

    /// <summary>For a branch, its condition.</summary>
    public Value? Condition { get; init; }

    /// <summary>For a branch, the arrays whose elements the other side assigns too.</summary>
    public IReadOnlyCollection<Storage> AssignedOtherwise { get; init; } = [];
}
