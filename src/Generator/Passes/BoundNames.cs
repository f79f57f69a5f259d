using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Names for values that are computed when data are bound, such as <c>inverseSigma</c>: they become fields of generated code.</summary>
internal sealed class BoundNames
{
    private const int Longest = 32;

    private readonly Dictionary<string, string> _byMeaning = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a value; values that are computed alike from the same data have the same name.</summary>
    public string Of(Value value, Scopes scopes)
    {
        string meaning = Meaning(value, scopes);
        if (_byMeaning.TryGetValue(meaning, out string? name)) return name;

        string wish = Describe(value, scopes);
        name = wish;
        for (int i = 2; !_taken.Add(name); i++) name = wish + i.ToString(CultureInfo.InvariantCulture);
        _byMeaning.Add(meaning, name);
        return name;
    }

    /// <summary>The whole computation as text, in which loops appear by what they run over.</summary>
    private static string Meaning(Value value, Scopes scopes)
    {
        if (scopes.YieldOf(value) is { } made)
            return $"{made.Yield.Kind}({Meaning(made.Loop.Extent, scopes)}: {Meaning(made.Yield.Element, scopes)})";
        if (scopes.DefinitionOf(value) is not { } define)
            return $"index({Meaning(scopes.LoopOf(value)!.Extent, scopes)})";
        return $"{define.Op}[{define.Immediate}]({string.Join(", ", define.Arguments.Select(argument => Meaning(argument, scopes)))})";
    }

    private static string Describe(Value value, Scopes scopes)
    {
        if (scopes.YieldOf(value) is { } made)
            return made.Yield.Kind == YieldKind.Sum ? "sumOf" + Capital(Describe(made.Yield.Element, scopes)) : Describe(made.Yield.Element, scopes);
        if (scopes.DefinitionOf(value) is not { } define) return "index";
        if (define.Name is { } given) return given;

        string Part(int i) => Describe(define.Arguments[i], scopes);
        bool IsNumber(int i) => scopes.NumberOf(define.Arguments[i]) is not null;
        string name = define.Op.Name switch
        {
            "constant" or "integer" => "constant",
            "load" or "real" or "neg" => Part(0),
            "length" => Part(0) + "Length",
            "div" when IsNumber(0) => "inverse" + Capital(Part(1)),
            "mul" when define.Arguments[0] == define.Arguments[1] => Part(0) + "Squared",
            "mul" when IsNumber(0) => "scaled" + Capital(Part(1)),
            "add" when IsNumber(0) => "shifted" + Capital(Part(1)),
            "add" or "sub" when IsNumber(1) => "shifted" + Capital(Part(0)),
            "add" => Part(0) + "Plus" + Capital(Part(1)),
            "sub" => Part(0) + "Minus" + Capital(Part(1)),
            "mul" => Part(0) + "Times" + Capital(Part(1)),
            "div" => Part(0) + "Over" + Capital(Part(1)),
            "lgamma" => "logGamma" + Capital(Part(0)),
            var op when define.Arguments.Count == 1 => op + Capital(Part(0)),
            _ => "bound",
        };
        return name.Length <= Longest ? name : "bound";
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
