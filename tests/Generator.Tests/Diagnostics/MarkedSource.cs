using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ProbModels.Generator.Tests;

/// <summary>A source in which <c>[|</c> and <c>|]</c> mark spans.</summary>
/// <param name="Text">The source without marks.</param>
/// <param name="Spans">What was marked.</param>
internal sealed record MarkedSource(string Text, ImmutableArray<TextSpan> Spans)
{
    private const string Open = "[|", Close = "|]";

    /// <summary>The text of a span.</summary>
    public string At(TextSpan span) => Text.Substring(span.Start, span.Length);

    public static MarkedSource Parse(string marked)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int start = marked.IndexOf(Open, StringComparison.Ordinal); start >= 0; start = marked.IndexOf(Open, StringComparison.Ordinal))
        {
            int end = marked.IndexOf(Close, start, StringComparison.Ordinal) - Open.Length;
            marked = marked.Remove(start, Open.Length).Remove(end, Close.Length);
            spans.Add(TextSpan.FromBounds(start, end));
        }

        return new(marked, spans.ToImmutable());
    }
}
