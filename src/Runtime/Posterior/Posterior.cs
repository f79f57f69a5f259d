namespace ProbModels;

/// <summary>A model with its data: a log density over unconstrained positions, with its gradient.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Whatever an evaluation writes lives in a <see cref="Workspace"/> that the caller
/// owns, one for each thread. A position holds <see cref="Dimension"/> numbers without bounds; a record holds <see cref="RecordLength"/>
/// numbers on the scale of the model: every latent, then every derived value, in the order of <see cref="Sites"/>.
/// </remarks>
public abstract class Posterior
{
    private Workspace? _spare;

    /// <summary>The name of the model, for messages.</summary>
    public abstract string ModelName { get; }

    /// <summary>The number of unconstrained coordinates.</summary>
    public abstract int Dimension { get; }

    /// <summary>What a record holds: latents and derived values with their shapes and places.</summary>
    public abstract IReadOnlyList<Site> Sites { get; }

    /// <summary>The rules that an evaluation may find broken, such as a scale that turns negative; see <see cref="Workspace.Rejections"/>.</summary>
    public abstract IReadOnlyList<string> Rules { get; }

    /// <summary>The elements of observables that were not observed: they have no term in the log density, unless something else reads them: then they are inferred, and are <see cref="Sites"/> too. Empty where the data are complete.</summary>
    public virtual IReadOnlyList<MissingElements> Missing => [];

    /// <summary>The count of numbers in a record.</summary>
    public int RecordLength => Sites.Sum(site => site.Length);

    /// <summary>Makes scratch memory for evaluations on one thread.</summary>
    public virtual Workspace CreateWorkspace() => new(Rules.Count);

    /// <summary>The log density at a position, log Jacobian of the transforms included.</summary>
    /// <param name="position"><see cref="Dimension"/> unconstrained numbers.</param>
    /// <param name="workspace">Scratch memory from <see cref="CreateWorkspace"/>, used by no other thread meanwhile.</param>
    /// <returns>The log density; −∞ where an argument of a distribution is out of range.</returns>
    public abstract double LogDensity(ReadOnlySpan<double> position, Workspace workspace);

    /// <summary>The log density at a position and its gradient.</summary>
    /// <param name="position"><see cref="Dimension"/> unconstrained numbers.</param>
    /// <param name="gradient">Receives <see cref="Dimension"/> partial derivatives; without meaning where the result is −∞.</param>
    /// <param name="workspace">Scratch memory from <see cref="CreateWorkspace"/>, used by no other thread meanwhile.</param>
    public abstract double LogDensity(ReadOnlySpan<double> position, Span<double> gradient, Workspace workspace);

    /// <summary>Translates a position to the model's own scale and computes the derived values.</summary>
    /// <param name="position"><see cref="Dimension"/> unconstrained numbers.</param>
    /// <param name="record">Receives <see cref="RecordLength"/> numbers.</param>
    /// <param name="workspace">Scratch memory from <see cref="CreateWorkspace"/>.</param>
    public abstract void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace);

    /// <summary>Translates latents on the model's own scale to a position. Derived values in the record are not read.</summary>
    /// <param name="record"><see cref="RecordLength"/> numbers.</param>
    /// <param name="position">Receives <see cref="Dimension"/> unconstrained numbers.</param>
    /// <exception cref="ArgumentException">A latent lies outside its support.</exception>
    public abstract void Unconstrain(ReadOnlySpan<double> record, Span<double> position);

    /// <inheritdoc cref="LogDensity(ReadOnlySpan{double}, Workspace)"/>
    /// <remarks>Uses a workspace that the posterior keeps at hand, so that repeated calls allocate nothing.</remarks>
    public double LogDensity(ReadOnlySpan<double> position)
    {
        var workspace = Rent();
        double value = LogDensity(position, workspace);
        Return(workspace);
        return value;
    }

    /// <inheritdoc cref="LogDensity(ReadOnlySpan{double}, Span{double}, Workspace)"/>
    /// <remarks>Uses a workspace that the posterior keeps at hand, so that repeated calls allocate nothing.</remarks>
    public double LogDensity(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var workspace = Rent();
        double value = LogDensity(position, gradient, workspace);
        Return(workspace);
        return value;
    }

    /// <summary>Translates a position to a new record; see <see cref="Constrain(ReadOnlySpan{double}, Span{double}, Workspace)"/>.</summary>
    public double[] Constrain(ReadOnlySpan<double> position)
    {
        var record = new double[RecordLength];
        var workspace = Rent();
        Constrain(position, record, workspace);
        Return(workspace);
        return record;
    }

    /// <summary>Translates a record to a new position; see <see cref="Unconstrain(ReadOnlySpan{double}, Span{double})"/>.</summary>
    public double[] Unconstrain(ReadOnlySpan<double> record)
    {
        var position = new double[Dimension];
        Unconstrain(record, position);
        return position;
    }

    /// <summary>Lists what each site contributes to the log density at a position, for messages about a start that fails.</summary>
    /// <remarks>Slow: it runs the model method itself where there is one.</remarks>
    /// <returns>One entry for each site that contributes, in program order; empty where the model cannot be replayed.</returns>
    public virtual IReadOnlyList<SiteContribution> Explain(ReadOnlySpan<double> position) => [];

    private Workspace Rent() => Interlocked.Exchange(ref _spare, null) ?? CreateWorkspace();

    private void Return(Workspace workspace) => Volatile.Write(ref _spare, workspace);
}

/// <summary>A posterior whose draws have a type of their own, with one property for each site.</summary>
/// <typeparam name="TDraws">The generated class that gives each site's draws a name.</typeparam>
public abstract class Posterior<TDraws> : Posterior
{
    /// <summary>Gives names and shapes to stored records.</summary>
    public abstract TDraws Read(DrawStore store);
}
