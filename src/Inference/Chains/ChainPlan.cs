namespace ProbModels;

/// <summary>What all chains of a run have in common.</summary>
internal sealed record ChainPlan(Posterior Posterior, ulong Seed)
{
    public required WarmupSchedule Schedule { get; init; }

    public required double TargetAcceptance { get; init; }

    public required int MaxTreeDepth { get; init; }

    /// <summary>One position for each chain; drawn at random if null.</summary>
    public IReadOnlyList<double[]>? Initial { get; init; }
}
