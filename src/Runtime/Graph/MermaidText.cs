namespace ProbModels;

/// <summary>Writes a graph as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).</summary>
internal sealed class MermaidText : GraphText
{
    private MermaidText(ModelGraph graph)
        : base(graph)
    {
    }

    public static string Write(ModelGraph graph) => new MermaidText(graph).Block("flowchart TD", "");

    protected override void Node(GraphNode node)
    {
        string style = node.Kind switch
        {
            SiteKind.Observable => ":::observed",
            SiteKind.Derived => ":::derived",
            _ => "",
        };
        Line($"{IdOf(node.Name)}([{Quote(node.ToString())}]){style}");
    }

    protected override void Edge(GraphEdge edge) => Line($"{IdOf(edge.From)} --> {IdOf(edge.To)}");

    protected override string OpenPlate(int number, GraphPlate plate)
    {
        Line($"subgraph plate{number} [{Quote(plate.Title)}]");
        return "end";
    }

    protected override void Style()
    {
        Line("classDef observed fill:#d3d3d3");
        Line("classDef derived stroke-dasharray:4 3");
    }

    /// <summary>A number: some names, such as <c>end</c>, are words of the language.</summary>
    private string IdOf(string site)
    {
        int number = 0;
        while (Graph.Nodes[number].Name != site) number++;
        return $"site{number}";
    }

    /// <summary>A label in quotation marks, in which characters with a meaning are written as entities.</summary>
    private static string Quote(string text) =>
        $"\"{text.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal).Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal)}\"";
}
