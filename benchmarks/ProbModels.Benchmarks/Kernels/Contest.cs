namespace ProbModels.Benchmarks;

/// <summary>A model with data, twice: as the compiler writes its kernel, and as one writes it by hand.</summary>
/// <param name="Generated">The generated posterior.</param>
/// <param name="HandWritten">The yardstick.</param>
/// <param name="SizeOfTerms">The sum of the absolute values of the log density's terms at a position, by the model method itself: slow.</param>
internal sealed record Contest(Posterior Generated, Yardstick HandWritten, Func<double[], double> SizeOfTerms)
{
    public static Contest Of<TDraws, TPredictive>(CompiledPosterior<TDraws, TPredictive> generated, Yardstick handWritten)
        where TDraws : IDraws =>
        new(generated, handWritten, position => generated.Replay(position).SumOfMagnitudes);

    /// <summary>A position at which to compare or to measure, each coordinate at most <paramref name="range"/> in size.</summary>
    public double[] Position(ulong seed, double range)
    {
        var rng = new Philox(seed, stream: 0);
        var position = new double[Generated.Dimension];
        for (int i = 0; i < position.Length; i++) position[i] = range * (2 * rng.NextOpen() - 1);
        return position;
    }
}
