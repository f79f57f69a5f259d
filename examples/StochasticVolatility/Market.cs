using ProbModels;
using static System.Math;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace StochasticVolatilityExample;

/// <summary>Daily returns whose log variance h wanders about a level: an autoregressive process of order 1 (Kim, Shephard and Chib 1998).</summary>
/// <remarks>
/// Both models state the same distribution of the returns. Centred, each h is a latent. Its scale and its neighbours then depend on the three
/// parameters, which makes for slow sampling; not centred, the latents are the independent standardised innovations z from which h follows.
/// </remarks>
public static class Market
{
    /// <summary>Stochastic volatility, centred.</summary>
    /// <param name="days">The number of days, at least 1.</param>
    /// <returns>The returns, in per cent.</returns>
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

    /// <summary>Stochastic volatility, not centred.</summary>
    /// <param name="days">The number of days, at least 1.</param>
    /// <returns>The returns, in per cent.</returns>
    [Model]
    public static double[] StochasticVolatilityNonCentred(int days)
    {
        double mu = Sample(Cauchy(0, 10));
        double phi = Sample(Uniform(-1, 1));
        double sigma = Sample(HalfCauchy(5));

        var z = new double[days];
        foreach (int t in Plate(days))
            z[t] = Sample(Normal(0, 1));

        var h = new double[days];
        h[0] = Derived(mu + sigma / Sqrt(1 - phi * phi) * z[0]);
        for (int t = 1; t < days; t++)
            h[t] = Derived(mu + phi * (h[t - 1] - mu) + sigma * z[t]);

        var y = new double[days];
        foreach (int t in Plate(days))
            y[t] = Sample(Normal(0, Exp(h[t] / 2)));
        return y;
    }
}
