using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Examples.Tests.ReferenceDensities;

/// <summary>The straight line by its angle, whose prior favours no direction, and with errors in x as well.</summary>
public static class LineModels
{
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

    [Model]
    public static double[] LineWithErrorsInX(double[] xMeasured, double[] eX, double[] eY)
    {
        double angle = Sample(Uniform(-PI / 2, PI / 2));
        double bPerp = Sample(Uniform(-5, 5));
        double m = Derived(Tan(angle));
        double c = Derived(bPerp / Cos(angle));

        var y = new double[xMeasured.Length];
        foreach (int i in Plate(xMeasured.Length))
        {
            double x = Sample(Normal(xMeasured[i], eX[i]));
            y[i] = Sample(Normal(m * x + c, eY[i]));
        }
        return y;
    }
}
