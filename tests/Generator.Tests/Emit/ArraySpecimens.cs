using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models whose sites have values that are vectors or matrices, and models of distributions that are made of others.</summary>
internal static class ArraySpecimens
{
    private static readonly ModelSpecimen Simplex = new(
        "Shares",
        [
            """
            public static class Markets
            {
                [Model]
                public static double[] Shares(double[] alpha, double[] x)
                {
                    double[] share = Sample(Dirichlet(alpha));
                    double s = Sample(HalfNormal(share[0] + 0.5));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length)) y[i] = Sample(Normal(share[0] * x[i] + share[alpha.Length - 1], s));
                    return y;
                }
            }
            """,
        ],
        [new[] { 1.5, 2, 0.7, 3 }, Numbers(6, -2, 2)],
        [Numbers(6, -1, 3)]);

    private static readonly ModelSpecimen SimplexInPlate = new(
        "Ballots",
        [
            """
            public static class Elections
            {
                [Model]
                public static (double[] turnout, int[] vote) Ballots(int towns, int parties, int[] townOf)
                {
                    var alpha = new double[parties];
                    foreach (int k in Plate(parties)) alpha[k] = Sample(HalfNormal(2));
                    var first = new double[towns];
                    var turnout = new double[towns];
                    foreach (int t in Plate(towns))
                    {
                        double[] share = Sample(Dirichlet(alpha));
                        first[t] = share[0];
                        turnout[t] = Sample(Normal(share[parties - 1], 0.1));
                    }

                    var vote = new int[townOf.Length];
                    foreach (int i in Plate(townOf.Length)) vote[i] = Sample(BernoulliLogit(Log(first[townOf[i]]) - Log(1 - first[townOf[i]])));
                    return (turnout, vote);
                }
            }
            """,
        ],
        [4, 3, Indices(7, 4)],
        [Numbers(4, 0, 1), new[] { 0, 1, 1, 0, 0, 1, 0 }]);

    private static readonly ModelSpecimen Correlated = new(
        "Effects",
        [
            """
            public static class Schools
            {
                [Model]
                public static double[] Effects(int groups, int[] groupOf, double[] x)
                {
                    double[,] correlation = Sample(LkjCholesky(2, 2.0));
                    var tau = new double[2];
                    foreach (int k in Plate(2)) tau[k] = Sample(HalfNormal(1));
                    var factor = new double[2, 2];
                    for (int i = 0; i < 2; i++)
                        for (int j = 0; j < 2; j++)
                            factor[i, j] = tau[i] * correlation[i, j];
                    double a = Sample(Normal(0, 1));
                    double b = Sample(Normal(0, 1));
                    double[] mean = [a, b];
                    var intercept = new double[groups];
                    var slope = new double[groups];
                    foreach (int g in Plate(groups))
                    {
                        double[] beta = Sample(MvNormalCholesky(mean, factor));
                        intercept[g] = beta[0];
                        slope[g] = beta[1];
                    }

                    var y = new double[groupOf.Length];
                    foreach (int i in Plate(groupOf.Length)) y[i] = Sample(Normal(intercept[groupOf[i]] + slope[groupOf[i]] * x[i], 0.5));
                    return y;
                }
            }
            """,
        ],
        [3, Indices(8, 3), Numbers(8, -1, 1)],
        [Numbers(8, -2, 2)]);

    private static readonly ModelSpecimen LargerCorrelation = new(
        "Factors",
        [
            """
            public static class Returns
            {
                [Model]
                public static double[] Factors(int n)
                {
                    double[,] factor = Sample(LkjCholesky(4, 1.5));
                    double strength = Derived(factor[3, 0] * factor[3, 1]);
                    var y = new double[n];
                    foreach (int i in Plate(n)) y[i] = Sample(Normal(strength + factor[2, 2], 1));
                    return y;
                }
            }
            """,
        ],
        [3],
        [Numbers(3, -1, 1)]);

