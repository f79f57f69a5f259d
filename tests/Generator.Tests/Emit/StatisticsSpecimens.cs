using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models whose plates, or parts of them, are kept as sufficient statistics.</summary>
internal static class StatisticsSpecimens
{
    public static ModelSpecimen UnknownScale { get; } = new(
        "Regression",
        [
            """
            public static class Growth
            {
                [Model]
                public static double[] Regression(double[] x, double[] u)
                {
                    double a = Sample(Normal(0, 10));
                    double b = Sample(Normal(0, 10));
                    double c = Sample(Normal(0, 10));
                    double sigma = Sample(HalfNormal(5));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                        y[i] = Sample(Normal(a + b * x[i] + c * u[i], sigma));
                    return y;
                }
            }
            """,
        ],
        [Numbers(30, 0, 10), Numbers(30, -3, 1).Reverse().ToArray()],
        [Numbers(30, -5, 8)]);

    public static ModelSpecimen Line { get; } = new(
        "Wide",
        [
            """
            public static class Surveys
            {
                [Model]
                public static double[] Wide(double[] x, double[] e)
                {
                    double m = Sample(Normal(0, 10));
                    double c = Sample(Normal(0, 1e7));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                        y[i] = Sample(Normal(m * x[i] + c, e[i]));
                    return y;
                }
            }
            """,
        ],
        [Numbers(12, 0, 3), Numbers(12, 0.5, 2)],
        [Numbers(12, -3, 9)]);

    public static ModelSpecimen Mean { get; } = new(
        "Level",
        [
            """
            public static class Lakes
            {
                [Model]
                public static double[] Level(int n)
                {
                    double mu = Sample(Normal(0, 10));
                    double sigma = Sample(HalfNormal(5));
                    var y = new double[n];
                    foreach (int i in Plate(n)) y[i] = Sample(Normal(mu, sigma));
                    return y;
                }
            }
            """,
        ],
        [15],
        [Numbers(15, 1, 4)]);

    /// <summary>Two of three sites are kept so, one of them only in part of the models that a branch on an input makes; counts are not.</summary>
    public static ModelSpecimen SeveralSites { get; } = new(
        "Mixed",
        [
            """
            public static class Clinics
            {
                [Model]
                public static (double[] weight, long[] visits, double[] dose) Mixed(double[] age, bool isCentred, double middle)
                {
                    double slope = Sample(Normal(0, 1));
                    double level = Sample(Normal(0, 2));
                    double spread = Sample(LogNormal(0, 1));
                    var weight = new double[age.Length];
                    var visits = new long[age.Length];
                    var dose = new double[age.Length];
                    foreach (int i in Plate(age.Length))
                    {
                        double at = isCentred ? age[i] - middle : age[i];
                        double trend = slope * at + level;
                        weight[i] = Sample(Normal(trend, spread));
                        visits[i] = Sample(Poisson(Exp(0.1 * trend)));
                        dose[i] = Sample(LogNormal(slope * level + level / spread * at, 2));
                    }
                    return (weight, visits, dose);
                }
            }
            """,
        ],
        [Numbers(25, 0, 6), true, 3.5],
        [Numbers(25, -4, 4), Enumerable.Range(0, 25).Select(i => i * 3L % 5).ToArray(), Numbers(25, 0.25, 6)]);

    /// <summary>The rows of a matrix, which are not as many as a vector's lanes twice.</summary>
    public static ModelSpecimen Matrix { get; } = new(
        "Yields",
        [
            """
            public static class Fields
            {
                [Model]
                public static double[] Yields(double[,] x)
                {
                    double alpha = Sample(Normal(0, 10));
                    var beta = new double[x.GetLength(1)];
                    foreach (int p in Plate(beta.Length)) beta[p] = Sample(Normal(0, 3));
                    double sigma = Sample(HalfNormal(5));
                    var y = new double[x.GetLength(0)];
                    foreach (int i in Plate(y.Length))
                        y[i] = Sample(Normal(alpha + Dot(x, i, beta), sigma));
                    return y;
                }
            }
            """,
        ],
        [Table(29, 9, -2, 3)],
        [Numbers(29, -5, 8)]);

    /// <summary>Two matrices with the same vector and others, columns beside them, an offset, known errors, and products that a parameter scales.</summary>
    public static ModelSpecimen SeveralMatrices { get; } = new(
        "Harvests",
        [
            """
            public static class Plots
            {
                [Model]
                public static (double[] y, double[] w) Harvests(double[,] x, double[,] z, double[] t, double[] offset, double[] e)
                {
                    double tau = Sample(HalfNormal(2));
                    double slope = Sample(Normal(0, 2));
                    var beta = new double[x.GetLength(1)];
                    foreach (int p in Plate(beta.Length)) beta[p] = Sample(Normal(0, 1));
                    var gamma = new double[z.GetLength(1)];
                    foreach (int p in Plate(gamma.Length)) gamma[p] = Sample(Normal(0, tau));
                    var y = new double[x.GetLength(0)];
                    var w = new double[x.GetLength(0)];
                    foreach (int i in Plate(y.Length))
                    {
                        double predictor = offset[i] + slope * t[i] + tau * Dot(x, i, beta);
                        y[i] = Sample(Normal(predictor + t[i] * Dot(z, i, gamma), e[i]));
                        w[i] = Sample(LogNormal(0.1 * predictor - Dot(z, i, gamma), 2));
                    }
                    return (y, w);
                }
            }
            """,
        ],
        [Table(40, 3, -1, 2), Table(40, 2, -1, 1), Numbers(40, 0, 4), Numbers(40, -3, 3).Reverse().ToArray(), Numbers(40, 0.5, 2)],
        [Numbers(40, -6, 6), Numbers(40, 0.25, 6)]);

