using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Small models that between them use the whole language.</summary>
internal static class ModelSpecimens
{
    public static ModelSpecimen StraightLine(int size) => new(
        "StraightLine",
        [
            """
            public static class Astronomy
            {
                /// <summary>A straight line through points with known errors in y.</summary>
                [Model]
                public static double[] StraightLine(double[] x, double[] e)
                {
                    double m = Sample(Uniform(-5, 5));
                    double c = Sample(Uniform(-10, 10));

                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                        y[i] = Sample(Normal(m * x[i] + c, e[i]));
                    return y;
                }
            }
            """,
        ],
        [Numbers(size, 0, 10), Numbers(size, 0.5, 2)],
        [Numbers(size, -3, 25)]);

    public static ModelSpecimen EightSchools { get; } = new(
        "EightSchools",
        [
            """
            public static class Education
            {
                /// <summary>Effects of coaching in eight schools (Rubin 1981), not centred.</summary>
                [Model]
                public static double[] EightSchools(double[] sigma)
                {
                    double mu = Sample(Normal(0, 5));
                    double tau = Sample(HalfCauchy(5));

                    var theta = new double[sigma.Length];
                    var y = new double[sigma.Length];
                    foreach (int j in Plate(sigma.Length))
                    {
                        double thetaRaw = Sample(Normal(0, 1));
                        theta[j] = Derived(mu + tau * thetaRaw);
                        y[j] = Sample(Normal(theta[j], sigma[j]));
                    }

                    return y;
                }
            }
            """,
        ],
        [new double[] { 15, 10, 16, 11, 9, 11, 10, 18 }],
        [new double[] { 28, 8, -3, 7, -1, 1, 18, 12 }]);

    private static readonly ModelSpecimen StarClusters = new(
        "StarClusters",
        [
            """
            public static class Astronomy
            {
                /// <summary>Star clusters: distances from parallaxes, magnitudes from photon counts.</summary>
                [Model]
                public static (double[] parallax, long[] counts) StarClusters(int clusters, int[] clusterOf, double[] logTemp)
                {
                    double slope  = Sample(Uniform(-10, 0));
                    double offset = Sample(Uniform(-10, 10));
                    double spread = Sample(HalfNormal(2.5));

                    var distance = new double[clusters];
                    var parallax = new double[clusters];
                    foreach (int c in Plate(clusters))
                    {
                        double root = Sample(Uniform(1, 10));
                        distance[c] = Derived(root * root * root);
                        parallax[c] = Sample(Normal(1 / distance[c], 0.025));
                    }

                    var counts = new long[clusterOf.Length];
                    foreach (int s in Plate(clusterOf.Length))
                    {
                        double absoluteMagnitude = Sample(Normal((logTemp[s] - 4) * slope + offset, spread));
                        double apparentMagnitude = Derived(absoluteMagnitude + 5 * Log10(distance[clusterOf[s]] / 10));
                        counts[s] = Sample(Poisson(5e5 * Pow(10, -(apparentMagnitude - 2) / 2.5)));
                    }
                    return (parallax, counts);
                }
            }
            """,
        ],
        [5, Indices(23, 5), Numbers(23, 3.5, 4.5)],
        [Numbers(5, 0.01, 0.2), new long[] { 3, 0, 17, 1200, 5, 9, 1, 0, 33, 812, 4, 4, 90, 11, 2, 60_000, 7, 19, 1, 1, 0, 3, 25 }]);

    private static readonly ModelSpecimen ScalarObservable = new(
        "Weighing",
        [
            """
            public static class Scales
            {
                [Model]
                public static double Weighing(double expected, double error)
                {
                    double weight = Sample(Normal(expected, 2));
                    double doubled = Derived(2 * weight);
                    double reading = Sample(Normal(doubled / 2, error));
                    return reading;
                }
            }
            """,
        ],
        [71.5, 0.25],
        [70.75]);

