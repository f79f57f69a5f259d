using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models whose rows are sorted by group when data are bound, with rows in no order.</summary>
internal static class SortedRowsSpecimens
{
    public const int Rows = 61, Groups = 5, Items = 7;

    public const string Source =
        """
        public static class Surveys
        {
            /// <summary>Counts with an effect of each group.</summary>
            [Model]
            public static long[] Visits(int groups, int[] groupOf, double[,] x)
            {
                var beta = new double[x.GetLength(1)];
                foreach (int p in Plate(beta.Length)) beta[p] = Sample(Normal(0, 1));
                double sigma = Sample(HalfNormal(1));
                var u = new double[groups];
                foreach (int g in Plate(groups)) u[g] = Sample(Normal(0, sigma));
                var y = new long[groupOf.Length];
                foreach (int i in Plate(y.Length)) y[i] = Sample(Poisson(Exp(u[groupOf[i]] + Dot(x, i, beta))));
                return y;
            }

            /// <summary>A latent of each row, whose mean its group decides.</summary>
            [Model]
            public static double[] Stars(int groups, int[] groupOf, double[] error)
            {
                double spread = Sample(HalfNormal(1));
                var mean = new double[groups];
                foreach (int g in Plate(groups)) mean[g] = Sample(Normal(0, 2));
                var y = new double[groupOf.Length];
                foreach (int i in Plate(y.Length))
                {
                    double magnitude = Sample(Normal(Exp(0.3 * mean[groupOf[i]]), spread));
                    double shifted = Derived(magnitude + mean[groupOf[i]]);
                    y[i] = Sample(Normal(shifted * shifted, error[i]));
                }
                return y;
            }

            /// <summary>Answers of persons to items: rows have two groups.</summary>
            [Model]
            public static int[] Answers(int persons, int items, int[] personOf, int[] itemOf)
            {
                var ability = new double[persons];
                foreach (int p in Plate(persons)) ability[p] = Sample(Normal(0, 1));
                var difficulty = new double[items];
                foreach (int k in Plate(items)) difficulty[k] = Sample(Normal(0, 1));
                var right = new int[personOf.Length];
                foreach (int i in Plate(right.Length)) right[i] = Sample(BernoulliLogit(ability[personOf[i]] - difficulty[itemOf[i]]));
                return right;
            }

            /// <summary>A straight line, which has no groups.</summary>
            [Model]
            public static double[] Line(double[] x, double[] error)
            {
                double slope = Sample(Normal(0, 1));
                var y = new double[x.Length];
                foreach (int i in Plate(x.Length)) y[i] = Sample(Normal(slope * x[i], error[i]));
                return y;
            }
        }
        """;

    public static int[] GroupOf { get; } = Indices(Rows, Groups);

    public static int[] ItemOf { get; } = [.. Enumerable.Range(0, Rows).Select(i => i * i % Items)];

    public static IReadOnlyList<ModelSpecimen> All { get; } =
    [
        new("Visits", [Source], [Groups, GroupOf, X(3)], [Indices(Rows, 3).Select(count => (long)count).ToArray()]),
        new("Stars", [Source], [Groups, GroupOf, Numbers(Rows, 0.5, 2)], [Numbers(Rows, 0, 3)]),
        new("Answers", [Source], [Groups, Items, GroupOf, ItemOf], [Indices(Rows, 2)]),
    ];

    public static double[,] X(int columns)
    {
        var x = new double[Rows, columns];
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < columns; column++) x[row, column] = Math.Sin(3 * row + column);
        return x;
    }
}
