using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;
using static ProbModels.SpecialFunctions;

namespace ProbModels.Benchmarks;

/// <summary>Ten small models of five sites each, and one that is all of them.</summary>
public static class FiftySites
{
    [Model]
    public static double[] Decay(double[] x)
    {
        double start = Sample(LogNormal(0, 1));
        double rate = Sample(Gamma(2, 1));
        double floor = Sample(Normal(0, 1));
        double noise = Sample(HalfNormal(1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Normal(floor + start * Exp(-rate * x[i]), noise));
        return y;
    }

    [Model]
    public static double[] Wave(double[] x)
    {
        double amplitude = Sample(HalfNormal(2));
        double frequency = Sample(Uniform(1, 3));
        double phase = Sample(Uniform(0, 3));
        double noise = Sample(Exponential(1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Normal(amplitude * Sin(frequency * x[i] + phase), noise));
        return y;
    }

    [Model]
    public static double[] Saturation(double[] x)
    {
        double floor = Sample(Normal(0, 1));
        double height = Sample(Laplace(0, 1));
        double steepness = Sample(Gamma(2, 1));
        double noise = Sample(HalfCauchy(1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Normal(floor + height * Tanh(steepness * x[i]), noise));
        return y;
    }

    [Model]
    public static long[] Arrivals(double[] x)
    {
        double level = Sample(Normal(0, 1));
        double trend = Sample(StudentT(4, 0, 1));
        double bend = Sample(Laplace(0, 0.5));
        double season = Sample(Logistic(0, 0.3));
        var y = new long[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Poisson(Exp(level + trend * x[i] + bend * x[i] * x[i] + season * Sin(6 * x[i]))));
        return y;
    }

    [Model]
    public static int[] Outcome(double[] x)
    {
        double level = Sample(Normal(0, 1));
        double trend = Sample(Normal(0, 1));
        double bend = Sample(Normal(0, 1));
        double steepness = Sample(LogNormal(0, 0.5));
        var y = new int[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(BernoulliLogit(level + trend * x[i] + bend * Exp(-steepness * x[i])));
        return y;
    }

    [Model]
    public static double[] Lifetime(double[] x)
    {
        double shape = Sample(Gamma(2, 1));
        double level = Sample(Normal(0, 1));
        double trend = Sample(Normal(0, 1));
        double bend = Sample(Normal(0, 1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Weibull(shape, Exp(level + trend * x[i] + bend * x[i] * x[i])));
        return y;
    }

    [Model]
    public static double[] Outliers(double[] x)
    {
        double level = Sample(Cauchy(0, 1));
        double trend = Sample(Normal(0, 1));
        double scale = Sample(HalfNormal(1));
        double tail = Sample(Gamma(2, 0.1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(StudentT(tail, level + trend * x[i], scale));
        return y;
    }

    [Model]
    public static double[] Waiting(double[] x)
    {
        double shape = Sample(LogNormal(0, 0.5));
        double level = Sample(Normal(0, 1));
        double trend = Sample(Normal(0, 1));
        double bend = Sample(Normal(0, 1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Gamma(shape, Exp(level + trend * x[i] + bend * x[i] * x[i])));
        return y;
    }

    [Model]
    public static double[] Effects(double[] x)
    {
        double mean = Sample(Normal(0, 1));
        double scatter = Sample(HalfCauchy(1));
        double noise = Sample(InverseGamma(3, 1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
        {
            double effect = Sample(Normal(0, 1));
            y[i] = Sample(Normal(mean + scatter * effect * Log1p(x[i]), noise));
        }
        return y;
    }

    [Model]
    public static double[] Spread(double[] x)
    {
        double level = Sample(Normal(0, 1));
        double trend = Sample(Normal(0, 1));
        double logScale = Sample(Normal(0, 0.5));
        double growth = Sample(Uniform(-1, 1));
        var y = new double[x.Length];
        foreach (int i in Plate(x.Length))
            y[i] = Sample(Normal(level + trend * Log(1 + x[i]), Exp(logScale + growth * x[i])));
        return y;
    }

    [Model]
    public static (double[] decay, double[] wave, double[] saturation, long[] arrivals, int[] outcome, double[] lifetime, double[] outliers, double[] waiting, double[] effects, double[] spread) AllTogether(double[] x)
    {
        var decay = Decay(x);
        var wave = Wave(x);
        var saturation = Saturation(x);
        var arrivals = Arrivals(x);
        var outcome = Outcome(x);
        var lifetime = Lifetime(x);
        var outliers = Outliers(x);
        var waiting = Waiting(x);
        var effects = Effects(x);
        var spread = Spread(x);
        return (decay, wave, saturation, arrivals, outcome, lifetime, outliers, waiting, effects, spread);
    }
}