    public static ModelSpecimen ScalarCounts { get; } = new(
        "Accidents",
        [
            """
            public static class Safety
            {
                [Model]
                public static (long total, long[] accidents, int any) Accidents(long days, long[] workers, int shift)
                {
                    double rate = Sample(Exponential(0.5));
                    double logOdds = Sample(Normal(0, 3));
                    long total = Sample(Poisson(rate * days / 100));
                    var accidents = new long[workers.Length];
                    foreach (int i in Plate(workers.Length))
                        accidents[i] = Sample(Poisson(rate * workers[i] + shift));
                    int any = Sample(BernoulliLogit(logOdds));
                    return (total, accidents, any);
                }
            }
            """,
        ],
        [365L, new long[] { 5, 12, 7, 30_000, 40, 1, 2, 2, 9 }, 1],
        [7L, new long[] { 3, 0, 4, 50_000, 31, 2, 2, 1, 6 }, 1]);

    private static readonly ModelSpecimen LogisticRegression = new(
        "Survival",
        [
            """
            public static class Medicine
            {
                [Model]
                public static int[] Survival(int n, double[] dose, int[] age, int[] ward, int wards)
                {
                    double intercept = Sample(StudentT(3, 0, 2.5));
                    double slope = Sample(Cauchy(0, 2.5));
                    double ageEffect = Sample(Normal(0, 1));
                    double spread = Sample(HalfNormal(1));
                    var effect = new double[wards];
                    foreach (int w in Plate(wards))
                        effect[w] = Sample(Normal(0, spread));

                    var survives = new int[n];
                    foreach (int i in Plate(n))
                        survives[i] = Sample(BernoulliLogit(intercept + slope * dose[i] + ageEffect * (age[i] - 50) / 10 + effect[ward[i]]));
                    return survives;
                }
            }
            """,
        ],
        [31, Numbers(31, -2, 2), Indices(31, 80), Indices(31, 4), 4],
        [Indices(31, 2)]);

    private static readonly ModelSpecimen LatentBounds = new(
        "Bounds",
        [
            """
            public static class Geometry
            {
                [Model]
                public static double[] Bounds(double[] start)
                {
                    double low = Sample(Normal(-3, 1));
                    double width = Sample(Gamma(3, 0.5));
                    double middle = Sample(Uniform(low, low + width));
                    var edge = new double[start.Length];
                    var y = new double[start.Length];
                    foreach (int i in Plate(start.Length))
                    {
                        edge[i] = Sample(Uniform(start[i], start[i] + width));
                        double inner = Sample(Uniform(middle - 1, middle + width));
                        y[i] = Sample(Uniform(-100 - width, edge[i] * edge[i] + inner * inner + 200));
                    }

                    return y;
                }
            }
            """,
        ],
        [Numbers(9, -1, 1)],
        [Numbers(9, -90, 190)]);

    private static readonly ModelSpecimen OwnDistributions = new(
        "Lifetimes",
        [
            """
            using Lab;

            namespace Factory;

            public static class Machines
            {
                [Model]
                public static (double[] hours, double[] strain) Lifetimes(int machines)
                {
                    double shape = Sample(new Gamma(4, 2));
                    double scale = Sample(Statistics.Wear(2, shape));
                    var hours = new double[machines];
                    var strain = new double[machines];
                    foreach (int i in Plate(machines))
                    {
                        hours[i] = Sample(new Lifespan(scale: scale, shape: shape));
                        strain[i] = Sample(Statistics.Wear(shape, b: 1 + scale));
                    }

                    return (hours, strain);
                }
            }
            """,
            """
            namespace Lab;

            [Distribution]
            public readonly partial struct Lifespan([Positive] double shape, [Positive] double scale) : IDistribution<double>
            {
                public double LogDensity([Positive] double x)
                {
                    double z = Ratio(x, scale);
                    return Log(shape / scale) + (shape - 1) * Log(z) - Pow(z, shape);
                }

                public double Draw(ref Philox rng) => scale * Pow(-Log(rng.NextOpen()), 1 / shape);

                private static double Ratio(double x, double scale) => x / scale;
            }

            public static class Statistics
            {
                public static Lifespan Wear(double a, double b) => new Lifespan(1 + a, 2 * b);
            }
            """,
        ],
        [11],
        [Numbers(11, 0.5, 9), Numbers(11, 0.1, 5)]);

