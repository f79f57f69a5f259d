namespace ProbModels.Generator.Ir;

/// <summary>Names for values that nobody named, from what they are: <c>inverseSigma</c>, <c>logGammaX</c>, <c>zSquared</c>.</summary>
internal static class Naming
{
    private const int Longest = 28;

    /// <summary>What every class has, and no field or property can be called.</summary>
    public static readonly string[] MembersOfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>A name for a value, or null where what it is would make too long a name.</summary>
    /// <param name="definitionOf">The definition of a value, or null.</param>
    public static string? Describe(Value value, Func<Value, Define?> definitionOf)
    {
        string name = Spell(value, definitionOf, depth: 0);
        return name.Length <= Longest && name.All(char.IsLetterOrDigit) ? name : null;
    }

    /// <summary>A site's name as a C# property: its first letter a capital.</summary>
    public static string Property(string site)
    {
        string trimmed = Identifier(site).TrimStart('_');
        return trimmed.Length == 0 ? site : Capital(trimmed);
    }

    /// <summary>A site's name as a C# identifier: <c>group.mu</c>, the site mu of the helper whose result is group, is groupMu.</summary>
    public static string Identifier(string site) =>
        string.Concat(site.Split('.').Select((part, i) => i == 0 || part.Length == 0 ? part : Capital(part)));

    public static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static string Spell(Value value, Func<Value, Define?> definitionOf, int depth)
    {
        const string TooMuch = "?";
        if (depth > 4 || definitionOf(value) is not { } define) return TooMuch;
        if (define.Name is { } given) return Identifier(given);

        string Part(int i) => Spell(define.Arguments[i], definitionOf, depth + 1);
        string CapitalPart(int i) => Capital(Part(i));
        bool IsNumber(int i) => definitionOf(define.Arguments[i])?.Op == Operations.Constant;
        return define.Op.Name switch
        {
            "constant" or "integer" => "constant",
            "load" => Part(0),
            "real" when definitionOf(define.Arguments[0]) is { } size && size.Op == Operations.Length => Spell(size.Arguments[0], definitionOf, depth + 1) + "Count",
            "real" => Part(0),
            "length" => Part(0) + "Length",
            "neg" => "minus" + CapitalPart(0),
            "exp" when definitionOf(define.Arguments[0]) is { Op.Name: "neg" } minus && definitionOf(minus.Arguments[0]) is { Op.Name: "abs" } size =>
                "decay" + Capital(Spell(size.Arguments[0], definitionOf, depth + 1)),
            "div" when IsNumber(0) => "inverse" + CapitalPart(1),
            "div" when IsNumber(1) => "scaled" + CapitalPart(0),
            "mul" when define.Arguments[0] == define.Arguments[1] => Part(0) + "Squared",
            "mul" when IsNumber(0) => "scaled" + CapitalPart(1),
            "add" when IsNumber(0) => "shifted" + CapitalPart(1),
            "sub" when IsNumber(0) => "remaining" + CapitalPart(1),
            "add" or "sub" when IsNumber(1) => "shifted" + CapitalPart(0),
            "add" => Part(0) + "Plus" + CapitalPart(1),
            "sub" => Part(0) + "Minus" + CapitalPart(1),
            "mul" => Part(0) + "Times" + CapitalPart(1),
            "div" => Part(0) + "Over" + CapitalPart(1),
            "select" when IsNumber(1) && IsNumber(2) => Part(0) + "Weight",
            "select" when definitionOf(define.Arguments[2]) is { } zero && zero.Op == Operations.Constant && zero.Immediate.Number == 0 => Part(1) + "Where" + CapitalPart(0),
            "not" => "not" + CapitalPart(0),
            _ when define.Op.Method is { } method && define.Arguments.Count == 1 => char.ToLowerInvariant(method[0]) + method.Substring(1) + CapitalPart(0),
            _ => TooMuch,
        };
    }
}
