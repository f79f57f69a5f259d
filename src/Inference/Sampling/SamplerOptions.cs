namespace ProbModels;

/// <summary>How a posterior is sampled.</summary>
public sealed record SamplerOptions
{
    /// <summary>The number of independent chains, at least 1. Below 2, R-hat can only compare the halves of one chain.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>The number of iterations of each chain that adapt step size and metric and are not kept.</summary>
    public int Warmup { get; init; } = 1000;

    /// <summary>The number of draws that each chain keeps.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Determines every random number of the run; chosen at random, and reported by <see cref="Fit.Seed"/>, if null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The number of threads; as many as there are processors, if null. Where there are more than chains that run, they share evaluations over long data. The draws do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>The acceptance statistic to which the step size is adapted, between 0 and 1. Nearer to 1 the steps are smaller and diverge less.</summary>
    public double TargetAcceptance { get; init; } = 0.8;

    /// <summary>A trajectory has at most 2 to this power points.</summary>
    public int MaxTreeDepth { get; init; } = 10;

    /// <summary>Watches the run; nobody does if null.</summary>
    public ISamplingProgress? Progress { get; init; }

    /// <summary>
    /// Where each chain starts: chains x <see cref="Posterior.Dimension"/> unconstrained numbers, such as <see cref="Posterior.Unconstrain(ReadOnlySpan{double})"/> gives.
    /// Uniform on (−2, 2) if null.
    /// </summary>
    public IReadOnlyList<double[]>? Initial { get; init; }

    /// <exception cref="ArgumentException">An option is out of range, or does not fit the posterior.</exception>
    internal void Validate(Posterior posterior)
    {
        Require(Chains >= 1, nameof(Chains), Chains, "at least 1");
        Require(Warmup >= 0, nameof(Warmup), Warmup, "0 or more");
        Require(Draws >= 0, nameof(Draws), Draws, "0 or more");
        Require(Threads is null or >= 1, nameof(Threads), Threads, "at least 1");
        Require(TargetAcceptance is > 0 and < 1, nameof(TargetAcceptance), TargetAcceptance, "between 0 and 1, both excluded");
        Require(MaxTreeDepth is >= 1 and <= 30, nameof(MaxTreeDepth), MaxTreeDepth, "between 1 and 30");
        if (Initial is not null) ValidateInitial(Initial, posterior);
    }

    private void ValidateInitial(IReadOnlyList<double[]> initial, Posterior posterior)
    {
        Require(initial.Count == Chains, "Initial.Count", initial.Count, $"the number of chains, {Chains}");
        for (int chain = 0; chain < initial.Count; chain++)
        {
            var position = initial[chain];
            Require(position.Length == posterior.Dimension, $"Initial[{chain}].Length", position.Length,
                $"the dimension of {posterior.ModelName}, {posterior.Dimension}");
            for (int i = 0; i < position.Length; i++)
                Require(double.IsFinite(position[i]), $"Initial[{chain}][{i}]", position[i], "finite");
        }
    }

    private static void Require(bool holds, string name, object? value, string rule)
    {
        if (!holds) throw new ArgumentException(FormattableString.Invariant($"{name} is {value}; it must be {rule}."), "options");
    }
}
