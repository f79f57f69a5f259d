using ProbModels.Tests;
using static ProbModels.Generator.Tests.ModelSpecimen;

namespace ProbModels.Generator.Tests;

/// <summary>Models that use what the language has beyond plates, compiled, against the model method itself.</summary>
public class LanguageModelsTests
{
    private static readonly ModelSpecimen[] Specimens =
    [
        Of("Series", "double[]", "double[] x, int n", [Numbers(7, -1, 1), 7], [Numbers(7, -2, 2)],
            """
            double phi = Sample(Normal(0, 1));
            var y = new double[n];
            y[0] = Sample(Normal(0, 1));
            for (int t = 1; t < n; t++)
                y[t] = Sample(Normal(phi * y[t - 1] + x[t], 1));
            return y;
            """),
        Of("StateSpace", "double[]", "int n", [9], [Numbers(9, -2, 2)],
            """
            double phi = Sample(Uniform(-1, 1));
            double sigma = Sample(Exponential(1));
            var h = new double[n];
            h[0] = Sample(Normal(0, sigma));
            for (int t = 1; t < n; t++) h[t] = Sample(Normal(phi * h[t - 1], sigma));
            var y = new double[n];
            foreach (int t in Plate(n)) y[t] = Sample(Normal(0, Exp(h[t] / 2)));
            return y;
            """),
        Of("Groups", "double[]", "double[,] x, int[] size, double[] z", [Table(5, 3), new[] { 2, 0, 3 }, Numbers(5, -1, 1)], [Numbers(5, -1, 1)],
            """
            var beta = new double[x.GetLength(1)];
            foreach (int k in Plate(beta.Length)) beta[k] = Sample(Normal(0, 1));
            double total = 0;
            foreach (int g in Plate(size.Length))
            {
                double mu = Sample(Normal(0, 1));
                foreach (int j in Plate(size[g]))
                {
                    double u = Sample(Normal(mu + z[j], 1));
                    total += u * u;
                }
            }

            double spread = 1 + total;
            var y = new double[x.GetLength(0)];
            foreach (int i in Plate(x.GetLength(0)))
            {
                double s = 0;
                foreach (int k in Plate(x.GetLength(1))) s += x[i, k] * beta[k];
                y[i] = Sample(Normal(s + Dot(x, i, beta), spread));
            }

            return y;
            """),
        Of("Carried", "double", "double[] e, double a0", [Numbers(6, 0, 1), 0.5], [1.25],
            """
            double a = Sample(Normal(a0, 1));
            double s = 0;
            for (int t = 0; t < e.Length; t++) s = a * s + e[t];
            double last = Derived(s);
            double y = Sample(Normal(last + LogSumExp(e) + Mean(e), 1));
            return y;
            """),
        Of("Whole", "double[]", "double[] x, double[] e, int[] g", [Numbers(8, 0, 5), Numbers(8, 0.5, 2), Indices(8, 3)], [Numbers(8, -3, 9)],
            """
            double m = Sample(Uniform(-5, 5));
            var zero = new double[3];
            foreach (int k in Plate(3)) zero[k] = 0;
            var effect = Sample(Normal(zero, 2));
            var mu = Derived(m * x + effect.At(g));
            var y = Sample(Normal(mu, e));
            return y;
            """),
        Of("TableOfSeries", "double[,]", "int n, int groups", [5, 3], [Table(5, 3)],
            """
            double sigma = Sample(Exponential(1));
            var y = new double[n, groups];
            foreach (int g in Plate(groups))
            {
                double mu = Sample(Normal(0, 1));
                for (int t = 0; t < n; t++) y[t, g] = Sample(Normal(mu, sigma));
            }

            return y;
            """),
        Of("Branches", "double[]", "bool useSlope, bool[] flag, double[] x", [true, Flags(7), Numbers(7, -1, 1)], [Numbers(7, -2, 2)],
            """
            double mu = Sample(Normal(0, 1));
            double slope = 0;
            if (useSlope) slope = Sample(Normal(0, 2));
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length))
            {
                if (flag[i]) y[i] = Sample(Normal(mu + slope * x[i], 1));
                else y[i] = Sample(StudentT(4, mu, 2));
            }

            return y;
            """),
        Of("FirstStep", "double[]", "int n", [9], [Numbers(9, -2, 2)],
            """
            double phi = Sample(Uniform(-1, 1));
            double sigma = Sample(Exponential(1));
            var h = new double[n];
            for (int t = 0; t < n; t++)
            {
                double step = Sample(Normal(0, 1));
                if (t == 0) h[t] = sigma * step;
                else h[t] = phi * h[t - 1] + sigma * step;
            }

            var y = new double[n];
            foreach (int t in Plate(n)) y[t] = Sample(Normal(h[t], 1));
            return y;
            """),
        Of("Steps", "double[]", "double[] x", [Numbers(7, -1, 1)], [Numbers(7, -2, 2)],
            """
            double mu = Sample(Normal(0, 1));
            double nu = Sample(Normal(1, 1));
            var s = new double[x.Length];
            s[0] = 0;
            for (int t = 0; t < x.Length - 1; t++) s[t + 1] = s[t] + 1;
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length))
            {
                double m = mu;
                if (s[i] > 2) m = nu * x[i];
                y[i] = Sample(Normal(m, 1));
            }

            return y;
            """),
        Of("Dotted", "double[]", "double[] x", [Numbers(7, -1, 1)], [Numbers(7, -2, 2)],
            """
            double mu = Sample("group.mu", Normal(0, 1));
            double sigma = Sample("group.sigma", Exponential(1));
            var effect = new double[x.Length];
            foreach (int i in Plate(x.Length)) effect[i] = Sample("group.effect", Normal(mu, sigma));
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length)) y[i] = Sample(Normal(effect[i] + mu * x[i], sigma));
            return y;
            """),
        Of("Untaken", "double[]", "double[] x, double[] z, bool shift, double[][] rows, int[] at", [Array.Empty<double>(), Numbers(5, -1, 1), false, Array.Empty<double[]>(), Array.Empty<int>()], [Numbers(5, -2, 2)],
            """
            double mu = Sample(Normal(0, 1));
            double m = mu;
            if (x.Length > 0) m = mu * x[0];
            if (shift) m += x[1] * mu + rows[1][2] + z[at[3]];
            var y = new double[z.Length];
            foreach (int i in Plate(z.Length))
            {
                double own = m;
                if (i < x.Length) own = x[i] * z[i];
                if (shift) own += Log(x[i]) * mu;
                y[i] = Sample(Normal(own, 1));
            }

            return y;
            """),
        Of("TablesOfSeries", "double[,]", "int n, int groups", [5, 3], [Table(5, 3)],
            """
            double phi = Sample(Uniform(-1, 1));
            double sigma = Sample(Exponential(1));
            var h = new double[n, groups];
            var y = new double[n, groups];
            foreach (int g in Plate(groups))
            {
                for (int t = 0; t < n; t++)
                {
                    double step = Sample(Normal(0, sigma));
                    if (t == 0) h[t, g] = step;
                    else h[t, g] = phi * h[t - 1, g] + step;
                    y[t, g] = Sample(Normal(h[t, g], 1));
                }
            }

            return y;
            """),
        Of("FirstSite", "double[]", "int n", [9], [Numbers(9, -2, 2)],
            """
            double phi = Sample(Uniform(-1, 1));
            double sigma = Sample(Exponential(1));
            var h = new double[n];
            var y = new double[n];
            for (int t = 0; t < n; t++)
            {
                if (t == 0) h[t] = Sample(Normal(0, sigma));
                else h[t] = Sample(Normal(phi * h[t - 1], sigma));
                y[t] = Sample(Normal(h[t], 1));
            }

            return y;
            """),
        Of("FirstRow", "double[]", "int n, int changed", [9, 4], [Numbers(9, -2, 2)],
            """
            double phi = Sample(Uniform(-1, 1));
            var h = new double[n];
            for (int t = 0; t < n; t++)
            {
                double step = Sample(Normal(0, 1));
                if (t == 0) h[t] = step;
                else h[t] = phi * step;
            }

            var y = new double[n];
            foreach (int t in Plate(n)) y[t] = Sample(Normal(t < changed && h[t] > 0 ? h[t] : phi, 1));
            return y;
            """),
        Of("CountedSteps", "double[]", "double[] x, bool[] flag", [Numbers(7, -1, 1), Flags(7)], [Numbers(7, -2, 2)],
            """
            double mu = Sample(Normal(0, 1));
            var s = new int[x.Length];
            s[0] = 0;
            for (int t = 0; t < x.Length - 1; t++) s[t + 1] = s[t] + (flag[t] ? 1 : 0);
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length))
            {
                double m = mu;
                if (flag[i]) m = mu * x[i] + s[i];
                if (s[i] > 2) m += mu;
                y[i] = Sample(Normal(m, 1));
            }

            return y;
            """),
        Of("SlopesIfUsed", "double[]", "bool useSlopes, bool[] flag, double[] x", [true, Flags(7), Numbers(7, -1, 1)], [Numbers(7, -2, 2)],
            """
            double mu = Sample(Normal(0, 1));
            var slope = new double[x.Length];
            if (useSlopes)
            {
                foreach (int i in Plate(x.Length)) slope[i] = Sample(Normal(0, 2));
            }

            var y = new double[x.Length];
            foreach (int i in Plate(x.Length))
            {
                if (flag[i]) y[i] = Sample(Normal(mu + slope[i] * x[i], 1));
                else y[i] = Sample(StudentT(4, mu, 2));
            }

            return y;
            """),
        Of("Helpers", "(double[] y, double z, double[] w)", "double[] x", [Numbers(7, -1, 1)], [Numbers(7, -2, 2), 0.3, Numbers(7, -1, 2)],
            """
            double mu = Around(0);
            double tau = Scale();
            var y = Line(mu, tau, x);
            double z = Last(mu);
            var w = Whole(mu, x);
            return (y, z, w);

            static double Around(double centre) => Centred(centre, 2);
            static double Centred(double centre, double scale) => Sample(Normal(centre, scale));
            static double Scale()
            {
                double raw = Sample(HalfNormal(1));
                return 0.5 + raw;
            }

            static double[] Line(double mu, double tau, double[] x)
            {
                double slope = Sample(Normal(0, 1));
                var rows = new double[x.Length];
                foreach (int i in Plate(x.Length)) rows[i] = Sample(Normal(mu + slope * x[i], tau));
                return rows;
            }

            static double Last(double mu)
            {
                double last = Sample(Normal(mu, 1));
                return last;
            }

            static double[] Whole(double mu, double[] x) => Sample(Normal(mu * x, 1));
            """),
        Of("Rounded", "double[]", "double[] x", [Numbers(9, -3, 3)], [Numbers(9, -2, 2)],
            """
            double mu = Sample(Normal(0, 1));
            var effect = new double[4];
            foreach (int k in Plate(4)) effect[k] = Sample(Normal(0, 1));
            var y = new double[x.Length];
            foreach (int i in Plate(x.Length))
            {
                int bin = (int)Abs(x[i]);
                y[i] = Sample(Normal(mu * Floor(x[i]) + Ceiling(x[i]) - Round(2 * x[i]) + Truncate(x[i]) + Sign(x[i]) * effect[bin], 1));
            }

            return y;
            """),
    ];

    public static TheoryData<string> Names => new(Specimens.Select(specimen => specimen.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_in_the_whole_language_agrees_with_its_method(string name)
    {
        var specimen = Specimens.Single(candidate => candidate.Name == name);
        int finite = PosteriorChecks.Of(specimen.Condition()).AtRandomPositions();
        Assert.True(finite >= 5, $"only {finite} of 20 positions have a finite log density");
    }

    private static ModelSpecimen Of(string name, string returns, string parameters, object[] inputs, object[] observations, string body) =>
        new(name, [$"public static class Tested\n{{\n    [Model]\n    public static {returns} {name}({parameters})\n    {{\n{body}\n    }}\n}}"], inputs, observations);

    private static bool[] Flags(int count) => [.. Enumerable.Range(0, count).Select(i => i % 3 != 1)];

    private static double[,] Table(int rows, int columns)
    {
        double[] numbers = Numbers(rows * columns, -1, 1);
        var table = new double[rows, columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) table[i, j] = numbers[i * columns + j];
        return table;
    }
}
