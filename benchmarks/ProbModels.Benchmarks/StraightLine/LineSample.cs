namespace ProbModels.Benchmarks;

/// <summary>Points scattered around the line y = 2x + 3.5, with errors between 1 and 2.</summary>
internal sealed record LineSample(double[] X, double[] E, double[] Y)
{
    public static LineSample Draw(int points)
    {
        var rng = new Philox(1, 1);
        var (x, e, y) = (new double[points], new double[points], new double[points]);
        for (int i = 0; i < points; i++)
        {
            x[i] = 10.0 * i / points;
            e[i] = 1 + rng.NextOpen();
            y[i] = 2 * x[i] + 3.5 + e[i] * rng.NextNormal();
        }

        return new(x, e, y);
    }

    /// <summary>The generated posterior of these points.</summary>
    public StraightLinePosterior Posterior() => new StraightLineModel(X, E).Given(Y);
}
