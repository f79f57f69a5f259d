using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace ProbModels.Generator.Emit;

/// <summary>Hands out names for the locals of one method, each once.</summary>
internal sealed class NameScope(params string[] reserved)
{
    private readonly HashSet<string> _taken = [.. reserved];

    /// <summary>The wished name, or where it is taken the same with a number; made safe where it is a keyword.</summary>
    public string Unique(string wish)
    {
        string name = wish;
        for (int i = 2; !_taken.Add(name); i++) name = wish + i.ToString(CultureInfo.InvariantCulture);
        return Escape(name);
    }

    /// <summary>A name as C# writes it: keywords with an @.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
