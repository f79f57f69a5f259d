using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace StraightLineExample;

public static class Astronomy
{
    /// <summary>A straight line through points with known errors in y.</summary>
    /// <param name="x">Where it was measured.</param>
    /// <param name="e">The standard deviation of each measurement's error, in the units of y; positive.</param>
    /// <returns>The measurements.</returns>
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