    private static readonly ModelSpecimen Helpers = new(
        "Kinetics",
        [
            """
            public static class Chemistry
            {
                [Model]
                public static double[] Kinetics(double[] time, double temperature)
                {
                    double rate = Sample(Gamma(2, Curves.Scale(temperature)));
                    double start = Sample(HalfNormal(10));
                    double sigma = Sample(Exponential(1));
                    var level = new double[time.Length];
                    foreach (int i in Plate(time.Length))
                    {
                        double expected = Curves.Decay(time[i], rate, amplitude: start);
                        level[i] = Sample(Normal(expected, Half(sigma)));
                    }

                    return level;
                }

                private static double Half(double x) => 0.5 * x;
            }
            """,
            """
            public static class Curves
            {
                public static double Scale(double temperature) => Sqrt(Abs(temperature)) / 10;

                public static double Decay(double time, double rate, double amplitude)
                {
                    double x = Shifted(-rate * time);
                                return amplitude * Exp(x) * Saturation.Of(x) + Shifted(x);
                }

                private static double Shifted(double x) => x - 1e-3;
            }
            """,
            """
            public static class Saturation
            {
                public static double Of(double x) => Max(Tanh(2 - x), 0.1) + Min(x, -1) * Atan(x) + Logistic(x) - Log1p(x * x) + Expm1(-x * x) + Sin(x) * Cos(x) / 10 + XLogY(x, 1 + x * x);
            }
            """,
        ],
        [Numbers(17, 0, 2), 295.0],
        [Numbers(17, -1, 10)]);

    private static readonly ModelSpecimen IndexArithmetic = new(
        "Rota",
        [
            """
            public static class Hospital
            {
                [Model]
                public static double[] Rota(int weeks, int[] dayFromOne, double[] load)
                {
                    double sigma = Sample(HalfCauchy(1));
                    var effect = new double[7 * weeks];
                    foreach (int d in Plate(7 * weeks))
                        effect[d] = Sample(Normal(0, 2));

                    var scaled = new double[7 * weeks];
                    foreach (int d in Plate(7 * weeks))
                        scaled[d] = Derived(Exp(0.1 * effect[d]) + load[7 * weeks - 1 - d]);

                    var patients = new double[dayFromOne.Length];
                    foreach (int i in Plate(dayFromOne.Length))
                    {
                        int day = dayFromOne[i] - 1;
                        patients[i] = Sample(Normal(effect[day] + scaled[2 * weeks + 1 - day] * load[day], sigma));
                    }

                    return patients;
                }
            }
            """,
        ],
        [2, Indices(12, 5).Select(day => day + 1).ToArray(), Numbers(14, 0, 2)],
        [Numbers(12, -2, 4)]);

    private static readonly ModelSpecimen SeveralGathers = new(
        "League",
        [
            """
            public static class Sports
            {
                [Model]
                public static double[] League(int teams, int[] home, int[] away)
                {
                    double spread = Sample(HalfNormal(3));
                    double advantage = Sample(Normal(0, 1));
                    var strength = new double[teams];
                    var square = new double[teams];
                    foreach (int t in Plate(teams))
                    {
                        strength[t] = Sample(Normal(0, spread));
                        square[t] = strength[t] * strength[t];
                    }

                    var goals = new double[home.Length];
                    foreach (int g in Plate(home.Length))
                        goals[g] = Sample(StudentT(4, strength[home[g]] - strength[away[g]] + advantage * square[home[g]], 1 + square[away[g]]));
                    return goals;
                }
            }
            """,
        ],
        [6, Indices(30, 6), Indices(30, 5)],
        [Numbers(30, -4, 4)]);

