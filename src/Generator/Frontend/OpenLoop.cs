using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What a loop of the IR is in the user's source.</summary>
internal enum LoopKind
{
    Plate,

    For,

    /// <summary>A branch: no iteration where it is not taken, one where it is.</summary>
    Branch,
}

/// <summary>A loop that is being read.</summary>
/// <param name="Words">How messages cite it.</param>
internal sealed record OpenLoop(LoopKind Kind, Value Index, Value Extent, OpenLoop? Outer, Source Source, string Words)
{
    /// <summary>The arrays that go through its iterations.</summary>
    public List<Thread> Threads { get; } = [];

    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;

    /// <summary>The C# variable that counts; null for a branch.</summary>
    public ILocalSymbol? Variable { get; init; }

    /// <summary>The extent, which a loop under a condition has only where the condition holds.</summary>
    public Value Size { get; init; } = Extent;

    /// <summary>What readers call the index; null for a branch.</summary>
    public string? Name { get; init; }

    /// <summary>For a branch, its condition.</summary>
    public Value? Condition { get; init; }

    /// <summary>For a branch, the arrays whose elements the other side assigns too.</summary>
    public IReadOnlyCollection<Storage> AssignedOtherwise { get; init; } = [];

    public bool IsPlate => Kind == LoopKind.Plate;

    /// <summary>The shape of what has one element for each iteration, once it is needed.</summary>
    public Axes? Axes { get; set; }
}

/// <summary>An array on its way through a loop.</summary>
/// <param name="Before">What was in it before the loop.</param>
/// <param name="Inside">Its form at the start of an iteration.</param>
internal sealed record Thread(Storage Storage, StorageState Before, Value Inside);
