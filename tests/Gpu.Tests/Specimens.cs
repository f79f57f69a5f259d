using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;
using static ProbModels.SpecialFunctions;

namespace ProbModels.Gpu.Tests;

/// <summary>Models for what the examples do not have: inferred elements, arrays inside of loops, vectors of vectors, functions of all kinds.</summary>
public static class Specimens
{
    /// <summary>A series that reads itself: elements that are missing are inferred.</summary>
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

    /// <summary>A mixture of any number of populations: each iteration of the plate fills an array of its own.</summary>
    [Model]
    public static double[] Populations(double[] y0, double[] means)
    {
        var alpha = new double[means.Length];
        foreach (int k in Plate(means.Length)) alpha[k] = 1.5 + k;
        double[] weights = Sample(Dirichlet(alpha));
        double spread = Sample(HalfNormal(1));
        double shift = Sample(Normal(0, 1));
        var y = new double[y0.Length];
        foreach (int i in Plate(y.Length))
        {
            var terms = new double[means.Length];
            foreach (int k in Plate(means.Length)) terms[k] = Log(weights[k]) - 0.5 * Pow((y0[i] - means[k] - shift) / spread, 2);
            y[i] = Sample(Normal(LogSumExp(terms), 1));
        }
        return y;
    }

    /// <summary>Intercepts and slopes with a covariance of their own, by its Cholesky factor.</summary>
    [Model]
    public static double[] Correlated(int groups, int[] groupOf, double[] x)
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

    /// <summary>Distributions whose densities need the long functions.</summary>
    [Model]
    public static (long[] counts, double[] waits, double[] shares, long[] hits) Long(int n, long[] trials)
    {
        double shape = Sample(Gamma(2, 1));
        double size = Sample(Exponential(0.5));
        double angle = Sample(Uniform(-PI, PI));
        double freedom = Sample(InverseGamma(3, 2));
        double offset = Sample(StudentT(freedom, 0, 1));
        double level = Derived(NormalCdf(offset) + Erf(angle) + Tanh(shape - size));

        var counts = new long[n];
        var waits = new double[n];
        var shares = new double[n];
        var hits = new long[n];
        foreach (int i in Plate(n))
        {
            counts[i] = Sample(NegativeBinomial(1 + level * level, size));
            waits[i] = Sample(Weibull(shape, 1 + Sin(angle) * Sin(angle)));
            shares[i] = Sample(Beta(shape, size));
            hits[i] = Sample(BinomialLogit(trials[i], offset + Atan(size)));
        }
        return (counts, waits, shares, hits);
    }
}