    private static readonly ModelSpecimen FixedElements = new(
        "Anchored",
        [
            """
            public static class Surveying
            {
                [Model]
                public static (double[] y, double mean) Anchored(int n, double[] x)
                {
                    var height = new double[n];
                    foreach (int i in Plate(n))
                        height[i] = Sample(Normal(0, 10));
                    double first = height[0];
                    double step = Derived(height[n - 1] - first);
                    var y = new double[x.Length];
                    foreach (int k in Plate(x.Length))
                        y[k] = Sample(Normal(height[1] + step * x[k] + x[0], 1));
                    double mean = Sample(Normal(first + x[1], 0.5));
                    return (y, mean);
                }
            }
            """,
        ],
        [5, Numbers(10, 0, 1)],
        [Numbers(10, -3, 3), 0.25]);

    private static readonly ModelSpecimen EveryContinuousLatent = new(
        "Latents",
        [
            """
            public static class Everything
            {
                [Model]
                public static double[] Latents(int n, double[] x)
                {
                    double a = Sample(HalfNormal(2));
                    double b = Sample(Exponential(3));
                    double c = Sample(Gamma(2.5, 1.5));
                    double d = Sample(HalfCauchy(0.5));
                    double f = Sample(StudentT(3, a, b));
                    double g = Sample(Cauchy(f, c));
                    var h = new double[n];
                    var y = new double[n];
                    foreach (int i in Plate(n))
                    {
                        double k = Sample(Gamma(1 + a, b));
                        double l = Sample(StudentT(1 + c, x[i], d));
                        double m = Sample(Cauchy(l, k));
                        double o = Sample(Exponential(1 + a));
                        double p = Sample(HalfCauchy(1 + d));
                        double q = Sample(HalfNormal(1 + c));
                        h[i] = Derived(m / (1 + o));
                        y[i] = Sample(Normal(Tanh(h[i]) + p, 1 + q));
                    }

                    return y;
                }
            }
            """,
        ],
        [10, Numbers(10, -1, 1)],
        [Numbers(10, -2, 3)]);

    private static readonly ModelSpecimen EveryContinuousObservable = new(
        "Observables",
        [
            """
            public static class Everything
            {
                [Model]
                public static (double[] a, double[] b, double[] c, double[] d, double[] f, double[] g, double h, long k) Observables(int n)
                {
                    double u = Sample(Normal(0, 1));
                    double v = Sample(HalfNormal(1));
                    var a = new double[n];
                    var b = new double[n];
                    var c = new double[n];
                    var d = new double[n];
                    var f = new double[n];
                    var g = new double[n];
                    foreach (int i in Plate(n))
                    {
                        a[i] = Sample(HalfNormal(v));
                        b[i] = Sample(Exponential(v));
                        c[i] = Sample(Gamma(1 + v, Exp(u)));
                        d[i] = Sample(HalfCauchy(v + u * u));
                        f[i] = Sample(StudentT(1 + v, u, 0.5 + v));
                        g[i] = Sample(Cauchy(u, 1 / (1 + v)));
                    }

                    double h = Sample(Uniform(u - 100, u + 100 * (1 + v)));
                    long k = Sample(Poisson(Exp(u)));
                    return (a, b, c, d, f, g, h, k);
                }
            }
            """,
        ],
        [13],
        [Numbers(13, 0, 3), Numbers(13, 0, 2), Numbers(13, 0.01, 4), Numbers(13, 0, 50), Numbers(13, -9, 9), Numbers(13, -30, 30), 12.5, 3L]);

    private static readonly ModelSpecimen RulesThatBreak = new(
        "Fragile",
        [
            """
            public static class Limits
            {
                [Model]
                public static double[] Fragile(double[] x)
                {
                    double a = Sample(Normal(0, 1));
                    double b = Sample(Normal(1, 1));
                    double c = Sample(Exponential(a + 1));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                        y[i] = Sample(Normal(c, b + a * x[i]));
                    return y;
                }
            }
            """,
        ],
        [Numbers(19, -0.5, 0.5)],
        [Numbers(19, -1, 1)]);

