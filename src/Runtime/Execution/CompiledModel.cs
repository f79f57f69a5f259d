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

    /// <summary>Runs the model forward.</summary>
    /// <param name="store">Receives a record of all sites for each of its draws.</param>
    /// <param name="seed">The same seed gives the same values.</param>
    /// <param name="fixedValues">For each site its fixed values ("do"), or null where it is drawn.</param>
    /// <exception cref="ModelBindingException">Fixed values have the wrong length.</exception>
    /// <exception cref="SimulationException">An argument of a distribution is out of range, or a draw does not fit.</exception>
    protected void Simulate(DrawStore store, ulong seed, IReadOnlyList<double[]?> fixedValues)
    {
        for (int site = 0; site < Sites.Count; site++)
            if (fixedValues[site] is { } values && values.Length != Sites[site].Length)
                throw Binding.BadLength(Name, Sites[site].Name, values.Length, Sites[site].Length, "the site", "fixed values");
        for (int chain = 0; chain < store.Chains; chain++)
            for (int draw = 0; draw < store.Draws; draw++)
                new Simulator(this, fixedValues, new Philox(seed, StreamIds.Of((long)chain * store.Draws + draw, StreamPurpose.Simulation))).Fill(store[chain, draw]);
    }
}

/// <summary>A model cannot be run forward with these values; the message names the site, its index and the cause.</summary>
public sealed class SimulationException(string message) : InvalidOperationException(message);
