using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models that put corners of the language together: what C# does there, compiled code does too.</summary>
internal static class LanguageSpecimens
{
    private static readonly ModelSpecimen UntakenSides = new(
        "Untaken",
        [
            """
            public static class Branches
            {
                /// <summary>Sides of branches on data whose functions have no derivative where they are not taken, one inside the other; powers of 0; divisors that may be 0.</summary>
                [Model]
                public static double[] Untaken(double[] x, int[] parts)
                {
                    double a = Sample(Normal(0, 1));
                    double b = Sample(HalfNormal(1));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        double level = x[i] > 0 ? Pow(x[i], a) + Log(x[i]) * b : x[i] == 0 ? Pow(b, x[i]) : Sqrt(-x[i] * b);
                        double share = parts[i] != 0 && 12 % parts[i] == 0 ? a * (12 / parts[i]) : b;
                        y[i] = Sample(Normal(level + Pow(Abs(x[i]), 1 + b) + 0.1 * share, 1));
                    }

                    return y;
                }
            }
            """,
        ],
        [new double[] { 0, -1, 2, 0 }, new[] { 0, 3, 5, 4 }],
        [Numbers(4, -2, 3)]);

    private static readonly ModelSpecimen LongArithmetic = new(
        "Longs",
        [
            """
            public static class Ledgers
            {
                private const long Unit = 5_000_000_000;
                public static readonly long Offset = 3_000_000_000;
                public static readonly double Scale;

                static Ledgers() => Scale = 2;

                /// <summary>Whole numbers beyond an int, narrowed and widened.</summary>
                [Model]
                public static double[] Longs(int n, int k, long large, double[] x)
                {
                    double m = Sample(Normal(0, 1));
                    long product = (long)n * k;
                    int low = (int)large;
                    double best = double.NegativeInfinity, least = double.PositiveInfinity;
                    for (int i = 0; i < x.Length; i++)
                    {
                        best = Max(best, x[i]);
                        least = Min(least, x[i]);
                    }

                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                        y[i] = Sample(Normal(m * product / Unit + low * 1e-9 * m + best - least, Scale * Offset / Unit));
                    return y;
                }
            }
            """,
        ],
        [100_000, 100_000, 5_000_000_001L, Numbers(5, -1, 1)],
        [Numbers(5, -1, 4)]);

    private static readonly ModelSpecimen SmallArrays = new(
        "Local",
        [
            """
            public static class Tables
            {
                /// <summary>Small arrays that are made of latents and read in one plate after the other, by index and as a whole.</summary>
                [Model]
                public static (double[] y, double[] w) Local(double[] a, int[] g)
                {
                    double m = Sample(Normal(0, 1));
                    double[] table = [m, 2 * m, Exp(0.1 * m)];
                    var y = new double[g.Length];
                    foreach (int i in Plate(g.Length)) y[i] = Sample(Normal(LogSumExp(table) + table[g[i]], 1));
                    var w = new double[a.Length];
                    foreach (int i in Plate(a.Length))
                    {
                        double[] own = [m * a[i], 1, a[i]];
                        double total = 0;
                        foreach (int k in Plate(g.Length)) total += own[g[k]];
                        w[i] = Sample(Normal(Sum(table) * Mean(own) - LogSumExp(table * 2) + total + table[i % 3], 1));
                    }

                    return (y, w);
                }
            }
            """,
        ],
        [Numbers(4, -1, 1), Indices(5, 3)],
        [Numbers(5, -1, 3), Numbers(4, -2, 2)]);

    private static readonly ModelSpecimen RepeatedCalls = new(
        "Repeated",
        [
            """
            public static class Layers
            {
                private static double[] Level(int n, double mu)
                {
                    var level = new double[n];
                    foreach (int i in Plate(n)) level[i] = Sample(Normal(mu, 1));
                    return level;
                }

                private static double Power(double x, int n)
                {
                    double power = 1;
                    for (int k = 0; k < n; k++) power = power * x;
                    return power;
                }

                /// <summary>Helpers with arrays and loops of their own, called outside of plates and again in one, and whole numbers that are longs.</summary>
                [Model]
                public static double[] Repeated(int[] sizes, double[] x, long last)
                {
                    double mean = Power(0.5, 2);
                    var top = Level(sizes.Length, mean);
                    double total = 0;
                    foreach (int g in Plate(sizes.Length))
                    {
                        var inner = Level(sizes[g], top[g]);
                        total += Sum(inner) * Power(top[g], 2);
                    }

                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        long twice = 2L * sizes[i];
                        y[i] = Sample(Normal(total * x[i] + top[twice % last] + top[(int)(last - 1)], 1));
                    }

                    return y;
                }
            }
            """,
        ],
        [new[] { 2, 0, 1 }, Numbers(3, -1, 1), 3L],
        [Numbers(3, -1, 2)]);

    private static readonly ModelSpecimen TuplesAndParts = new(
        "Paired",
        [
            """
            public static partial class Pairs
            {
                private static partial double Square(double x);

                private static (double Mean, double Sd) Moments(double a)
                {
                    double raw = Sample(Normal(0, 1));
                    return (a + raw, Exp(0.1 * a));
                }

                /// <summary>Tuples that helpers return, are exchanged, and hold whole numbers; observables with the names of generated code's own.</summary>
                [Model]
                public static partial (double[] model, double[] record, double terms) Paired(double[] x);
            }

            public static partial class Pairs
            {
                private static partial double Square(double x) => x * x;

                public static partial (double[] model, double[] record, double terms) Paired(double[] x)
                {
                    double a = Sample(Normal(0, 1)), b = Sample(Normal(0, 1));
                    var moments = Moments(a);
                    (a, b) = (b, a + moments.Mean);
                    (double one, double two) = (1, 2);
                    double level = 0;
                    void Raise(bool isRaised)
                    {
                        if (!isRaised) return;
                        level += Square(b);
                    }

                    Raise(x[0] > 0);
                    Raise(x[1] > 0);
                    int sign = 1;
                    var model = new double[x.Length];
                    var record = new double[x.Length];
                    foreach (int walk in Plate(x.Length))
                    {
                        var effects = Sample(Normal(a * x, 1));
                        model[walk] = Sample(Normal(Sum(effects) * one + level * sign, moments.Sd));
                        record[walk] = Sample(Normal(b * x[walk], two));
                    }

                    double terms = Sample(Normal(a, 1));
                    return (model, record, terms);
                }
            }
            """,
        ],
        [Numbers(3, -1, 1)],
        [Numbers(3, -1, 2), Numbers(3, -2, 2), 0.5]);

    private static readonly ModelSpecimen ChosenNumbers = new(
        "Chosen",
        [
            """
            public static class Choices
            {
                /// <summary>Whole numbers that latents choose, which an evaluation has as doubles.</summary>
                [Model]
                public static double[] Chosen(double[] x)
                {
                    double m = Sample(Normal(0, 1));
                    int sign = m > 0 ? 1 : -1;
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        int step = m * x[i] > 0.2 ? 3 + sign : 2 * sign;
                        y[i] = Sample(Normal(sign * m + step * 0.5 + (step == 4 ? 0.25 * x[i] : 0), 1));
                    }

                    return y;
                }
            }
            """,
        ],
        [Numbers(5, 0.25, 1)],
        [Numbers(5, -2, 3)]);

    public static IReadOnlyList<ModelSpecimen> All { get; } = [ChosenNumbers, RepeatedCalls, UntakenSides, LongArithmetic, SmallArrays, TuplesAndParts];
}
