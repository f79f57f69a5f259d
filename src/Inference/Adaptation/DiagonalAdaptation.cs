namespace ProbModels;

/// <summary>Learns the diagonal metric from the draws of each window.</summary>
internal sealed class DiagonalAdaptation(int dimension) : IMetricAdaptation
{
    private readonly DiagonalMetric _metric = new(dimension);
    private readonly WelfordVariance _estimate = new(dimension);
    private readonly double[] _variances = new double[dimension];

    public Metric Metric => _metric;

    public void Observe(PhasePoint draw) => _estimate.Add(draw.Position.Span);

    public bool CompleteWindow()
    {
        bool enough = _estimate.Count > 1;
        if (enough)
        {
            _estimate.Regularised(_variances);
            _metric.Variances = _variances;
        }
        _estimate.Clear();
        return enough;
    }
}
