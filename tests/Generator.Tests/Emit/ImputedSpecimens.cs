using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models that read their own observables: elements that are missing there are inferred.</summary>
internal static class ImputedSpecimens
{
    public static ModelSpecimen Series { get; } = new(
        "Tides",
        [
            """
            public static class Harbours
            {
                [Model]
                public static (double[] height, double[] flow) Tides(int n, double start)
                {
                    double phi = Sample(Uniform(-1, 1));
                    double sigma = Sample(HalfNormal(1));
                    var height = new double[n];
                    height[0] = Sample(LogNormal(start, sigma));
                    for (int t = 1; t < n; t++) height[t] = Sample(LogNormal(phi * Log(height[t - 1]), sigma));
                    var flow = new double[n];
                    foreach (int t in Plate(n)) flow[t] = Sample(Normal(height[n - 1 - t] / 2, 1));
                    return (height, flow);
                }
            }
            """,
        ],
        [8, 0.25],
        [Numbers(8, 0.5, 3), Numbers(8, 0, 2)]);

    private static readonly ModelSpecimen Volatility = new(
        "Shocks",
        [
            """
            public static class Exchanges
            {
                [Model]
                public static double[] Shocks(int n)
                {
                    double omega = Sample(Exponential(1));
                    double alpha = Sample(Beta(2, 3));
                    double beta = Sample(Beta(2, 3));
                    var variance = new double[n];
                    var r = new double[n];
                    variance[0] = omega;
                    r[0] = Sample(Normal(0, Sqrt(variance[0])));
                    for (int t = 1; t < n; t++)
                    {
                        variance[t] = omega + alpha * r[t - 1] * r[t - 1] + beta * variance[t - 1];
                        r[t] = Sample(Normal(0, Sqrt(variance[t])));
                    }

                    return r;
                }
            }
            """,
        ],
        [9],
        [Numbers(9, -2, 2)]);

    private static readonly ModelSpecimen Bounded = new(
        "Gauges",
        [
            """
            public static class Workshops
            {
                [Model]
                public static (double[] load, double total, double[] wear, double[,] strain) Gauges(int n, double floor)
                {
                    double reach = Sample(Exponential(1));
                    double shift = Sample(Normal(0, 1));
                    var load = new double[n];
                    foreach (int i in Plate(n)) load[i] = Sample(Uniform(floor - reach, floor + 2 * reach));
                    double total = Sample(Weibull(1.5, 1 + reach));
                    var wear = new double[n];
                    foreach (int i in Plate(n)) wear[i] = Sample(Gamma(1.5 + reach, total + load[i] * load[i]));
                    var strain = new double[n, 2];
                    foreach (int i in Plate(n))
                        foreach (int k in Plate(2))
                            strain[i, k] = Sample(Normal(shift * Log(wear[i]), total));
                    foreach (int i in Plate(n)) Factor(-0.5 * strain[i, 0] * strain[i, 1] / (1 + strain[i, 0] * strain[i, 0]));
                    double spread = Derived(Max(wear) + strain[0, 0]);
                    return (load, total, wear, strain);
                }
            }
            """,
        ],
        [5, 0.5],
        [Numbers(5, 0.4, 0.6), 1.25, Numbers(5, 0.2, 2), new double[,] { { 0.1, -0.2 }, { 0.3, 0.4 }, { -0.5, 0.6 }, { 0.7, 0.8 }, { 0.9, -1 } }]);

    private static readonly ModelSpecimen Ragged = new(
        "Courses",
        [
            """
            public static class Clinics
            {
                [Model]
                public static (double[][] dose, double[][] response) Courses(double[][] x)
                {
                    double gain = Sample(Normal(0, 1));
                    double sd = Sample(HalfCauchy(1));
                    var dose = new double[x.Length][];
                    var response = new double[x.Length][];
                    foreach (int g in Plate(x.Length))
                    {
                        dose[g] = new double[x[g].Length];
                        foreach (int k in Plate(x[g].Length)) dose[g][k] = Sample(Exponential(1 + gain * gain * x[g][k] * x[g][k]));
                        response[g] = new double[x[g].Length];
                        foreach (int k in Plate(x[g].Length)) response[g][k] = Sample(Normal(gain * dose[g][k], sd));
                    }

                    return (dose, response);
                }
            }
            """,
        ],
        [new double[][] { [0.5, 1], [], [2], [0.1, 0.2, 0.3, 0.4] }],
        [new double[][] { [0.5, 1], [], [2], [0.1, 0.2, 0.3, 0.4] }, new double[][] { [1, -1], [], [0.5], [0, 0.25, 1, 2] }]);

    private static readonly ModelSpecimen ReadVector = new(
        "Stations",
        [
            """
            public static class Weather
            {
                [Model]
                public static (double[] field, double[] reading) Stations(double[,] factor, int[] stationOf)
                {
                    double level = Sample(Normal(0, 1));
                    double[] mean = [level, 2 * level, 0.5];
                    double[] field = Sample(MvNormalCholesky(mean, factor));
                    var reading = new double[stationOf.Length];
                    foreach (int i in Plate(stationOf.Length)) reading[i] = Sample(StudentT(4, field[stationOf[i]], 0.5));
                    double greatest = Derived(Max(field));
                    return (field, reading);
                }
            }
            """,
        ],
        [new double[,] { { 1, 0, 0 }, { 0.3, 0.9, 0 }, { -0.2, 0.1, 1.2 } }, Indices(7, 3)],
        [Numbers(3, -1, 1), Numbers(7, -1, 1)]);

    public static IReadOnlyList<ModelSpecimen> All { get; } = [Series, Volatility, Bounded, Ragged, ReadVector];
}
