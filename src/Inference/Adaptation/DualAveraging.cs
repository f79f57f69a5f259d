namespace ProbModels;

/// <summary>Finds the step size at which transitions reach a target acceptance.</summary>
/// <remarks>
/// Nesterov's dual averaging as in Hoffman and Gelman (2014), "The No-U-Turn sampler", section 3.2, with their constants γ = 0.05,
/// t₀ = 10, κ = 0.75 and the attraction to ten times the first step.
/// </remarks>
internal sealed class DualAveraging(double targetAcceptance)
{
    private const double Gamma = 0.05, T0 = 10;

    private double _attractor;
    private double _errorAverage;
    private double _logStepAverage;
    private int _count;

    /// <summary>The step size to use next.</summary>
    public double StepSize { get; private set; } = 1;

    /// <summary>Starts anew from a step size of about the right order.</summary>
    public void Restart(double stepSize)
    {
        StepSize = stepSize;
        _attractor = ScalarFunctions.Log(10 * stepSize);
        (_errorAverage, _logStepAverage, _count) = (0, 0, 0);
    }

    /// <summary>Learns from a transition.</summary>
    /// <param name="acceptance">Its acceptance statistic, between 0 and 1.</param>
    public void Observe(double acceptance)
    {
        _count++;
        double rate = 1 / (_count + T0);
        _errorAverage += rate * (targetAcceptance - acceptance - _errorAverage);
        double logStep = _attractor - Math.Sqrt(_count) / Gamma * _errorAverage;

        // t^(−κ) for κ = ¾, by square roots, which every machine rounds alike.
        double root = Math.Sqrt(_count);
        double weight = 1 / (root * Math.Sqrt(root));
        _logStepAverage += weight * (logStep - _logStepAverage);
        StepSize = ScalarFunctions.Exp(logStep);
    }

    /// <summary>Ends the adaptation: the step size becomes the average of those tried, later ones counting more.</summary>
    public void Finish()
    {
        if (_count > 0) StepSize = ScalarFunctions.Exp(_logStepAverage);
    }
}