    public static ModelSpecimen BoundsThatCross { get; } = new(
        "Crossed",
        [
            """
            public static class Fences
            {
                [Model]
                public static (double[] y, double[] late) Crossed(double[] x)
                {
                    double low = Sample(Normal(0, 1));
                    double high = Sample(Normal(0.5, 1));
                    double inside = Sample(Uniform(low, high));
                    double spread = Sample(HalfNormal(1));
                    var y = new double[x.Length];
                    var late = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        double cap = x[i] > 0 ? 2 : double.PositiveInfinity;
                        y[i] = Sample(Uniform(low - 5, Min(inside, cap) + spread));
                        late[i] = Sample(LeftTruncated(Exponential(spread), 0.5));
                    }

                    return (y, late);
                }
            }
            """,
        ],
        [Numbers(11, -0.5, 0.5)],
        [Numbers(11, -3, -2), Numbers(11, 1, 2)]);

    public static ModelSpecimen TwoWidths { get; } = new(
        "Widths",
        [
            """
            public static class Scales
            {
                [Model]
                public static double[] Widths(int n)
                {
                    double gap = Sample(HalfNormal(1));
                    double sd = Sample(HalfNormal(1));
                    var y = new double[n];
                    foreach (int i in Plate(n)) y[i] = Sample(Normal(gap, sd));
                    return y;
                }
            }
            """,
        ],
        [5],
        [Numbers(5, -1, 1)]);

    public static ModelSpecimen ExponentialScales { get; } = new(
        "Scaled",
        [
            """
            public static class Spreads
            {
                /// <summary>Scales that are exponentials: of an element, of a group's, and one that something else needs too.</summary>
                [Model]
                public static (double[] y, double[] z, double[] w) Scaled(int[] group, int groups)
                {
                    double level = Sample(Normal(0, 1));
                    var width = new double[groups];
                    foreach (int k in Plate(groups)) width[k] = Sample(Normal(0, 1));
                    int n = group.Length;
                    var h = new double[n];
                    var y = new double[n];
                    var z = new double[n];
                    var w = new double[n];
                    foreach (int i in Plate(n))
                    {
                        h[i] = Sample(Normal(level, 400));
                        y[i] = Sample(Normal(0, Exp(h[i] / 2)));
                        z[i] = Sample(Laplace(level, Exp(width[group[i]] - level)));
                        w[i] = Sample(Normal(0.1 * Exp(level - 0.01 * h[i]), Exp(level - 0.01 * h[i])));
                    }

                    return (y, z, w);
                }
            }
            """,
        ],
        [Indices(11, 3), 4],
        [Numbers(11, -1, 1).Select((y, i) => i is 3 or 7 ? 0 : y).ToArray(), Numbers(11, -2, 2), Numbers(11, -1, 2)]);

    public static ModelSpecimen Tosses { get; } = new(
        "Tosses",
        [
            """
            public static class Experiments
            {
                /// <summary>Outcomes by the log odds, without a matrix.</summary>
                [Model]
                public static int[] Tosses(double[] x)
                {
                    double a = Sample(Normal(0, 1));
                    double b = Sample(Normal(0, 1));
                    var y = new int[x.Length];
                    foreach (int i in Plate(x.Length)) y[i] = Sample(BernoulliLogit(a + b * x[i]));
                    return y;
                }
            }
            """,
        ],
        [Numbers(300, -1, 1)],
        [Enumerable.Range(0, 300).Select(i => i * i % 3 % 2).ToArray()]);

