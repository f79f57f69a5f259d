namespace ProbModels.Generator.Emit;

/// <summary>The arrays that evaluations write, each with a name and a size.</summary>
internal sealed class WorkspacePlan
{
    private readonly Dictionary<(string Wish, string Size, string Program), Queue<string>> _free = [];
    private readonly NameScope _names = new();
    private readonly List<(string Name, string Size)> _columns = [];

    /// <summary>The columns with their sizes, as expressions of <c>data</c>.</summary>
    public IReadOnlyList<(string Name, string Size)> Columns => _columns;

    /// <summary>The copy of a latent's part of the position.</summary>
    public string Position(string latent) => Find(latent + "Position", $"data.{latent}Length", "");

    /// <summary>An array that a plate yields.</summary>
    public string Array(string name, string size, string program) => Find(name, size, program);

    private string Find(string wish, string size, string program)
    {
        var key = (wish, size, program);
        if (_free.TryGetValue(key, out var names) && names.Count > 0) return names.Peek();
        string name = _names.Unique(wish);
        _columns.Add((name, size));
        _free[key] = new([name]);
        return name;
    }
}
