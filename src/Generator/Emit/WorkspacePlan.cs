using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The arrays that evaluations write, each with a name and a size.</summary>
internal sealed class WorkspacePlan
{
    private readonly Dictionary<(string Wish, string Size, string Program, int Number), string> _known = [];
    private readonly Dictionary<(string Wish, string Size, string Program), int> _counts = [];
    private readonly NameScope _names = new("chunks");
    private int _growing;
    private readonly List<Item> _columns = [];

    public IReadOnlyList<Item> Columns => _columns;

    /// <summary>Begins the same programs once more, for another vector width: they get the same columns in the same order.</summary>
    public void Restart()
    {
        _counts.Clear();
        _growing = 0;
    }

    /// <summary>A latent's part of the position, which is the caller's memory.</summary>
    public string Position(string latent) => Find(latent + "Position", "", "", 0, "Coordinates");

    /// <summary>A latent's part of the gradient, which is the caller's memory.</summary>
    public string Gradient(string latent) => Find(latent + "Gradient", "", "", 0, "Coordinates");

    /// <summary>The copy of a latent's part of the position, with a place more for all elements that are given.</summary>
    public string Widened(string latent) => Find(latent + "Position", $"data.{Naming.Identifier(latent)}Length", "", 0);

    /// <summary>An array for one plate alone, which the next may write again.</summary>
    /// <param name="number">Tells the plate's own arrays apart.</param>
    /// <param name="isOfThread">Whether each thread that computes chunks of the plate needs one of its own.</param>
    public string Scratch(string name, string size, string program, int number, bool isOfThread) => Find(name, size, program, -1 - number, isOfThread: isOfThread);

    /// <summary>A new array of a program, which a plate yields.</summary>
    public string Array(string name, string size, string program)
    {
        int number = _counts.TryGetValue((name, size, program), out int count) ? count : 0;
        _counts[(name, size, program)] = number + 1;
        return Find(name, size, program, number);
    }

    /// <summary>An array whose length each use states: it grows to the longest.</summary>
    public string Growing(string name) => Find(name, "", "growing", _growing++, "GrowingColumn");

    private string Find(string wish, string size, string program, int number, string type = "Column", bool isOfThread = false)
    {
        var key = (wish, size, program, number);
        if (_known.TryGetValue(key, out string? known)) return known;
        string name = _names.Unique(wish);
        _columns.Add(new(name, type, size, isOfThread));
        _known.Add(key, name);
        return name;
    }

    /// <summary>An array that evaluations write.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">The class that holds it.</param>
    /// <param name="Size">Its size, as an expression of <c>data</c>.</param>
    /// <param name="IsOfThread">Whether threads that share an evaluation have one each.</param>
    internal readonly record struct Item(string Name, string Type, string Size, bool IsOfThread);
}
