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

    public static IReadOnlyList<ModelSpecimen> All { get; } = [UnknownScale, Line, SeveralSites];
}