    public static readonly ModelSpecimen VectorObserved = new(
        "Joint",
        [
            """
            public static class Sensors
            {
                [Model]
                public static double[] Joint(double[] at, double[,] factor)
                {
                    double slope = Sample(Normal(0, 1));
                    var mean = new double[at.Length];
                    foreach (int i in Plate(at.Length)) mean[i] = slope * at[i];
                    double[] y = Sample(MvNormalCholesky(mean, factor));
                    return y;
                }
            }
            """,
        ],
        [Numbers(3, -1, 1), new double[,] { { 1, 0, 0 }, { 0.3, 0.9, 0 }, { -0.2, 0.1, 1.2 } }],
        [Numbers(3, -1, 1)]);

    /// <summary>Rows of the same distribution, one number after the other: vectors of a plate cannot be observed.</summary>
    public static readonly ModelSpecimen RowsObserved = new(
        "Readings",
        [
            """
            public static class Sensors
            {
                [Model]
                public static double[,] Readings(int n, double[] at, double[,] factor)
                {
                    double slope = Sample(Normal(0, 1));
                    var y = new double[n, at.Length];
                    foreach (int i in Plate(n))
                    {
                        var z = new double[at.Length];
                        for (int j = 0; j < at.Length; j++)
                        {
                            double given = slope * at[j];
                            for (int k = 0; k < j; k++) given += factor[j, k] * z[k];
                            y[i, j] = Sample(Normal(given, factor[j, j]));
                            z[j] = (y[i, j] - given) / factor[j, j];
                        }
                    }

                    return y;
                }
            }
            """,
        ],
        [2, Numbers(3, -1, 1), new double[,] { { 1, 0, 0 }, { 0.3, 0.9, 0 }, { -0.2, 0.1, 1.2 } }],
        [new double[,] { { 0.2, -0.4, 1.1 }, { -0.9, 0.5, 0.3 } }]);

    private static readonly ModelSpecimen Categories = new(
        "Choices",
        [
            """
            public static class Shops
            {
                [Model]
                public static int[] Choices(double[] price)
                {
                    var slope = new double[3];
                    foreach (int k in Plate(3)) slope[k] = Sample(Normal(0, 1));
                    var chosen = new int[price.Length];
                    foreach (int i in Plate(price.Length))
                    {
                        var utility = new double[3];
                        foreach (int k in Plate(3)) utility[k] = slope[k] * price[i];
                        chosen[i] = Sample(CategoricalLogit(utility));
                    }

                    return chosen;
                }
            }
            """,
        ],
        [Numbers(6, -2, 2)],
        [new[] { 0, 1, 2, 2, 1, 0 }]);

    private static readonly ModelSpecimen MadeOfOthers = new(
        "Outliers",
        [
            """
            public static class Quality
            {
                [Model]
                public static (double[] y, double[] reading) Outliers(int n)
                {
                    double mu = Sample(Truncated(Normal(0, 1), -1, 2));
                    double s = Sample(LeftTruncated(Normal(0, 1), 0));
                    double limit = Sample(RightTruncated(LogNormal(0, 1), 3));
                    double weight = Sample(Uniform(0, 1));
                    double either = Sample(Mixture(weight, Normal(-1, s), Laplace(1, 0.5)));
                    var y = new double[n];
                    var reading = new double[n];
                    foreach (int i in Plate(n))
                    {
                        y[i] = Sample(Mixture(weight, Normal(mu, s), Mixture(0.5, Normal(3, 1), StudentT(3, either, limit))));
                        reading[i] = Sample(Censored(Normal(mu, limit), 0.25, 1.5));
                    }

                    return (y, reading);
                }
            }
            """,
        ],
        [6],
        [Numbers(6, -2, 4), new[] { 0.25, 1, 1.5, 0.25, 0.7, 0.3 }]);

    public static IReadOnlyList<ModelSpecimen> All { get; } = [Simplex, SimplexInPlate, Correlated, LargerCorrelation, VectorObserved, RowsObserved, Categories, MadeOfOthers];
}
