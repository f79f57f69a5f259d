using ProbModels;
using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ReparametrisedExample;

public static class Lines
{
    /// <summary>A straight line by its angle and its distance from the origin.</summary>
    /// <remarks>
    /// Lines uniform in gradient crowd near the vertical; lines uniform in angle favour no direction. The gradient m and the intercept c follow, and are recorded.
    /// </remarks>
    /// <param name="x">Where it was measured.</param>
    /// <param name="e">The standard deviation of each measurement's error, in the units of y; positive.</param>
    /// <returns>The measurements.</returns>
    [Model]
    public static double[] LineByAngle(double[] x, double[] e)
    {
        double angle = Sample(Uniform(-PI / 2, PI / 2));
        double bPerp = Sample(Uniform(-5, 5));
        double m = Derived(Tan(angle));
        double c = Derived(bPerp / Cos(angle));

        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Normal(m * x[i] + c, e[i]));
        return y;
    }
}
