using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Examples.Tests.Predictions;

public static class Walks
{
    /// <summary>A random walk of known steps about a drift, and twice each place.</summary>
    [Model]
    public static double[] Walk(int n, double step)
    {
        double drift = Sample(Normal(0, 1));
        var y = new double[n];
        y[0] = Sample(Normal(0, step));
        for (int t = 1; t < n; t++) y[t] = Sample(Normal(y[t - 1] + drift, step));
        var twice = new double[n];
        foreach (int t in Plate(n)) twice[t] = Derived(2 * y[t]);
        return y;
    }

    /// <summary>Three measurements whose errors go together.</summary>
    [Model]
    public static double[] Triple(double[,] factor)
    {
        double level = Sample(Normal(0, 1));
        double[] mean = [level, level, level];
        double[] y = Sample(MvNormalCholesky(mean, factor));
        return y;
    }

    /// <summary>Shares of a known concentration.</summary>
    [Model]
    public static double[] Parts(double strength)
    {
        double tilt = Sample(Exponential(1));
        double[] alpha = [tilt * strength, strength, strength];
        double[] share = Sample(Dirichlet(alpha));
        return share;
    }
}
