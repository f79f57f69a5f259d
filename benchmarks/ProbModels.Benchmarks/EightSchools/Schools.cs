using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>Effects of coaching on test scores in eight schools, with their standard errors: Rubin (1981), table 1.</summary>
public static class Schools
{
    /// <summary>Eight schools, non-centred: effects scatter around a common mean.</summary>
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

    internal static Contest Bind()
    {
        double[] effects = [28, 8, -3, 7, -1, 1, 18, 12], errors = [15, 10, 16, 11, 9, 11, 10, 18];
        return Contest.Of(new EightSchoolsModel(errors).Given(effects), new HandWrittenSchools(effects, errors));
    }
}
