namespace ProbModels.Generator.Tests;

public class GraphTests
{
    [Fact]
    public void The_graph_of_the_straight_line() => Assert.Equal(
        """
        digraph "StraightLine" {
          "m" [label="m ~ Uniform(-5, 5)"];
          "c" [label="c ~ Uniform(-10, 10)"];
          subgraph cluster_0 {
            label="i in Plate(x.Length)";
            "y" [label="y ~ Normal(m * x[i] + c, e[i])", style=filled, fillcolor=lightgrey];
          }
          "m" -> "y";
          "c" -> "y";
        }

        """,
        GraphOf(ModelSpecimens.StraightLine(3)).ToDot(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void The_graph_of_the_eight_schools()
    {
        var graph = GraphOf(ModelSpecimens.EightSchools);
        Assert.Equal(["mu -> theta", "tau -> theta", "thetaRaw -> theta", "theta -> y"], Edges(graph));
        Assert.Equal([null, null, 0, 0, 0], graph.Nodes.Select(node => node.Plate));
        Assert.Equal("theta = mu + tau * thetaRaw", graph.Nodes[3].ToString());
        Assert.Equal("j in Plate(sigma.Length)", Assert.Single(graph.Plates).Title);
    }

    [Fact]
    public void The_graph_of_the_star_clusters()
    {
        var graph = GraphOf(ModelSpecimens.All.Single(specimen => specimen.Name == "StarClusters"));
        Assert.Equal(
            [
                "root -> distance",
                "distance -> parallax",
                "slope -> absoluteMagnitude", "offset -> absoluteMagnitude", "spread -> absoluteMagnitude",
                "distance -> apparentMagnitude", "absoluteMagnitude -> apparentMagnitude",
                "apparentMagnitude -> counts",
            ],
            Edges(graph));
        Assert.Equal(["c in Plate(clusters)", "s in Plate(clusterOf.Length)"], graph.Plates.Select(plate => plate.Title));
        Assert.Equal(["distance", "apparentMagnitude"], graph.Nodes.Where(node => node.Kind == SiteKind.Derived).Select(node => node.Name));
        Assert.Equal([("parallax", 0), ("counts", 1)], graph.Nodes.Where(node => node.Kind == SiteKind.Observable).Select(node => (node.Name, node.Plate!.Value)));
    }

    private static ModelGraph GraphOf(ModelSpecimen specimen) => (ModelGraph)specimen.Bind().GetType().GetProperty("Graph")!.GetValue(null)!;

    private static IEnumerable<string> Edges(ModelGraph graph) => graph.Edges.Select(edge => $"{edge.From} -> {edge.To}");
}
