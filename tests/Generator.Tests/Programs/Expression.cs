using System.Collections.Immutable;
using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>An expression of C#: text with a hole for each of its parts.</summary>
/// <param name="Format">As <see cref="string.Format(string, object?[])"/> takes it.</param>
/// <param name="Reads">The variable whose name is in the text.</param>
/// <param name="Calls">The helper whose name is in the text.</param>
internal sealed record Expression(Kind Kind, string Format, ImmutableArray<Expression> Parts, Variable? Reads = null, string? Calls = null)
{
    public string Text => string.Format(CultureInfo.InvariantCulture, Format, [.. Parts.Select(part => part.Text)]);

    /// <summary>This expression and all its parts, and theirs.</summary>
    public IEnumerable<Expression> All => Parts.SelectMany(part => part.All).Prepend(this);

    public static Expression Simplest(Kind kind) => new(kind, kind.Simplest, []);

    /// <summary>The expression without reads of variables that are not known: the simplest of their kind takes their place.</summary>
    public Expression Repaired(Func<Variable, bool> isKnown)
    {
        bool isLost = Reads is { } variable && !isKnown(variable);

        // No literal stands for a whole array; what is made of one goes with it.
        if (isLost || Parts.Any(part => part.Kind.IsColumn && part.All.Any(inner => inner.Reads is { } read && !isKnown(read)))) return Simplest(Kind);
        return this with { Parts = [.. Parts.Select(part => part.Repaired(isKnown))] };
    }

    /// <summary>Smaller expressions that fit where this one stands, smallest first.</summary>
    public IEnumerable<Expression> Shrinks()
    {
        if ((Parts.IsEmpty && Reads is null) || Kind.IsColumn) yield break;
        yield return Simplest(Kind);
        foreach (var inner in All.Skip(1).Where(inner => Kind.Accepts(inner.Kind) && inner.Text != Kind.Simplest)) yield return inner with { Kind = Kind };
        for (int i = 0; i < Parts.Length; i++)
            foreach (var part in Parts[i].Shrinks())
                yield return this with { Parts = Parts.SetItem(i, part) };
    }
}
