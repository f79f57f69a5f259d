namespace ProbModels;

/// <summary>What a replay of a model at one position found.</summary>
/// <param name="LogDensity">The log density, log Jacobian of the transforms included; −∞ where a rule is broken.</param>
/// <param name="SumOfMagnitudes">The sum of the absolute values of all terms: the scale of the log density's rounding error.</param>
/// <param name="Record">Latents and derived values, as <see cref="Posterior.Constrain(ReadOnlySpan{double})"/> gives them.</param>
/// <param name="Contributions">What each site adds, in program order.</param>
public sealed record ReplayResult(double LogDensity, double SumOfMagnitudes, double[] Record, IReadOnlyList<SiteContribution> Contributions)
{
    /// <summary>The log density of each element of each observable that is given, NaN where the element is missing, in the order of the model's sites.</summary>
    public required double[] LogLikelihood { get; init; }
}
