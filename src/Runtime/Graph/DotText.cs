namespace ProbModels;

/// <summary>Writes a graph in the DOT language (https://graphviz.org/doc/info/lang.html).</summary>
internal sealed class DotText : GraphText
{
    private DotText(ModelGraph graph)
        : base(graph)
    {
    }

    public static string Write(ModelGraph graph) => new DotText(graph).Block($"digraph {Quote(graph.Model)} {{", "}");

    protected override void Node(GraphNode node)
    {
        string style = node.Kind switch
        {
            SiteKind.Observable => ", style=filled, fillcolor=lightgrey",
            SiteKind.Derived => ", style=dashed",
            _ => "",
        };
        Line($"{Quote(node.Name)} [label={Quote(node.ToString())}{style}];");
    }

    protected override void Edge(GraphEdge edge) => Line($"{Quote(edge.From)} -> {Quote(edge.To)};");

    protected override string OpenPlate(int number, GraphPlate plate)
    {
        Line($"subgraph cluster_{number} {{");
        Line($"  label={Quote(plate.Title)};");
        return "}";
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
