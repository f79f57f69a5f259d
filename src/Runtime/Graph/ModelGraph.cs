namespace ProbModels;

/// <summary>A model as a graph: its sites, the plates around them, and which site's distribution or formula reads which other.</summary>
/// <param name="model">The name of the model.</param>
/// <param name="plates">The plates, each after the plate around it.</param>
/// <param name="nodes">The sites in program order.</param>
/// <param name="edges">The direct dependences: through arithmetic, helpers, gathers and loops, but not through other sites.</param>
public sealed class ModelGraph(string model, IReadOnlyList<GraphPlate> plates, IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
{
    /// <summary>The name of the model.</summary>
    public string Model => model;

    /// <summary>The plates, each after the plate around it.</summary>
    public IReadOnlyList<GraphPlate> Plates => plates;

    /// <summary>The sites in program order.</summary>
    public IReadOnlyList<GraphNode> Nodes => nodes;

    /// <summary>The direct dependences between sites. A site that reads its own earlier elements has an edge to itself.</summary>
    public IReadOnlyList<GraphEdge> Edges => edges;

    /// <summary>The plates around a site, outermost first.</summary>
    public IEnumerable<GraphPlate> PlatesAround(GraphNode node) => Around(node.Plate).Reverse();

    /// <summary>The graph in the DOT language of Graphviz: observables are filled grey, derived values dashed, plates are clusters.</summary>
    public string ToDot() => DotText.Write(this);

    /// <summary>The graph as a Mermaid flowchart, which many viewers of Markdown draw: observables are filled grey, derived values dashed, plates are subgraphs.</summary>
    public string ToMermaid() => MermaidText.Write(this);

    private IEnumerable<GraphPlate> Around(int? plate)
    {
        for (; plate is { } number; plate = plates[number].Outer) yield return plates[number];
    }
}

/// <summary>A plate, or another loop with sites in it.</summary>
/// <param name="Title">Index and size: <c>i in Plate(n)</c>; of another loop what the source says.</param>
/// <param name="Outer">The number of the plate around it in <see cref="ModelGraph.Plates"/>; null if there is none.</param>
public sealed record GraphPlate(string Title, int? Outer = null);

/// <summary>A site.</summary>
/// <param name="Name">The name in the model's source.</param>
/// <param name="Kind">What it is to the model.</param>
/// <param name="Formula">Its distribution, or the expression of a derived value, as the source has it.</param>
/// <param name="Plate">The number of the innermost plate around it in <see cref="ModelGraph.Plates"/>; null if there is none.</param>
public sealed record GraphNode(string Name, SiteKind Kind, string Formula, int? Plate = null)
{
    /// <summary>The site as an equation: <c>y ~ Normal(mu, 1)</c>, <c>theta = mu + tau * raw</c>.</summary>
    public override string ToString() => $"{Name} {(Kind == SiteKind.Derived ? "=" : "~")} {Formula}";
}

/// <summary>A dependence: the distribution or formula of <paramref name="To"/> reads <paramref name="From"/>.</summary>
/// <param name="From">The name of the site that is read.</param>
/// <param name="To">The name of the site that reads it.</param>
public sealed record GraphEdge(string From, string To);
