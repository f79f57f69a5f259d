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

    public required TimeSpan Elapsed { get; init; }
}
