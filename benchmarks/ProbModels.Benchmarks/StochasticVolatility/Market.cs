using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace ProbModels.Benchmarks;

/// <summary>Stochastic volatility, centred, and made-up returns.</summary>
public static class Market
{
    /// <summary>Daily returns whose log variance h is an autoregressive process of order 1 (Kim, Shephard and Chib 1998).</summary>
    [Model]
    public static double[] StochasticVolatility(int days)
    {
        double mu = Sample(Cauchy(0, 10));
        double phi = Sample(Uniform(-1, 1));
        double sigma = Sample(HalfCauchy(5));

        var h = new double[days];
        h[0] = Sample(Normal(mu, sigma / Sqrt(1 - phi * phi)));
        for (int t = 1; t < days; t++)
            h[t] = Sample(Normal(mu + phi * (h[t - 1] - mu), sigma));

        var y = new double[days];
        foreach (int t in Plate(days))
            y[t] = Sample(Normal(0, Exp(h[t] / 2)));
        return y;
    }

    internal static Contest Bind(int days)
    {
        var model = new StochasticVolatilityModel(days);
        double[] y = model.Simulate(seed: 1, new() { Mu = -1, Phi = 0.95, Sigma = 0.25 }).Y;
        return Contest.Of(model.Given(y), new HandWrittenVolatility(y));
    }
}
