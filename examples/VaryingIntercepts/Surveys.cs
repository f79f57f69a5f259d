using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace VaryingInterceptsExample;

public static class Surveys
{
    /// <summary>A line for each group, the groups' intercepts and slopes being alike to an unknown degree.</summary>
    /// <remarks>
    /// Groups with many measurements speak for themselves, those with one or two borrow from all the others. As so many groups are small, intercepts and
    /// slopes are written as deviations from their means in units of their spreads.
    /// </remarks>
    /// <param name="x">For each group, where it was measured.</param>
    /// <returns>For each group, the measurements.</returns>
    [Model]
    public static double[][] VaryingIntercepts(double[][] x)
    {
        double meanIntercept = Sample(Normal(0, 5));
        double sdIntercept = Sample(HalfNormal(1));
        double meanSlope = Sample(Normal(0, 2.5));
        double sdSlope = Sample(HalfNormal(1));
        double sigma = Sample(HalfNormal(1));

        var y = new double[x.Length][];
        foreach (int g in Plate(x.Length))
        {
            double rawIntercept = Sample(Normal(0, 1));
            double rawSlope = Sample(Normal(0, 1));
            double intercept = Derived(meanIntercept + sdIntercept * rawIntercept);
            double slope = Derived(meanSlope + sdSlope * rawSlope);

            y[g] = new double[x[g].Length];
            foreach (int i in Plate(x[g].Length))
                y[g][i] = Sample(Normal(intercept + slope * x[g][i], sigma));
        }
        return y;
    }
}