    /// <summary>Counts that depend on their group alone; the last group has no rows.</summary>
    public static ModelSpecimen Counts { get; } = new(
        "Sightings",
        [
            """
            public static class Reserves
            {
                [Model]
                public static long[] Sightings(int groups, int[] groupOf)
                {
                    double mu = Sample(Normal(0, 1));
                    var u = new double[groups];
                    foreach (int g in Plate(groups)) u[g] = Sample(Normal(mu, 2));
                    var y = new long[groupOf.Length];
                    foreach (int i in Plate(y.Length)) y[i] = Sample(Poisson(Exp(u[groupOf[i]])));
                    return y;
                }
            }
            """,
        ],
        [5, Enumerable.Range(0, 30).Select(i => i * i % 4).ToArray()],
        [Enumerable.Range(0, 30).Select(i => i * 7L % 5).ToArray()]);

    /// <summary>Three sites with values of two kinds of group, and a rule that latents may break: it holds for groups with rows.</summary>
    public static ModelSpecimen Groups { get; } = new(
        "Wards",
        [
            """
            public static class Hospitals
            {
                [Model]
                public static (double[] stay, long[] cured, int[] returned) Wards(int wards, int[] wardOf, int kinds, int[] kindOf, int[] patients)
                {
                    double level = Sample(Normal(0, 1));
                    var rate = new double[wards];
                    foreach (int w in Plate(wards)) rate[w] = Sample(Normal(0, 1));
                    var chance = new double[kinds];
                    foreach (int k in Plate(kinds)) chance[k] = Sample(Normal(0, 1));
                    var stay = new double[wardOf.Length];
                    var cured = new long[wardOf.Length];
                    var returned = new int[wardOf.Length];
                    foreach (int i in Plate(stay.Length))
                    {
                        stay[i] = Sample(Exponential(5 + rate[wardOf[i]]));
                        cured[i] = Sample(BinomialLogit(patients[i], chance[kindOf[i]] + level));
                        returned[i] = Sample(BernoulliLogit(-2 * chance[kindOf[i]]));
                    }
                    return (stay, cured, returned);
                }
            }
            """,
        ],
        [4, Enumerable.Range(0, 25).Select(i => i % 3).ToArray(), 3, Enumerable.Range(0, 25).Select(i => i * i % 3).ToArray(), Enumerable.Range(0, 25).Select(i => 3 + i % 4).ToArray()],
        [Numbers(25, 0.1, 2), Enumerable.Range(0, 25).Select(i => i % 4L).ToArray(), Enumerable.Range(0, 25).Select(i => i % 3 == 0 ? 1 : 0).ToArray()]);

    /// <summary>Chances that are the same for all rows, or for those of a group; one kind of event never happens.</summary>
    public static ModelSpecimen Chances { get; } = new(
        "Throws",
        [
            """
            public static class Games
            {
                [Model]
                public static (int[] hit, int[] never, long[] wins) Throws(int players, int[] playerOf, long[] rounds)
                {
                    double p = Sample(Uniform(0, 1));
                    var skill = new double[players];
                    foreach (int k in Plate(players)) skill[k] = Sample(Beta(2, 2));
                    var hit = new int[playerOf.Length];
                    var never = new int[playerOf.Length];
                    var wins = new long[playerOf.Length];
                    foreach (int i in Plate(hit.Length))
                    {
                        hit[i] = Sample(Bernoulli(p));
                        never[i] = Sample(Bernoulli(p * p));
                        wins[i] = Sample(Binomial(rounds[i], skill[playerOf[i]]));
                    }
                    return (hit, never, wins);
                }
            }
            """,
        ],
        [3, Enumerable.Range(0, 20).Select(i => i * i % 3).ToArray(), Enumerable.Range(0, 20).Select(i => 2L + i % 4).ToArray()],
        [Enumerable.Range(0, 20).Select(i => i % 3 == 0 ? 1 : 0).ToArray(), new int[20], Enumerable.Range(0, 20).Select(i => i % 3L).ToArray()]);

    public static IReadOnlyList<ModelSpecimen> All { get; } = [UnknownScale, Line, Mean, SeveralSites, Matrix, SeveralMatrices, Counts, Groups, Chances];

    /// <summary>A matrix with numbers that follow no line: a lattice of irrational steps, other ones for each column.</summary>
    public static double[,] Table(int rows, int columns, double low, double high)
    {
        var table = new double[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) table[i, j] = low + (high - low) * ((i + 1) * Math.Sqrt(j + 2) % 1);
        return table;
    }
}
