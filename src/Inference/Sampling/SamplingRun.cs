namespace ProbModels;

/// <summary>What a run left behind.</summary>
internal sealed record SamplingRun
{
    public required SamplerOptions Options { get; init; }

    public required ulong Seed { get; init; }

    public required DrawStore Store { get; init; }

    public required SamplerStatistics Statistics { get; init; }

    public required long Gradients { get; init; }

    /// <summary>How many evaluations broke each of the posterior's rules in the warm-up.</summary>
    public required long[] WarmupRejections { get; init; }

    /// <summary>The same for the whole run.</summary>
    public required long[] Rejections { get; init; }

    /// <summary>How many evaluations gave a log density that is not a number.</summary>
    public required long NaNs { get; init; }

    /// <summary>A position where that happened; null if it did not.</summary>
    public required double[]? NaNPosition { get; init; }

    public required TimeSpan Elapsed { get; init; }
}
