using System.Collections.Immutable;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Where the elements of a C# array are: the one thing that all variables with this array share.</summary>
/// <param name="axes">The shape of all elements, with an axis for each loop in which the array is made.</param>
/// <param name="depth">How many loops are open where it is made.</param>
internal sealed class Storage(string name, IrType element, Axes axes, int depth)
{
    public string Name => name;

    public IrType Element => element;

    public int Depth => depth;

    public Axes Axes { get; set; } = axes;

    /// <summary>The length that the user gave it; null for inputs, which have theirs.</summary>
    public Sequence<Value> Sizes { get; init; }

    public bool IsInput { get; init; }

    /// <summary>Whether the front end itself fills and reads it, always in order.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Of an array of arrays: where each one's elements begin. Known once one of them is made.</summary>
    public Value? Offsets { get; set; }

    /// <summary>What its elements are: sites, derived values, or null for values without a name.</summary>
    public SiteRole? Role { get; set; }

    /// <summary>Whether an element was assigned.</summary>
    public bool IsAssigned { get; set; }

    public string Site { get; set; } = "";

    /// <summary>The IR's name of the array before any element is assigned: no two arrays share one.</summary>
    public required string BlankName { get; init; }
}

/// <summary>What is in a storage at one point of the model.</summary>
/// <param name="Form">The array of the IR; null where no element was put.</param>
/// <param name="Pending">Elements that are assigned and not yet put.</param>
/// <param name="Filled">The elements that are assigned since the innermost loop began; null for none.</param>
/// <param name="Before">The elements that were assigned before that.</param>
/// <param name="Reads">Reads since then of elements that other iterations assign.</param>
internal sealed record StorageState(
    Value? Form, ImmutableArray<PendingElement> Pending, Box? Filled, Box? Before, ImmutableArray<EarlyRead> Reads)
{
    public static readonly StorageState Empty = new(null, [], null, null, []);
}

/// <summary>An element that is assigned and not yet put.</summary>
/// <param name="At">Its index in the storage.</param>
internal sealed record PendingElement(Value At, Value Value);
