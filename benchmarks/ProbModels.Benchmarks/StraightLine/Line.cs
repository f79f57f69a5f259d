using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>A straight line, and made-up points.</summary>
public static class Line
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

    internal static Contest Bind(int points)
    {
        var sample = LineSample.Draw(points);

        // The yardstick reads all points.
        return Contest.Of(sample.Posterior().With(sufficientStatistics: false), new HandWrittenLine(sample));
    }
}