    private static readonly ModelSpecimen AwkwardNames = new(
        "Kernel512",
        [
            """
            namespace Names.Data;

            public static class Awkward
            {
                /// <summary>Names that generated code, or C#, might want for itself: a &lt; b &amp; "c" */ // {0}.</summary>
                [Model]
                public static (double[] data, double @double, double[] live) Kernel512(int count, double[] position, double @in, double _under, double[] V)
                {
                    double workspace = Sample(Normal(@in, 1));
                    double gradient = Sample(HalfNormal(1 + 0.5));
                    double sum = Sample(Normal(gradient, 2));
                    double store = Sample(Normal(0, 1));
                    double record = Sample(Normal(_under, 1));
                    var at = new double[count];
                    var data = new double[count];
                    foreach (int i in Plate(count))
                    {
                        at[i] = Sample(Normal(workspace, gradient));
                        double part = at[i] * at[i] + store;
                        data[i] = Sample(Normal(part + position[i] * sum, 1 + gradient));
                    }

                    var live = new double[V.Length];
                    foreach (int part in Plate(V.Length))
                    {
                        double X = V[part] * sum;
                        double @class = Sample(Normal(X, 1));
                        double L = Derived(X + @class);
                        live[part] = Sample(Normal(L * record, Exp(store)));
                    }

                    double @double = Sample(Normal(workspace * sum, 1));
                    return (data, @double, live);
                }
            }
            """,
        ],
        [9, Numbers(9, 0, 1), 0.5, 0.25, Numbers(4, 1, 2)],
        [Numbers(9, 0, 3), 1.5, Numbers(4, 0, 2)]);

    /// <summary>The second site reads the first one's value, which therefore cannot be left out.</summary>
    public static ModelSpecimen ReadObservable { get; } = new(
        "Calibration",
        [
            """
            public static class Instruments
            {
                [Model]
                public static (double[] dial, double[] display, long clicks) Calibration(int n)
                {
                    double gain = Sample(HalfNormal(2));
                    var dial = new double[n];
                    var display = new double[n];
                    foreach (int i in Plate(n))
                    {
                        dial[i] = Sample(Normal(0, 1));
                        display[i] = Sample(Normal(gain * dial[i], Exp(dial[0 + i] / 10)));
                    }

                    long clicks = Sample(Poisson(gain));
                    return (dial, display, clicks);
                }
            }
            """,
        ],
        [9],
        [Numbers(9, -2, 2), Numbers(9, -3, 3), 2L]);

    private static readonly ModelSpecimen Corners = new(
        "Corners",
        [
            """
            public static class Oddities
            {
                [Model]
                public static (double[] y, int[] z, double w) Corners(int n, int[] g, double[] table, long unused, int k)
                {
                    double fixedNumber = Derived(2 * table[0]);
                    double a = Sample(Normal(0, 1)), b = Sample(Uniform(0, 1));
                    double certain = 3;
                    var constant = new double[4];
                    foreach (int i in Plate(4))
                        constant[i] = certain;

                    var lonely = new double[constant.Length];
                    foreach (int i in Plate(constant.Length))
                    {
                        double same = Derived(a * b);
                        lonely[i] = Sample(Normal(certain, 1));
                        double alike = Sample(Exponential(2));
                    }

                    foreach (int i in Plate(n))
                    {
                    }

                    var looked = new double[n];
                    foreach (int i in Plate(n))
                        looked[i] = Derived(table[g[i]] * lonely[g[i]] + i * b + (k - i) * (double)k);

                    var y = new double[n];
                    var z = new int[g.Length];
                    foreach (int i in Plate(n))
                    {
                        y[i] = Sample(Normal(-(-looked[i]) + +a - table[g[g[i]]], 1.0 / 3 + b));
                        z[i] = Sample(BernoulliLogit(a));
                    }

                    double w = Sample(Cauchy(lonely[3], 1e-3 + Pow(b, 2)));
                    return (y, z, w);
                }
            }
            """,
        ],
        [9, Indices(9, 4), Numbers(4, -1, 1), 5L, 2],
        [Numbers(9, -3, 9), Indices(9, 2), 0.5]);

    private static readonly ModelSpecimen KnownInAdvance = new(
        "Known",
        [
            """
            public static class Tables
            {
                /// <summary>Recorded values that data alone decide, or that are alike.</summary>
                [Model]
                public static double[] Known(double[] x)
                {
                    double a = Sample(Normal(0, 1));
                    var one = new double[x.Length];
                    var square = new double[x.Length];
                    var same = new double[x.Length];
                    var again = new double[x.Length];
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        one[i] = Derived(1.0);
                        square[i] = Derived(x[i] * x[i]);
                        same[i] = Derived(a * x[i]);
                        again[i] = Derived(a * x[i]);
                        y[i] = Sample(Normal(same[i], 1));
                    }

                    return y;
                }
            }
            """,
        ],
        [Numbers(5, -1, 1)],
        [Numbers(5, -2, 2)]);

