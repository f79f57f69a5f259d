namespace ProbModels.Benchmarks;

/// <summary>A log density with its gradient as one would write it by hand for speed: the limit that generated code is held against.</summary>
/// <remarks>
/// All on the unconstrained scale, with priors, transforms and their Jacobians, and no allocation. A yardstick owns its scratch memory: one
/// thread at a time. None replaces a loop over data by sums made beforehand.
/// </remarks>
internal abstract class Yardstick
{
    /// <summary>½ log 2π.</summary>
    protected const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>The log density at a position.</summary>
    /// <param name="position">The unconstrained coordinates, in the order of the generated posterior.</param>
    /// <param name="gradient">Receives as many partial derivatives.</param>
    public abstract double Evaluate(ReadOnlySpan<double> position, Span<double> gradient);
}
