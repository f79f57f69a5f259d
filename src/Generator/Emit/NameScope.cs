using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Hands out names for the locals of one method, each once.</summary>
internal sealed class NameScope(params string[] reserved)
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    // A local with the name of a function would hide it.
    private static readonly string[] Functions = [.. Operations.All.Select(op => op.Method).OfType<string>(), "Fma", "M", "Tile"];

    private readonly HashSet<string> _taken = [.. reserved, .. Functions];

    /// <summary>The wished name, which may be a site's, or where it is taken the same with a number; made safe where it is a keyword.</summary>
    public string Unique(string wish)
    {
        string identifier = Naming.Identifier(wish), name = identifier;
        for (int i = 2; !_taken.Add(name); i++) name = identifier + i.ToString(CultureInfo.InvariantCulture);
        return Escape(name);
    }

    /// <summary>A name as C# writes it: keywords with an @.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;
}
