using System.Text;

namespace ProbModels;

/// <summary>Writes a graph as indented text: sites inside their plates, then edges.</summary>
internal abstract class GraphText(ModelGraph graph)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    protected ModelGraph Graph => graph;

    protected void Line(string line) => _text.Append(' ', 2 * _depth).Append(line).Append('\n');

    /// <summary>Writes what stands between an opening and a closing line.</summary>
    protected string Block(string opening, string closing)
    {
        Line(opening);
        _depth++;
        Contents(outer: null);
        foreach (var edge in graph.Edges) Edge(edge);
        Style();
        _depth--;
        if (closing.Length > 0) Line(closing);
        return _text.ToString();
    }

    protected abstract void Node(GraphNode node);

    protected abstract void Edge(GraphEdge edge);

    /// <summary>Opens a plate and says how it is closed.</summary>
    protected abstract string OpenPlate(int number, GraphPlate plate);

    /// <summary>Writes what follows the edges.</summary>
    protected virtual void Style()
    {
    }

    private void Contents(int? outer)
    {
        foreach (var node in graph.Nodes.Where(node => node.Plate == outer)) Node(node);
        for (int number = 0; number < graph.Plates.Count; number++)
        {
            if (graph.Plates[number].Outer != outer) continue;
            string closing = OpenPlate(number, graph.Plates[number]);
            _depth++;
            Contents(number);
            _depth--;
            Line(closing);
        }
    }
}