    private static readonly ModelSpecimen WithoutData = new(
        "Prior",
        [
            """
            public static class Beliefs
            {
                [Model]
                public static void Prior()
                {
                    double a = Sample(Normal(0, 1));
                    double b = Sample(Uniform(-1, Exp(a)));
                    double c = Derived(a * b);
                }
            }
            """,
        ],
        [],
        []);

    private static readonly ModelSpecimen ObservedIndex = new(
        "Mixing",
        [
            """
            public static class Mixtures
            {
                [Model]
                public static (int[] z, double[] y) Mixing(long[] dose)
                {
                    double logit = Sample(Normal(0, 1));
                    var mu = new double[2];
                    foreach (int k in Plate(2)) mu[k] = Sample(Normal(0, 3));
                    var z = new int[dose.Length];
                    var y = new double[dose.Length];
                    foreach (int i in Plate(dose.Length))
                    {
                        z[i] = Sample(BernoulliLogit(logit * dose[i]));
                        y[i] = Sample(Normal(mu[z[i]], 1));
                    }

                    return (z, y);
                }
            }
            """,
        ],
        [new long[] { 0, 1, 2, 0 }],
        [new int[] { 1, 0, 1, 1 }, Numbers(4, 0, 3)])
    {
        ReadsDiscrete = true,
    };

    private static readonly ModelSpecimen PermutedObservable = new(
        "Permuted",
        [
            """
            public static class Permutations
            {
                [Model]
                public static (double[] y, double[] w) Permuted(long[] order, double s)
                {
                    double a = Sample(Normal(0, 1));
                    var y = new double[order.Length];
                    foreach (int i in Plate(order.Length)) y[i] = Sample(Normal(a, s));
                    var w = new double[order.Length];
                    var r = new double[order.Length];
                    foreach (int i in Plate(order.Length))
                    {
                        r[i] = Derived(y[order[i]] - a * y[order[i]]);
                        w[i] = Sample(StudentT(4, a * y[order[i]] + r[i], 2));
                    }

                    double last = Derived(y[order.Length - 1] * a);
                    return (y, w);
                }
            }
            """,
        ],
        [new long[] { 3, 2, 1, 0 }, 2.5],
        [Numbers(4, -1, 2), Numbers(4, 0, 3)]);

    private static readonly ModelSpecimen PlatesOverPlates = new(
        "Levels",
        [
            """
            public static class Hierarchies
            {
                /// <summary>Latents of one plate, arrays that another fills with functions of them, and a third that gathers from both.</summary>
                [Model]
                public static double[] Levels(int groups, int[] g)
                {
                    double sd = Sample(HalfCauchy(1));
                    var top = new double[groups];
                    foreach (int j in Plate(groups)) top[j] = Sample(Normal(0, sd));
                    var mid = new double[groups];
                    foreach (int j in Plate(groups)) mid[j] = Sample(Normal(top[j] + top[0], 1 + sd));
                    var both = new double[groups];
                    foreach (int j in Plate(groups)) both[j] = Exp(mid[j]) * top[groups - 1 - j];
                    var y = new double[g.Length];
                    foreach (int i in Plate(g.Length)) y[i] = Sample(Cauchy(both[g[i]] + top[g[i]], Exp(0.1 * mid[g[i]])));
                    return y;
                }
            }
            """,
        ],
        [3, new int[] { 0, 1, 2, 0, 2 }],
        [Numbers(5, -2, 4)]);

