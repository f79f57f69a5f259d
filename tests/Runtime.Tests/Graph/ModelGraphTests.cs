namespace ProbModels.Tests;

public class ModelGraphTests
{
    private static readonly ModelGraph Graph = new(
        "Classes",
        [new("s in Plate(schools)"), new("c in Plate(classes[s])", 0), new("t in Plate(\"T\")")],
        [
            new("mu", SiteKind.Latent, "Normal(0, 1)"),
            new("school", SiteKind.Latent, "Normal(mu, 1)", 0),
            new("mean", SiteKind.Derived, "school[s] < 0 ? 0 : school[s]", 1),
            new("y", SiteKind.Observable, "Normal(mean[s][c], 1)", 1),
            new("end", SiteKind.Latent, "Normal(end[t - 1], 1)", 2),
        ],
        [new("mu", "school"), new("school", "mean"), new("mean", "y"), new("end", "end")]);

    [Fact]
    public void Plates_around_a_site_are_listed_from_the_outermost()
    {
        Assert.Empty(Graph.PlatesAround(Graph.Nodes[0]));
        Assert.Equal(["s in Plate(schools)", "c in Plate(classes[s])"], Graph.PlatesAround(Graph.Nodes[3]).Select(plate => plate.Title));
    }

    [Fact]
    public void Dot_has_clusters_for_plates_grey_observables_and_dashed_derived_values() => Assert.Equal(
        """
        digraph "Classes" {
          "mu" [label="mu ~ Normal(0, 1)"];
          subgraph cluster_0 {
            label="s in Plate(schools)";
            "school" [label="school ~ Normal(mu, 1)"];
            subgraph cluster_1 {
              label="c in Plate(classes[s])";
              "mean" [label="mean = school[s] < 0 ? 0 : school[s]", style=dashed];
              "y" [label="y ~ Normal(mean[s][c], 1)", style=filled, fillcolor=lightgrey];
            }
          }
          subgraph cluster_2 {
            label="t in Plate(\"T\")";
            "end" [label="end ~ Normal(end[t - 1], 1)"];
          }
          "mu" -> "school";
          "school" -> "mean";
          "mean" -> "y";
          "end" -> "end";
        }

        """,
        Graph.ToDot(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Mermaid_has_subgraphs_for_plates_and_no_character_with_another_meaning() => Assert.Equal(
        """
        flowchart TD
          site0(["mu ~ Normal(0, 1)"])
          subgraph plate0 ["s in Plate(schools)"]
            site1(["school ~ Normal(mu, 1)"])
            subgraph plate1 ["c in Plate(classes[s])"]
              site2(["mean = school[s] #lt; 0 ? 0 : school[s]"]):::derived
              site3(["y ~ Normal(mean[s][c], 1)"]):::observed
            end
          end
          subgraph plate2 ["t in Plate(#quot;T#quot;)"]
            site4(["end ~ Normal(end[t - 1], 1)"])
          end
          site0 --> site1
          site1 --> site2
          site2 --> site3
          site4 --> site4
          classDef observed fill:#d3d3d3
          classDef derived stroke-dasharray:4 3

        """,
        Graph.ToMermaid(),
        ignoreLineEndingDifferences: true);
}
