using System.Text;

namespace ProbModels.Generator.Emit;

/// <summary>Writes indented C#, with line feeds alone at the ends of lines, so that the same model gives the same bytes everywhere.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0) _text.Append(' ', 4 * _depth).Append(line);
        _text.Append('\n');
    }

    public void Lines(params string[] lines)
    {
        foreach (string line in lines) Line(line);
    }

    /// <summary>Opens a block in braces under a header; disposing closes it.</summary>
    public Block Braces(string header, string closing = "}")
    {
        Line(header);
        Line("{");
        _depth++;
        return new(this, closing);
    }

    /// <summary>A documentation comment of one element.</summary>
    public void Summary(string text) => Line($"/// <summary>{text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;")}</summary>");

    public override string ToString() => _text.ToString();

    internal readonly struct Block(CodeWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(closing);
        }
    }
}
