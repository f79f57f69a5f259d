using ProbModels;
using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ErrorsInXExample;

public static class Lines
{
    /// <summary>A straight line through points with errors in both directions; where each point really lies is a latent.</summary>
    /// <param name="xMeasured">The measured places.</param>
    /// <param name="eX">The standard deviations of their errors; positive.</param>
    /// <param name="eY">The standard deviations of the errors in y; positive.</param>
    /// <returns>The measured heights.</returns>
    [Model]
    public static double[] LineWithErrorsInX(double[] xMeasured, double[] eX, double[] eY)
    {
        double angle = Sample(Uniform(-PI / 2, PI / 2));
        double bPerp = Sample(Uniform(-5, 5));
        double m = Derived(Tan(angle));
        double c = Derived(bPerp / Cos(angle));

        var y = new double[xMeasured.Length];
        foreach (int i in Plate(y.Length))
        {
            double x = Sample(Normal(xMeasured[i], eX[i]));
            y[i] = Sample(Normal(m * x + c, eY[i]));
        }
        return y;
    }

    /// <summary>The same, with the true places integrated out: y is then normal about the line at the measured place, with both errors in its spread.</summary>
    /// <param name="xMeasured">The measured places.</param>
    /// <param name="eX">The standard deviations of their errors; positive.</param>
    /// <param name="eY">The standard deviations of the errors in y; positive.</param>
    /// <returns>The measured heights.</returns>
    [Model]
    public static double[] IntegratedLine(double[] xMeasured, double[] eX, double[] eY)
    {
        double angle = Sample(Uniform(-PI / 2, PI / 2));
        double bPerp = Sample(Uniform(-5, 5));
        double m = Derived(Tan(angle));
        double c = Derived(bPerp / Cos(angle));

        var y = new double[xMeasured.Length];
        foreach (int i in Plate(y.Length))
            y[i] = Sample(Normal(m * xMeasured[i] + c, Sqrt(eY[i] * eY[i] + m * m * eX[i] * eX[i])));
        return y;
    }
}
