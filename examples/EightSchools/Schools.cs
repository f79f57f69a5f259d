using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace EightSchoolsExample;

public static class Schools
{
    /// <summary>Effects of coaching in several schools, each measured with an error, and alike to an unknown degree.</summary>
    /// <remarks>
    /// The schools' effects theta are normal about mu with standard deviation tau. They are written as mu + tau * thetaRaw ("not centred"), so that the
    /// latents stay independent of tau where the data say little: written as theta ~ Normal(mu, tau) their scale would shrink with tau
    /// into a funnel that no single step size fits. The data are those of Rubin (1981), "Estimation in parallel randomized experiments", Table 1.
    /// </remarks>
    /// <param name="sigma">The standard error of each school's measured effect; positive.</param>
    /// <returns>The measured effects, in points of the test's score.</returns>
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
