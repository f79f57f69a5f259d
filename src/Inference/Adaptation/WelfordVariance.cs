namespace ProbModels;

/// <summary>The variance of each coordinate of the draws of a window, by Welford's update (1962).</summary>
internal sealed class WelfordVariance(int dimension)
{
    // What the estimate is pulled to, and how many draws that is worth: Stan's regularisation.
    private const double PriorVariance = 1e-3, PriorDraws = 5;

    private readonly double[] _means = new double[dimension];
    private readonly double[] _squares = new double[dimension];

    /// <summary>The number of draws since the last <see cref="Clear"/>.</summary>
    public int Count { get; private set; }

    public void Add(ReadOnlySpan<double> position)
    {
        Count++;
        for (int i = 0; i < _means.Length; i++)
        {
            double deviation = position[i] - _means[i];
            _means[i] += deviation / Count;
            _squares[i] += deviation * (position[i] - _means[i]);
        }
    }

    /// <summary>n/(n + 5) s² + 5/(n + 5) 10⁻³ for each coordinate: needs two draws.</summary>
    public void Regularised(Span<double> variances)
    {
        double weight = Count / (Count + PriorDraws);
        for (int i = 0; i < variances.Length; i++)
            variances[i] = weight * (_squares[i] / (Count - 1)) + (1 - weight) * PriorVariance;
    }

    public void Clear()
    {
        Array.Clear(_means);
        Array.Clear(_squares);
        Count = 0;
    }
}
