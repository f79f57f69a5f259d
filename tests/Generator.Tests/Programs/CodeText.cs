using System.Text;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Lines of C# with their indentation.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "") => _text.AppendLine(line.Length == 0 ? "" : new string(' ', 4 * _depth) + line);

    public void Block(Action inside)
    {
        Line("{");
        _depth++;
        inside();
        _depth--;
        Line("}");
    }

    public void Block(IEnumerable<Statement> statements) => Block(() =>
    {
        foreach (var statement in statements) statement.Print(this);
    });

    public override string ToString() => _text.ToString();
}
