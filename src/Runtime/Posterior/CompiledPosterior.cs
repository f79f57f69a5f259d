using System.Globalization;

namespace ProbModels;

/// <summary>A compiled model with its data: what generated posteriors have in common.</summary>
/// <typeparam name="TDraws">The class that gives each site's draws a name.</typeparam>
/// <typeparam name="TPredictive">The same with observables.</typeparam>
/// <param name="model">The model with its inputs.</param>
/// <param name="observed">For each of the model's sites the given values, NaN where an element is missing; null for latents, derived values and observables that are not given.</param>
/// <param name="imputed">For each of the model's sites the elements that are missing and inferred; null for sites of which none can be.</param>
public abstract partial class CompiledPosterior<TDraws, TPredictive>(CompiledModel model, IReadOnlyList<double[]?> observed, IReadOnlyList<int[]?> imputed) : Posterior<TDraws>
    where TDraws : IDraws
{
    /// <summary>A model of which no missing element is inferred.</summary>
    protected CompiledPosterior(CompiledModel model, IReadOnlyList<double[]?> observed)
        : this(model, observed, new int[]?[model.Sites.Count])
    {
    }

    /// <summary>The same model with the same data.</summary>
    protected CompiledPosterior(CompiledPosterior<TDraws, TPredictive> other)
        : this(other.Model, other.Observed, other.ImputedElements)
    {
    }

    private readonly int _recordLength = SitesOf(model, imputed).Sum(site => site.Length);

    /// <summary>The model with its inputs.</summary>
    protected CompiledModel Model => model;

    private IReadOnlyList<double[]?> Observed => observed;

    private IReadOnlyList<int[]?> ImputedElements => imputed;

    /// <inheritdoc/>
    public sealed override string ModelName => model.Name;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Site> Sites { get; } = SitesOf(model, imputed);

    /// <inheritdoc/>
    public sealed override int Dimension { get; } = model.Sites.Where(site => site.Kind == SiteKind.Latent).Sum(site => site.Coordinates) + imputed.Sum(elements => elements?.Length ?? 0);

    /// <summary>How wide the vectors are with which this posterior computes.</summary>
    public abstract LaneWidth Width { get; }

    /// <summary>
    /// Whether sums of squares over plates are evaluated from sufficient statistics, which were computed when data were bound, and not element by
    /// element. It is decided then, by comparing both; false where the model has no such sum.
    /// </summary>
    public virtual bool UsesSufficientStatistics => false;

    /// <summary>Runs the model forward once for each draw, with the draw's latents: observables are drawn and derived values computed anew.</summary>
    /// <param name="draws">Draws of this posterior.</param>
    /// <param name="seed">The same seed gives the same values, for any number of threads.</param>
    /// <param name="ignoreFactors">Whether sites are drawn as if the model had no factors; otherwise a factor is an error.</param>
    /// <returns>Latents, derived values and observables: chains x draws x each site's own shape.</returns>
    /// <exception cref="SimulationException">A draw does not fit its type, or the model has a factor.</exception>
    public TPredictive Predict(TDraws draws, ulong seed, bool ignoreFactors = false) => ReadPredictive(model.Sites, model.RunForward(draws, seed, ignoreFactors));

    /// <summary>Gives names and shapes to stored records of all sites.</summary>
    protected abstract TPredictive ReadPredictive(IReadOnlyList<Site> sites, DrawStore store);

    /// <summary>Runs the model method itself at a position: the slow, independent witness of the compiled log density.</summary>
    /// <param name="position"><see cref="Posterior.Dimension"/> unconstrained numbers.</param>
    /// <param name="backwards">Whether plates run from the last iteration to the first, which must not matter.</param>
    public ReplayResult Replay(ReadOnlySpan<double> position, bool backwards = false) => ProbModels.Replay.Run(model, observed, imputed, position, backwards);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<SiteContribution> Explain(ReadOnlySpan<double> position) => Replay(position).Contributions;

    /// <summary>The observables that are given, with their places among the terms of <see cref="PointwiseLogLikelihood(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public IReadOnlyList<Site> Observables { get; } = SiteTable.Build([.. model.Sites.Where((_, site) => observed[site] is not null).Select(site => (site.Name, site.Kind, site.Shape))]);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<MissingElements> Missing { get; } =
        [.. model.Sites.Select((site, i) => site.Kind == SiteKind.Observable ? MissingElements.Of(site, observed[i]) : null).OfType<MissingElements>()];

    /// <summary>The log likelihood of each observed element at a position.</summary>
    /// <param name="position"><see cref="Posterior.Dimension"/> unconstrained numbers.</param>
    /// <param name="terms">Receives a log density for each element of each of the <see cref="Observables"/>; −∞ where an argument of its distribution is out of range, NaN where the element is missing. The term of a vector stands at its first element, also where some of the others are missing.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void PointwiseLogLikelihood(ReadOnlySpan<double> position, Span<double> terms)
    {
        int length = Observables.Sum(site => site.Length);
        if (terms.Length != length) throw new ArgumentException($"{ModelName}: {nameof(terms)} has {terms.Length} elements; the given observables have {length}", nameof(terms));
        LogLikelihood(Constrain(position), terms);
        LeaveOutMissing(terms);
    }

    /// <summary>The log likelihood of each observed element, for each draw.</summary>
    /// <param name="draws">Draws of this posterior.</param>
    /// <returns>For each of the <see cref="Observables"/>: chains x draws x elements, NaN where an element is <see cref="Posterior.Missing"/>.</returns>
    public PointwiseLogLikelihood PointwiseLogLikelihood(TDraws draws)
    {
        var records = draws.Store;
        var terms = new DrawStore(records.Chains, records.Draws, Observables.Sum(site => site.Length));
        Parallel.For(0, (long)records.Chains * records.Draws, run =>
        {
            var (chain, draw) = ((int)(run / records.Draws), (int)(run % records.Draws));
            LogLikelihood(records[chain, draw], terms[chain, draw]);
            LeaveOutMissing(terms[chain, draw]);
        });
        return new(ModelName, Observables, terms);
    }

    /// <summary>Latents and derived values, then the missing elements that are inferred.</summary>
    private static List<Site> SitesOf(CompiledModel model, IReadOnlyList<int[]?> imputed)
    {
        List<Site> sites = [.. model.Sites.Where(site => site.Kind != SiteKind.Observable)];
        int offset = sites.Sum(site => site.Length);
        for (int i = 0; i < imputed.Count; i++)
        {
            if (imputed[i] is not { } elements) continue;
            var observable = model.Sites[i];
            sites.Add(new(observable.Name, SiteKind.Latent, elements.Length, offset) { Missing = new(observable.Name, observable.Shape, elements) });
            offset += elements.Length;
        }

        return sites;
    }

    private void LeaveOutMissing(Span<double> terms)
    {
        foreach (var site in Observables)
        {
            if (Missing.FirstOrDefault(candidate => candidate.Observable == site.Name) is not { } missing) continue;
            int number = model.Sites.TakeWhile(candidate => candidate.Name != site.Name).Count();

            // A vector that is given in part has its term, at its first element.
            bool isOfVectors = model.Sites[number].ValueLength > 1;
            foreach (int element in missing.Elements)
                if (!isOfVectors || imputed[number]?.AsSpan().Contains(element) != true) terms[site.Offset + element] = double.NaN;
        }
    }

    /// <summary>The elements of a site that are missing and inferred.</summary>
    /// <param name="site">Its number in <see cref="CompiledModel.Sites"/>.</param>
    protected int[] Imputed(int site) => imputed[site] ?? [];

    /// <summary>Computes the log likelihood of each observed element from a record.</summary>
    protected abstract void LogLikelihood(ReadOnlySpan<double> record, Span<double> terms);

    /// <summary>The observations of a site, with a number in the place of those that are missing.</summary>
    /// <param name="site">Its number in <see cref="CompiledModel.Sites"/>.</param>
    /// <param name="value">A number of the site's support.</param>
    protected double[] ObservedOr(int site, double value) => Observations.OrStandIn(model.Sites[site], observed[site], value);

    /// <summary>The part of all terms that belongs to an observable; numbers that nobody reads where it is not given.</summary>
    protected Span<double> Terms(int site, Span<double> terms)
    {
        if (observed[site] is null) return new double[model.Sites[site].Length];
        var place = Observables.First(candidate => candidate.Name == model.Sites[site].Name);
        return terms.Slice(place.Offset, place.Length);
    }

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