    public static ModelSpecimen Factors { get; } = new(
        "Weighted",
        [
            """
            public static class Weights
            {
                /// <summary>Terms beside those of the sites: one of latents alone, and one of a derived value.</summary>
                [Model]
                public static double[] Weighted(double[] x, bool isWeighted)
                {
                    double m = Sample(Normal(0, 1));
                    double s = Sample(HalfNormal(2));
                    double square = Derived(m * m);
                    Factor(-0.5 * square / (1 + s));
                    if (isWeighted) Factor(Log(s));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length)) y[i] = Sample(Normal(m * x[i], s));
                    return y;
                }
            }
            """,
        ],
        [Numbers(6, -1, 2), true],
        [Numbers(6, -2, 4)]);

    private static readonly ModelSpecimen MatrixAndGroups = new(
        "Field",
        [
            """
            public static class Surveys
            {
                /// <summary>An observed matrix, and counts in groups of unequal lengths, some of them large.</summary>
                [Model]
                public static (double[,] y, long[][] visits) Field(double[,] x, double[][] depth, long[][] effort)
                {
                    double m = Sample(Normal(0, 1));
                    var y = new double[x.GetLength(0), x.GetLength(1)];
                    foreach (int r in Plate(x.GetLength(0)))
                        foreach (int c in Plate(x.GetLength(1)))
                            y[r, c] = Sample(Normal(m * x[r, c], 1 + m * m));
                    var visits = new long[depth.Length][];
                    foreach (int g in Plate(depth.Length))
                    {
                        visits[g] = new long[depth[g].Length];
                        foreach (int k in Plate(depth[g].Length))
                            visits[g][k] = Sample(Poisson(effort[g][k] * Exp(m + depth[g][k])));
                    }

                    return (y, visits);
                }
            }
            """,
        ],
        [new[,] { { 0.5, 1, -1 }, { 2, 0.25, 1.5 } }, new double[][] { [0.5, 1], [], [-0.5, 0.25, 1] }, new long[][] { [1, 2], [], [3, 4, 3_000_000_000] }],
        [new[,] { { 1, 0.5, 0 }, { -1, 2, 0.75 } }, new long[][] { [2, 5], [], [0, 3, 5_000_000_000] }]);

    public static ModelSpecimen Residuals { get; } = new(
        "Residuals",
        [
            """
            public static class Checks
            {
                /// <summary>Derived values read observables: in their own plate, from another, as a sum and through a comparison.</summary>
                [Model]
                public static (double[] y, double[] z, double single) Residuals(double[] x, int[] of)
                {
                    double m = Sample(Normal(0, 1));
                    var y = new double[x.Length];
                    var residual = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        y[i] = Sample(Normal(m * x[i], 1));
                        residual[i] = Derived(y[i] - m * x[i]);
                    }

                    var z = new double[of.Length];
                    var ratio = new double[of.Length];
                    foreach (int j in Plate(of.Length))
                    {
                        z[j] = Sample(Normal(m, 2));
                        ratio[j] = Derived(z[j] / (1 + Exp(m)) + y[of[j]]);
                    }

                    double single = Sample(Normal(m, 1));
                    double distance = Derived(single - m);
                    return (y, z, single);
                }
            }
            """,
        ],
        [Numbers(7, -1, 2), new int[] { 0, 3, 2, 6 }],
        [Numbers(7, -2, 4), Numbers(4, -2, 4), 0.5]);

    public static IReadOnlyList<ModelSpecimen> All { get; } =
    [
        StraightLine(10), EightSchools, StarClusters, ScalarObservable, ScalarCounts, LogisticRegression, LatentBounds, OwnDistributions, Helpers,
        IndexArithmetic, SeveralGathers, FixedElements, EveryContinuousLatent, EveryContinuousObservable, RulesThatBreak, BoundsThatCross, TwoWidths, ExponentialScales, Tosses, AwkwardNames, ReadObservable, ObservedIndex, PermutedObservable, PlatesOverPlates, Corners, KnownInAdvance, WithoutData, Factors, Residuals, MatrixAndGroups,
         .. DistributionSpecimens.All,
        .. ArraySpecimens.All,
        .. ImputedSpecimens.All,
        .. LanguageSpecimens.All,
        .. StatisticsSpecimens.All,
        .. SortedRowsSpecimens.All,
    ];
}
