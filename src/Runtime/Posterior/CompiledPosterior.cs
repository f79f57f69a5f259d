namespace ProbModels;

/// <summary>A compiled model with its data: what generated posteriors have in common.</summary>
/// <param name="model">The model with its inputs.</param>
/// <param name="observed">For each of the model's sites the given values; null for latents, derived values and observables that are not given.</param>
public abstract class CompiledPosterior<TDraws>(CompiledModel model, IReadOnlyList<double[]?> observed) : Posterior<TDraws>
{
    /// <inheritdoc/>
    public sealed override string ModelName => model.Name;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Site> Sites { get; } = [.. model.Sites.Where(site => site.Kind != SiteKind.Observable)];

    /// <inheritdoc/>
    public sealed override int Dimension { get; } = model.Sites.Where(site => site.Kind == SiteKind.Latent).Sum(site => site.Length);

    /// <summary>How wide the vectors are with which this posterior computes.</summary>
    public abstract LaneWidth Width { get; }

    /// <summary>Runs the model method itself at a position: the slow, independent witness of the compiled log density.</summary>
    /// <param name="position"><see cref="Posterior.Dimension"/> unconstrained numbers.</param>
    /// <param name="backwards">Whether plates run from the last iteration to the first, which must not matter.</param>
    public ReplayResult Replay(ReadOnlySpan<double> position, bool backwards = false) => ProbModels.Replay.Run(model, observed, position, backwards);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SiteContribution> Explain(ReadOnlySpan<double> position) => Replay(position).Contributions;
}
