using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the model's graph as data: a part of the model class.</summary>
internal sealed class GraphEmitter
{
    private readonly ModelText _text;
    private readonly List<string> _plates = [];

    /// <summary>The innermost plate around each site.</summary>
    private readonly Dictionary<string, int> _plateOf = [];

    private GraphEmitter(ModelText text) => _text = text;

    public static string Write(ModelText text) => new GraphEmitter(text).Write();

    private string Write()
    {
        Visit(_text.Model.Body, outer: null);
        var dependence = new Dependence(_text.Model);
        var edges = _text.Sites.SelectMany(to => _text.Sites.Where(from => dependence.ReadBy(to.Name).Contains(from.Name)).Select(from => $"new({Quote(from.Name)}, {Quote(to.Name)})"));
        var writer = _text.Open([$"{_text.Model.Name}: its graph."], "global::ProbModels");
        using (writer.Braces($"partial class {_text.ModelClass}"))
        {
            writer.Summary("The model as a graph: sites, plates, and which site reads which.");
            writer.Line("public static ModelGraph Graph { get; } = new(");
            writer.Line($"    {Quote(_text.Model.Name)},");
            WriteList(writer, _plates, ",");
            WriteList(writer, _text.Sites.Select(Node), ",");
            WriteList(writer, edges, ");");
        }

        return writer.ToString();
    }

    /// <summary>Numbers the loops that have sites in them, each after the one around it.</summary>
    private void Visit(Sequence<Statement> body, int? outer)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                // Of a site whose elements are made in several places, the deepest counts: others start a recurrence.
                case Sample { Site: var site } when outer is { } plate:
                    _plateOf[site] = plate;
                    break;
                case Record { Site: var site } when outer is { } plate:
                    _plateOf[site] = plate;
                    break;
                case Loop loop when HasSites(loop.Body):
                    int number = _plates.Count;
                    _plates.Add($"new({Quote(Title(loop))}{Number(outer)})");
                    Visit(loop.Body, number);
                    break;
            }
        }
    }

    private static bool HasSites(Sequence<Statement> body) => body.Any(statement => statement is Sample or Record || (statement is Loop loop && HasSites(loop.Body)));

    /// <summary><c>i in Plate(n)</c>, or of another loop what the source says.</summary>
    private static string Title(Loop loop)
    {
        const string Head = "foreach (int ", Tail = ")";
        string text = loop.Source.Text;
        return text.StartsWith(Head, StringComparison.Ordinal) && text.EndsWith(Tail, StringComparison.Ordinal)
            ? text.Substring(Head.Length, text.Length - Head.Length - Tail.Length)
            : text;
    }

    private string Node(SiteInfo site)
    {
        string kind = site.Role switch { SiteRole.Latent => "Latent", SiteRole.Derived => "Derived", _ => "Observable" };
        return $"new({Quote(site.Name)}, SiteKind.{kind}, {Quote(site.Formula)}{Number(_plateOf.TryGetValue(site.Name, out int plate) ? plate : null)})";
    }

    private static string Number(int? plate) => plate is { } number ? ", " + number.ToString(CultureInfo.InvariantCulture) : "";

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static void WriteList(CodeWriter writer, IEnumerable<string> items, string end)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            writer.Line($"    []{end}");
            return;
        }

        writer.Line("    [");
        foreach (string line in lines) writer.Line($"        {line},");
        writer.Line($"    ]{end}");
    }
}
