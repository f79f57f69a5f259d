namespace ProbModels.Generator.Tests;

/// <summary>The mathematics in the head of generated files.</summary>
public class HeaderTests
{
    [Fact]
    public void An_array_in_pieces_has_an_equation_for_each() => Assert.Contains(
        """
        //   h[0] ~ Normal(0, sigma)
        //   for (int t = 1; t < y.Length; t++)
        //     h[t] ~ Normal(0.5 * h[t - 1], sigma)
        //   foreach (int t in Plate(y.Length))
        //     y[t] ~ Normal(h[t], 1), observed
        """,
        Head(
            """
            public static class Series
            {
                [Model]
                public static double[] Walk(int days)
                {
                    double sigma = Sample(HalfNormal(1));
                    var y = new double[days];
                    var h = new double[days];
                    h[0] = Sample(Normal(0, sigma));
                    for (int t = 1; t < y.Length; t++) h[t] = Sample(Normal(0.5 * h[t - 1], sigma));
                    foreach (int t in Plate(y.Length)) y[t] = Sample(Normal(h[t], 1));
                    return y;
                }
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public void Loops_that_draw_nothing_are_left_out_and_elements_have_all_their_indices() => Assert.Contains(
        """
        //   foreach (int p in Plate(beta.Length))
        //     beta[p] ~ Normal(0, 1)
        //   foreach (int g in Plate(x.Length))
        //     foreach (int i in Plate(x[g].Length))
        //       y[g][i] ~ Normal(x[g][i] + Dot(z, g, beta), 1), observed
        //
        // The unconstrained position:
        //   [0] beta, z.Columns numbers: as it is
        """,
        Head(
            """
            public static class Groups
            {
                [Model]
                public static double[][] Lines(double[][] x, double[,] z)
                {
                    var beta = new double[z.GetLength(1)];
                    foreach (int p in Plate(beta.Length)) beta[p] = Sample(Normal(0, 1));
                    var y = new double[x.Length][];
                    foreach (int g in Plate(x.Length))
                    {
                        y[g] = new double[x[g].Length];
                        foreach (int i in Plate(x[g].Length)) y[g][i] = Sample(Normal(x[g][i] + Dot(z, g, beta), 1));
                    }

                    return y;
                }
            }
            """),
        StringComparison.Ordinal);

    private static string Head(string source) => TestProject.Of(source).Generate().Sources.First(file => file.Name.EndsWith(".Model.g.cs", StringComparison.Ordinal)).Text.ReplaceLineEndings("\n");
}
