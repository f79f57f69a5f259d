using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>An input, a local, an index or a parameter of a helper; its name is the only one of its kind in the program.</summary>
/// <param name="Kind">The kind of one element.</param>
/// <param name="Over">What the elements of an array are counted by; empty for a scalar.</param>
internal sealed record Variable(string Name, Kind Kind, ImmutableArray<Extent> Over, bool IsInput = false)
{
    public string Type => Over.IsEmpty ? Kind.Type : $"{Kind.Type}[{new string(',', Over.Length - 1)}]";

    /// <summary>The expression that reads the variable.</summary>
    public Expression At(params Expression[] indices) =>
        new(Kind, indices.Length == 0 ? Name : $"{Name}[{string.Join(", ", indices.Select((_, i) => $"{{{i}}}"))}]", [.. indices], this);

    /// <summary>The expression that is the whole array.</summary>
    public Expression Whole => new(Kind.Column(Over[0]), Name, [], this);

    public static Variable Scalar(string name, Kind kind) => new(name, kind, []);
}
