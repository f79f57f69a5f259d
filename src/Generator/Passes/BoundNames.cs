using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Names for values that are computed when data are bound, such as <c>inverseSigma</c>: they become fields of generated code.</summary>
internal sealed class BoundNames
{
    private readonly Dictionary<string, string> _byMeaning = [];
    private readonly Dictionary<string, string> _spelled = [];
    private readonly Dictionary<Scopes, Dictionary<int, string>> _numbers = [];
    private readonly HashSet<string> _taken = new([.. Naming.MembersOfObject, "Binding", "Observations", "IsComplete", "Column", "IndexColumn", "MaskColumn", "PackedMatrix", "RowOrder", "LeastSquares", "Bytes"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a value; values that are computed alike from the same data have the same name.</summary>
    public string Of(Value value, Scopes scopes)
    {
        string meaning = Meaning(value, scopes);
        if (_byMeaning.TryGetValue(meaning, out string? name)) return name;

        name = Unique(Naming.Identifier(Describe(value, scopes)));
        _byMeaning.Add(meaning, name);
        return name;
    }

    /// <summary>A name that no other value has.</summary>
    public string Unique(string wish)
    {
        string name = wish;
        for (int i = 2; !_taken.Add(name); i++) name = wish + i.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>A number for the whole computation, in which loops appear by what they run over: the same for what is computed alike.</summary>
    private string Meaning(Value value, Scopes scopes)
    {
        if (!_numbers.TryGetValue(scopes, out var known)) _numbers.Add(scopes, known = []);
        if (known.TryGetValue(value.Id, out string? number)) return number;
        string spelled = Spell(value, scopes);
        if (!_spelled.TryGetValue(spelled, out number)) _spelled.Add(spelled, number = $"#{_spelled.Count.ToString(CultureInfo.InvariantCulture)}");
        return known[value.Id] = number;
    }

    private string Spell(Value value, Scopes scopes)
    {
        if (scopes.YieldOf(value) is { } made)
            return $"{made.Yield.Kind}({(made.Yield.Into is { } into ? Meaning(into, scopes) + " through " : "")}{made.Loop.Order} {Meaning(made.Loop.Extent, scopes)}: {Meaning(made.Yield.Element, scopes)})";
        if (scopes.ThreadOf(value) is { } thread)
            return $"received({Meaning(thread.Into!.Value, scopes)})";
        if (scopes.DefinitionOf(value) is not { } define)
            return $"index({Meaning(scopes.LoopOf(value)!.Extent, scopes)})";
        return $"{define.Op}[{define.Immediate}]({string.Join(", ", define.Arguments.Select(argument => Meaning(argument, scopes)))})";
    }

    private static string Describe(Value value, Scopes scopes)
    {
        if (scopes.YieldOf(value) is { } made)
            return made.Yield.Name ?? (made.Yield.Kind == YieldKind.Sum ? "sum" : "array");
        if (scopes.DefinitionOf(value) is { } load && load.Op == Operations.Load && scopes.YieldOf(load.Arguments[0])?.Yield.Name is { } array) return array;
        return Naming.Describe(value, scopes.DefinitionOf) ?? (value.Type == IrType.Boolean ? "condition" : "bound");
    }
}
