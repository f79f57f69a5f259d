namespace ProbModels;

/// <summary>Draws from a posterior, with what is known of their quality.</summary>
public abstract class Fit
{
    private readonly SamplingRun _run;

    private protected Fit(Posterior posterior, SamplingRun run)
    {
        (Posterior, _run) = (posterior, run);
        Advice = RunAdvice.For(posterior, run);
    }

    /// <summary>What was sampled.</summary>
    public Posterior Posterior { get; }

    /// <summary>The options of the run.</summary>
    public SamplerOptions Options => _run.Options;

    /// <summary>The seed that gives these draws again.</summary>
    public ulong Seed => _run.Seed;

    /// <summary>The draws on the model's scale: chains x draws x record.</summary>
    public DrawStore Store => _run.Store;

    /// <summary>What is known of each transition: chains x draws.</summary>
    public SamplerStatistics Statistics => _run.Statistics;

    /// <summary>The number of gradients evaluated by all chains, warm-up included.</summary>
    public long Gradients => _run.Gradients;

    /// <summary>The time from call to return.</summary>
    public TimeSpan Elapsed => _run.Elapsed;

    /// <summary>What went wrong in the run and what to do about it, each cause once; empty where all is well.</summary>
    public IReadOnlyList<Advice> Advice { get; }

    /// <summary>Mean, spread, quantiles and convergence of each number of a record.</summary>
    /// <remarks>Computed at each call, on all processors.</remarks>
    public Summary Summary() => SummaryBuilder.Run(this);
}

/// <summary>Draws from a posterior, with a property for each site.</summary>
/// <typeparam name="TDraws">The class that gives each site's draws a name.</typeparam>
public class Fit<TDraws> : Fit
{
    internal Fit(Posterior<TDraws> posterior, SamplingRun run) : base(posterior, run)
    {
        Posterior = posterior;
        Draws = posterior.Read(run.Store);
    }

    /// <inheritdoc cref="Fit.Posterior"/>
    public new Posterior<TDraws> Posterior { get; }

    /// <summary>The draws of each site, by name.</summary>
    public TDraws Draws { get; }
}

/// <summary>Draws from the posterior of a compiled model, which can also predict with them.</summary>
/// <typeparam name="TDraws">The class that gives each site's draws a name.</typeparam>
/// <typeparam name="TPredictive">The same with observables.</typeparam>
public sealed class Fit<TDraws, TPredictive> : Fit<TDraws>
    where TDraws : IDraws
{
    internal Fit(CompiledPosterior<TDraws, TPredictive> posterior, SamplingRun run) : base(posterior, run) => Posterior = posterior;

    /// <inheritdoc cref="Fit.Posterior"/>
    public new CompiledPosterior<TDraws, TPredictive> Posterior { get; }

    /// <summary>The posterior predictive: for each draw, observables that the model makes with the draw's latents.</summary>
    /// <param name="seed">The same seed gives the same values, for any number of threads.</param>
    /// <param name="ignoreFactors">Whether sites are drawn as if the model had no factors; otherwise a factor is an error.</param>
    /// <returns>Latents as drawn, derived values, and new observables, also where they were given: chains x draws x each site's own shape.</returns>
    /// <exception cref="SimulationException">A draw does not fit its type, or the model has a factor.</exception>
    public TPredictive Predict(ulong seed, bool ignoreFactors = false) => Posterior.Predict(Draws, seed, ignoreFactors);

    /// <summary>The log likelihood of each observed element, for each draw: what leave-one-out comparisons of models start from.</summary>
    /// <returns>For each observable that is given: chains x draws x elements.</returns>
    public PointwiseLogLikelihood PointwiseLogLikelihood() => Posterior.PointwiseLogLikelihood(Draws);
}
