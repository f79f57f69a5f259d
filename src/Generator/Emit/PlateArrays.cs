using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The columns to which a plate, or a step of one, writes its arrays.</summary>
internal sealed class PlateArrays
{
    /// <summary>The column of each array that is handed out.</summary>
    public Dictionary<Yield, string> Targets { get; } = [];

    /// <summary>For a scatter, the column that holds the summands until they are added, in the order of the rows; for a sum of rows, the partial sums.</summary>
    public Dictionary<Yield, string> Summands { get; } = [];

    /// <summary>Arrays that hold one tile of elements, from one step to a later one.</summary>
    public HashSet<Value> Tiles { get; } = [];

    /// <summary>Arrays that are a latent's part of the gradient: beyond their ends no number may be written.</summary>
    public HashSet<Yield> Gradients { get; } = [];

    /// <summary>The column that the vector loop writes: of a scatter the summands, of an array the array itself.</summary>
    public string StoredTo(Yield yield) => Summands.TryGetValue(yield, out string? summands) ? summands : Targets[yield];
}
