namespace ProbModels.Tests;

/// <summary>Posteriors whose distribution is known.</summary>
internal static class Targets
{
    /// <summary>Independent normal coordinates with mean 0 and the given standard deviations.</summary>
    public static FunctionPosterior Normal(params double[] scales) => new(scales.Length, (position, gradient) =>
    {
        double sum = 0;
        for (int i = 0; i < scales.Length; i++)
        {
            double z = position[i] / scales[i];
            gradient[i] = -z / scales[i];
            sum -= 0.5 * z * z;
        }
        return sum;
    });

    /// <summary>A stationary autoregressive sequence: unit variances, correlation ρ^|i − j|.</summary>
    public static FunctionPosterior Autoregressive(int dimension, double correlation) => new(dimension, (position, gradient) =>
    {
        double precision = 1 / (1 - correlation * correlation);
        double sum = -0.5 * position[0] * position[0];
        gradient[0] = -position[0];
        for (int i = 1; i < position.Length; i++)
        {
            double innovation = position[i] - correlation * position[i - 1];
            sum -= 0.5 * precision * innovation * innovation;
            gradient[i] = -precision * innovation;
            gradient[i - 1] += precision * correlation * innovation;
        }
        return sum;
    });

    /// <summary>Neal's funnel: x₀ ~ N(0, s²), each other xᵢ ~ N(0, e^x₀).</summary>
    public static FunctionPosterior Funnel(int dimension, double scale) => new(dimension, (position, gradient) =>
    {
        double width = position[0], precision = Math.Exp(-width);
        double sum = -0.5 * width * width / (scale * scale) - 0.5 * (position.Length - 1) * width;
        gradient[0] = -width / (scale * scale) - 0.5 * (position.Length - 1);
        for (int i = 1; i < position.Length; i++)
        {
            sum -= 0.5 * precision * position[i] * position[i];
            gradient[0] += 0.5 * precision * position[i] * position[i];
            gradient[i] = -precision * position[i];
        }
        return sum;
    });
}
