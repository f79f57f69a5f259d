namespace ProbModels;

/// <summary>A model with its inputs: what generated classes have in common.</summary>
/// <remarks>Simulation runs the model method itself; its sites are named by a generated walk in the same order.</remarks>
public abstract class CompiledModel
{
    /// <summary>The name of the model, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Latents and derived values in program order, then observables, with their places in a record of all of them.</summary>
    public abstract IReadOnlyList<Site> Sites { get; }

    /// <summary>The count of numbers in a record of all sites.</summary>
    protected int RecordLength => Sites.Sum(site => site.Length);

    /// <summary>Runs the model method on the inputs.</summary>
    protected internal abstract void Run();

    /// <summary>The sites in the order in which the model method comes to them.</summary>
    protected internal abstract IEnumerable<Visit> Visits(Walk walk);

    /// <summary>Runs the model forward many times.</summary>
    /// <param name="draws">How many times.</param>
    /// <param name="seed">The same seed gives the same values.</param>
    /// <param name="fixedValues">For each site its fixed values ("do"), or null where it is drawn.</param>
    /// <param name="ignoreFactors">Whether sites are drawn as if the model had no factors; otherwise a factor is an error.</param>
    /// <returns>One chain of records of all sites.</returns>
    /// <exception cref="ModelBindingException">Fixed values have another shape than the site.</exception>
    /// <exception cref="SimulationException">An argument of a distribution is out of range, a draw does not fit, or there is a factor.</exception>
    protected DrawStore RunForward(int draws, ulong seed, IReadOnlyList<FixedValue?> fixedValues, bool ignoreFactors = false)
    {
        var store = new DrawStore(1, draws, RecordLength);
        for (int i = 0; i < Sites.Count; i++)
        {
            if (fixedValues[i] is not { } values) continue;
            var site = Sites[i];
            if (!values.Shape.Equals(site.Shape))
                throw new ModelBindingException($"{Name}: {site.Name}{values.Shape} is fixed; with these inputs the site is {site.Name}{site.Shape}");
            for (int draw = 0; draw < draws; draw++) values.Elements.CopyTo(store[0, draw][site.Offset..]);
        }

        bool[] isFixed = [.. fixedValues.Select(values => values is not null)];
        new ForwardRuns(this, isFixed, seed, StreamPurpose.Simulation, ignoreFactors).Fill(store);
        return store;
    }

    /// <summary>Runs the model forward once for each draw, with the draw's latents: observables are drawn and derived values computed anew.</summary>
    /// <param name="draws">Draws of this model, of a posterior with these inputs or with others. Latents are found by name.</param>
    /// <param name="seed">The same seed gives the same values.</param>
    /// <param name="ignoreFactors">Whether sites are drawn as if the model had no factors; otherwise a factor is an error.</param>
    /// <returns>As many chains and draws, records of all sites.</returns>
    /// <exception cref="ModelBindingException">A latent has another shape with these inputs than in the draws.</exception>
    /// <exception cref="SimulationException">A latent, or an argument of a distribution, is out of range with these inputs, a draw does not fit, or there is a factor.</exception>
    protected internal DrawStore RunForward(IDraws draws, ulong seed, bool ignoreFactors = false)
    {
        var given = draws.Store;
        var store = new DrawStore(given.Chains, given.Draws, RecordLength);
        foreach (var site in Sites.Where(site => site.Kind == SiteKind.Latent))
        {
            var source = draws.Sites.First(candidate => candidate.Name == site.Name);
            if (!source.Shape.Equals(site.Shape))
                throw new ModelBindingException($"{Name}: the draws hold {site.Name}{source.Shape}; with these inputs the site is {site.Name}{site.Shape}, so its values cannot be taken from them");
            for (int chain = 0; chain < store.Chains; chain++)
                for (int draw = 0; draw < store.Draws; draw++)
                    given[chain, draw].Slice(source.Offset, source.Length).CopyTo(store[chain, draw][site.Offset..]);
        }

        bool[] isFixed = [.. Sites.Select(site => site.Kind == SiteKind.Latent)];
        new ForwardRuns(this, isFixed, seed, StreamPurpose.Prediction, ignoreFactors).Fill(store);
        return store;
    }
}

/// <summary>A model cannot be run forward with these values; the message names the site, its index and the cause.</summary>
public sealed class SimulationException(string message) : InvalidOperationException(message);
