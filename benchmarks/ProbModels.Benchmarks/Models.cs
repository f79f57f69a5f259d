using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>The models whose generated kernels are measured.</summary>
public static class Models
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

    /// <summary>Effects of coaching in several schools (Rubin 1981), non-centred: effects scatter around a common mean.</summary>
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
