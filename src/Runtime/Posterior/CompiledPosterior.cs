using System.Globalization;

namespace ProbModels;

/// <summary>A compiled model with its data: what generated posteriors have in common.</summary>
/// <typeparam name="TDraws">The class that gives each site's draws a name.</typeparam>
/// <typeparam name="TPredictive">The same with observables.</typeparam>
/// <param name="model">The model with its inputs.</param>
/// <param name="observed">For each of the model's sites the given values; null for latents, derived values and observables that are not given.</param>
public abstract class CompiledPosterior<TDraws, TPredictive>(CompiledModel model, IReadOnlyList<double[]?> observed) : Posterior<TDraws>
    where TDraws : IDraws
{
    /// <summary>The same model with the same data.</summary>
    protected CompiledPosterior(CompiledPosterior<TDraws, TPredictive> other)
        : this(other.Model, other.Observed)
    {
    }

    private readonly int _recordLength = model.Sites.Where(site => site.Kind != SiteKind.Observable).Sum(site => site.Length);

    private CompiledModel Model => model;

    private IReadOnlyList<double[]?> Observed => observed;

    /// <inheritdoc/>
    public sealed override string ModelName => model.Name;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Site> Sites { get; } = [.. model.Sites.Where(site => site.Kind != SiteKind.Observable)];

    /// <inheritdoc/>
    public sealed override int Dimension { get; } = model.Sites.Where(site => site.Kind == SiteKind.Latent).Sum(site => site.Length);

    /// <summary>How wide the vectors are with which this posterior computes.</summary>
    public abstract LaneWidth Width { get; }

    /// <summary>Runs the model forward once for each draw, with the draw's latents: observables are drawn and derived values computed anew.</summary>
    /// <param name="draws">Draws of this posterior.</param>
    /// <param name="seed">The same seed gives the same values, for any number of threads.</param>
    /// <returns>Latents, derived values and observables: chains x draws x each site's own shape.</returns>
    /// <exception cref="SimulationException">A draw does not fit its type.</exception>
    public TPredictive Predict(TDraws draws, ulong seed) => ReadPredictive(model.Sites, model.RunForward(draws, seed));

    /// <summary>Gives names and shapes to stored records of all sites.</summary>
    protected abstract TPredictive ReadPredictive(IReadOnlyList<Site> sites, DrawStore store);

    /// <summary>Runs the model method itself at a position: the slow, independent witness of the compiled log density.</summary>
    /// <param name="position"><see cref="Posterior.Dimension"/> unconstrained numbers.</param>
    /// <param name="backwards">Whether plates run from the last iteration to the first, which must not matter.</param>
    public ReplayResult Replay(ReadOnlySpan<double> position, bool backwards = false) => ProbModels.Replay.Run(model, observed, position, backwards);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SiteContribution> Explain(ReadOnlySpan<double> position) => Replay(position).Contributions;

    /// <summary>Checks that a span holds a position or a gradient.</summary>
    /// <exception cref="ArgumentException">It has another length.</exception>
    protected void CheckLength(ReadOnlySpan<double> span, string argument)
    {
        if (span.Length != Dimension) throw new ArgumentException($"{ModelName}: {argument} has {span.Length} elements; the position has {Dimension}", argument);
    }

    /// <summary>Checks that a span holds a record.</summary>
    /// <exception cref="ArgumentException">It has another length.</exception>
    protected void CheckRecord(ReadOnlySpan<double> span, string argument)
    {
        if (span.Length != _recordLength) throw new ArgumentException($"{ModelName}: {argument} has {span.Length} elements; a record has {_recordLength}", argument);
    }

    /// <summary>The error for a latent outside its support.</summary>
    protected ArgumentException NotInSupport(string site, double value, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{ModelName}: {site} is {value}; it must be {rule}"));
}
