using ProbModels.Tests;
using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Plates so long that they are computed in chunks: all their results, with any number of threads.</summary>
public class LongPlatesTests
{
    /// <summary>Three chunks, of which the last ends within a tile and within a vector.</summary>
    private const int Count = 2 * Chunks.Length + 1003;

    private static readonly ModelSpecimen[] WithFewLatents =
    [
        // Sums, parameters that are numbers and conditions, a rule that may break, elements that are missing.
        new(
            "Lines",
            [
                """
                public static class Surveys
                {
                    [Model]
                    public static double[] Lines(double[] x)
                    {
                        double m = Sample(Normal(0, 1));
                        double c = Sample(Normal(0, 1));
                        double s = Sample(Normal(0, 1));
                        double bend = m > 0 ? 0.5 : -0.25;
                        var y = new double[x.Length];
                        foreach (int i in Plate(x.Length))
                            y[i] = Sample(StudentT(4, m * x[i] + c + (m > c ? bend * x[i] * x[i] : 0), 1.5 + 0.3 * s + 0.1 * x[i]));
                        return y;
                    }
                }
                """,
            ],
            [Numbers(Count, -2, 2)],
            [Numbers(Count, -3, 3).Select((number, i) => i % 97 == 5 ? (double?)null : number).ToArray()]),

        // Rows of two matrices, a group's level, what rows hand to it, and steps.
        new(
            "Visits",
            [
                """
                public static class Clinics
                {
                    [Model]
                    public static long[] Visits(int groups, int[] groupOf, double[,] x, double[,] z)
                    {
                        double alpha = Sample(Normal(0, 1));
                        var beta = new double[x.GetLength(1)];
                        foreach (int p in Plate(beta.Length))
                            beta[p] = Sample(Normal(0, 1));
                        var gamma = new double[z.GetLength(1)];
                        foreach (int p in Plate(gamma.Length))
                            gamma[p] = Sample(Normal(0, 1));
                        var u = new double[groups];
                        foreach (int g in Plate(groups))
                            u[g] = Sample(Normal(0, 1));
                        var y = new long[groupOf.Length];
                        foreach (int i in Plate(y.Length))
                            y[i] = Sample(NegativeBinomial(Exp(alpha + u[groupOf[i]] + Dot(x, i, beta)), Exp(Dot(z, i, gamma))));
                        return y;
                    }
                }
                """,
            ],
            [3, Indices(Count, 3), Matrix(Count, 2), Matrix(Count, 1)],
            [Numbers(Count, 0, 6).Select(number => (long)number).ToArray()]),

        // The greatest element of a long array.
        new(
            "Extremes",
            [
                """
                public static class Records
                {
                    [Model]
                    public static double Extremes(double[] x)
                    {
                        double a = Sample(Normal(0, 1));
                        double b = Sample(Normal(0, 1));
                        var level = new double[x.Length];
                        foreach (int i in Plate(x.Length))
                            level[i] = Derived(a * x[i] + Sin(b * x[i]));
                        double total = Sample(Normal(LogSumExp(level), 1));
                        return total;
                    }
                }
                """,
            ],
            [Numbers(Count, -2, 2)],
            [8.5]),
    ];

    /// <summary>A latent for each row: the gradient is written in place, at shifted places too, and read by the next plate.</summary>
    private static readonly ModelSpecimen WithALatentForEachRow = new(
        "Walk",
        [
            """
            public static class Paths
            {
                [Model]
                public static double[] Walk(int days)
                {
                    double phi = Sample(Normal(0, 1));
                    var h = new double[days];
                    h[0] = Sample(Normal(0, 1));
                    for (int t = 1; t < days; t++)
                        h[t] = Sample(Normal(phi * h[t - 1], 1));
                    var y = new double[days];
                    foreach (int t in Plate(days))
                        y[t] = Sample(Normal(h[t], 2));
                    return y;
                }
            }
            """,
        ],
        [Count],
        [Numbers(Count, -2, 2)]);

    public static TheoryData<string> Names => new(WithFewLatents.Select(specimen => specimen.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void They_agree_with_the_method(string name)
    {
        var posterior = WithFewLatents.Single(specimen => specimen.Name == name).Condition();
        Assert.True(PosteriorChecks.Of(posterior).AtRandomPositions(count: 4) > 0);
        ThreadsChangeNothing(posterior);
    }

    [Fact]
    public void A_latent_for_each_row_has_its_derivative()
    {
        var posterior = WithALatentForEachRow.Condition();
        double[] y = (double[])WithALatentForEachRow.Observations[0], position = [0.75, .. Numbers(Count, -1, 1)], gradient = new double[Count + 1], expected = new double[Count + 1];
        double phi = position[0], logDensity = -0.5 * phi * phi - (2 * Count + 1) * 0.5 * Math.Log(2 * Math.PI) - Count * Math.Log(2);
        expected[0] = -phi;
        for (int t = 0; t < Count; t++)
        {
            double before = t == 0 ? 0 : position[t], step = position[t + 1] - phi * before, residual = y[t] - position[t + 1];
            logDensity -= 0.5 * step * step + residual * residual / 8;
            expected[0] += step * before;
            expected[t + 1] += residual / 4 - step;
            if (t > 0) expected[t] += phi * step;
        }

        // Sums of 10⁴ terms of about unit size, in another order; each element of the gradient has three.
        Assert.Equal(logDensity, posterior.LogDensity(position, gradient), tolerance: 1e-8);
        Assert.Equal(expected[0], gradient[0], tolerance: 1e-8);
        for (int t = 1; t <= Count; t++) Assert.Equal(expected[t], gradient[t], tolerance: 1e-13);
        PosteriorChecks.Of(posterior).UsesNoOtherMemory(position);
        ThreadsChangeNothing(posterior);
    }

    /// <summary>Each evaluation anew, as threads come in another order each time.</summary>
    private static void ThreadsChangeNothing(Posterior posterior)
    {
        foreach (var position in PosteriorChecks.Positions(posterior.Dimension, count: 2, seed: 3))
        {
            double[] expected = new double[position.Length], gradient = new double[position.Length];
            double value = posterior.LogDensity(position, expected);
            foreach (int threads in new[] { 2, 3, 8 })
            {
                var workspace = posterior.CreateWorkspace();
                workspace.Threads = threads;
                for (int i = 0; i < 50; i++)
                {
                    Array.Fill(gradient, double.NaN);
                    Assert.Equal(value, posterior.LogDensity(position, gradient, workspace));
                    if (double.IsFinite(value)) Assert.Equal(expected, gradient);
                    Assert.Equal(posterior.LogDensity(position), posterior.LogDensity(position, workspace));
                }
            }
        }
    }

    private static double[,] Matrix(int rows, int columns)
    {
        double[] numbers = Numbers(rows * columns, -1, 1);
        var matrix = new double[rows, columns];
        for (int i = 0; i < numbers.Length; i++) matrix[i / columns, i % columns] = numbers[i];
        return matrix;
    }
}
