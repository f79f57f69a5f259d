using ProbModels;
using static System.Math;

/// <summary>Weibull: p(x) = (k/λ)(x/λ)^(k-1) exp(-(x/λ)^k).</summary>
[Distribution]
public readonly partial struct Weibull([Positive] double shape, [Positive] double scale) : IDistribution<double>
{
    public double LogDensity([Positive] double x)
    {
        double z = x / scale;
        return Log(shape / scale) + (shape - 1) * Log(z) - Pow(z, shape);
    }

    public double Draw(ref Philox rng) => scale * Pow(-Log(rng.NextOpen()), 1 / shape);
}
