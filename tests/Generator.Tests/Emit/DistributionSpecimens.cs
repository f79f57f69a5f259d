using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models that between them use the library's less common distributions and functions, and every kind of support.</summary>
internal static class DistributionSpecimens
{
    private static readonly ModelSpecimen Counts = new(
        "Trials",
        [
            """
            public static class Clinic
            {
                [Model]
                public static (long[] cured, long[] better, long[] visits, int[] alive) Trials(long[] patients, double[] dose)
                {
                    double rate = Sample(Beta(2, 3));
                    double slope = Sample(Laplace(0, 1));
                    double dispersion = Sample(InverseGamma(3, 2));
                    var cured = new long[patients.Length];
                    var better = new long[patients.Length];
                    var visits = new long[patients.Length];
                    var alive = new int[patients.Length];
                    foreach (int i in Plate(patients.Length))
                    {
                        cured[i] = Sample(Binomial(patients[i], rate));
                        better[i] = Sample(BinomialLogit(patients[i], slope * dose[i]));
                        visits[i] = Sample(NegativeBinomial(Exp(slope * dose[i]), dispersion));
                        alive[i] = Sample(Bernoulli(rate));
                    }

                    return (cured, better, visits, alive);
                }
            }
            """,
        ],
        [new long[] { 10, 3, 0, 25, 4 }, Numbers(5, -1, 1)],
        [new long[] { 3, 3, 0, 11, 0 }, new long[] { 10, 1, 0, 7, 2 }, new long[] { 0, 1, 4, 2, 90 }, new[] { 0, 1, 1, 0, 1 }]);

    private static readonly ModelSpecimen Latents = new(
        "Priors",
        [
            """
            public static class Beliefs
            {
                [Model]
                public static double[] Priors(int n)
                {
                    double fraction = Sample(Beta(2, 3));
                    double size = Sample(LogNormal(0.5, 0.4));
                    double shift = Sample(Logistic(fraction, size));
                    double shape = Sample(Weibull(1 + size, 2));
                    double spread = Sample(InverseGamma(1 + shape, size));
                    var part = new double[n];
                    var y = new double[n];
                    foreach (int i in Plate(n))
                    {
                        part[i] = Sample(Beta(shape, 1 + fraction));
                        y[i] = Sample(Laplace(shift * part[i], spread));
                    }

                    return y;
                }
            }
            """,
        ],
        [5],
        [Numbers(5, -3, 3)]);

    private static readonly ModelSpecimen Observables = new(
        "Measures",
        [
            """
            public static class Scales
            {
                [Model]
                public static (double[] size, double[] part, double[] error, double[] growth, double[] age, double[] variance) Measures(int n)
                {
                    double a = Sample(Normal(0, 1));
                    double b = Sample(HalfNormal(1));
                    var size = new double[n];
                    var part = new double[n];
                    var error = new double[n];
                    var growth = new double[n];
                    var age = new double[n];
                    var variance = new double[n];
                    foreach (int i in Plate(n))
                    {
                        size[i] = Sample(LogNormal(a, b));
                        part[i] = Sample(Beta(Exp(a), b));
                        error[i] = Sample(Laplace(a, b));
                        growth[i] = Sample(Logistic(a, b));
                        age[i] = Sample(Weibull(b, Exp(a)));
                        variance[i] = Sample(InverseGamma(b, Exp(a)));
                    }

                    return (size, part, error, growth, age, variance);
                }
            }
            """,
        ],
        [5],
        [Numbers(5, 0.1, 4), Numbers(5, 0.05, 0.95), Numbers(5, -3, 3), Numbers(5, -5, 5), Numbers(5, 0.2, 6), Numbers(5, 0.3, 3)]);

    private static readonly ModelSpecimen OpenSupports = new(
        "Incomes",
        [
            """
            public static class Economy
            {
                [Model]
                public static (double[] income, double[] share, double[] loss) Incomes(int n)
                {
                    double least = Sample(HalfNormal(2));
                    double index = Sample(new Pareto(1, 3));
                    double top = Sample(new Pareto(least, index));
                    double middle = Sample(new Triangle(least, top));
                    double debt = Sample(new Mirrored(top, 1));
                    var other = new double[n];
                    var income = new double[n];
                    var share = new double[n];
                    var loss = new double[n];
                    foreach (int i in Plate(n))
                    {
                        other[i] = Sample(new Pareto(least, 1 + middle));
                        income[i] = Sample(new Pareto(0.01 * Exp(-other[i]), index));
                        share[i] = Sample(new Triangle(-1, other[i] + 5));
                        loss[i] = Sample(new Mirrored(20 + top, 1 + Exp(0.1 * debt)));
                    }

                    return (income, share, loss);
                }
            }

            /// <summary>A law whose own variable lies above a parameter.</summary>
            [Distribution]
            public readonly partial struct Pareto([Positive] double low, [Positive] double index) : IDistribution<double>
            {
                public double LogDensity([GreaterThan(nameof(low))] double x) => Log(index) + index * Log(low) - (index + 1) * Log(x);

                public double Draw(ref Philox rng) => low * Exp(rng.NextExponential() / index);
            }

            /// <summary>A law whose own variable lies below a parameter.</summary>
            [Distribution]
            public readonly partial struct Mirrored(double high, [Positive] double rate) : IDistribution<double>
            {
                public double LogDensity([LessThan(nameof(high))] double x) => Log(rate) - rate * (high - x);

                public double Draw(ref Philox rng) => high - rng.NextExponential() / rate;
            }

            /// <summary>A law on an interval without its bounds, which are parameters.</summary>
            [Distribution]
            public readonly partial struct Triangle(double low, [GreaterThan(nameof(low))] double high) : IDistribution<double>
            {
                public double LogDensity([Inside(nameof(low), nameof(high))] double x) => Log(x - low) + Log(high - x) - 3 * Log(high - low) + Log(6);

                public double Draw(ref Philox rng) => low + (high - low) * rng.NextBeta(2, 2);
            }
            """,
        ],
        [5],
        [Numbers(5, 1, 9), Numbers(5, -0.9, 4), Numbers(5, -9, 3)]);

    private static readonly ModelSpecimen Functions = new(
        "Responses",
        [
            """
            public static class Curves
            {
                [Model]
                public static double[] Responses(double[] x)
                {
                    double a = Sample(Normal(0, 1));
                    double b = Sample(Uniform(0, 1));
                    var y = new double[x.Length];
                    foreach (int i in Plate(x.Length))
                    {
                        double t = a * x[i];
                        double waves = Asin(0.9 * b) + Acos(0.9 * b) * Atan2(t, 1 + b) + Sinh(0.1 * t) - Cosh(0.1 * t) + Cbrt(2 + b) + Floor(x[i]) - Ceiling(x[i]);
                        double steps = Erf(t) + Erfc(t - 1) + NormalCdf(t) - LogNormalCdf(t - 8) + InverseMillsRatio(t) + NormalQuantile(0.1 + 0.8 * b) + ErfInverse(0.9 * b);
                        double sums = LogAddExp(t, 3 * b) + Log1mExp(-0.1 - b) + LogBeta(1 + b, 2 + b) + XLog1pY(t, b);
                        y[i] = Sample(Normal(waves + steps + sums, 2));
                    }

                    return y;
                }
            }
            """,
        ],
        [Numbers(11, -3, 3)],
        [Numbers(11, -4, 12)]);

    public static IReadOnlyList<ModelSpecimen> All { get; } = [Counts, Latents, Observables, OpenSupports, Functions];
}
