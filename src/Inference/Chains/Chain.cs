namespace ProbModels;

/// <summary>One chain: its state, and how it gets from one iteration to the next.</summary>
internal sealed class Chain
{
    private readonly ChainPlan _plan;
    private readonly Workspace _workspace;
    private readonly Hamiltonian _hamiltonian;
    private readonly NutsTransition _transition;
    private readonly IMetricAdaptation _metric;
    private readonly DualAveraging _step;
    private readonly long[] _warmupRejections;
    private readonly ChainRandom _rng;
    private PhasePoint _state;

    public Chain(ChainPlan plan, int index)
    {
        (_plan, Index) = (plan, index);
        var posterior = plan.Posterior;
        _workspace = posterior.CreateWorkspace();
        _metric = new DiagonalAdaptation(posterior.Dimension);
        _hamiltonian = new Hamiltonian(posterior, _workspace, _metric.Metric);
        _transition = new NutsTransition(_hamiltonian, posterior.Dimension, plan.MaxTreeDepth);
        _step = new DualAveraging(plan.TargetAcceptance);
        _state = _transition.Points.Take();
        _rng = RandomStreams.Transitions(plan.Seed, index);
        _warmupRejections = new long[posterior.Rules.Count];
    }

    public int Index { get; }

    /// <summary>The number of iterations done, warm-up included.</summary>
    public int Iteration { get; private set; }

    /// <summary>How many threads may share an evaluation.</summary>
    public int Threads
    {
        set => _workspace.Threads = value;
    }

    /// <summary>The number of gradients evaluated so far.</summary>
    public long Gradients => _hamiltonian.Gradients;

    /// <summary>How many evaluations gave a log density that is not a number so far.</summary>
    public long NaNs => _hamiltonian.NaNs;

    /// <summary>The first position where that happened, if it did.</summary>
    public ReadOnlySpan<double> FirstNaN => _hamiltonian.FirstNaN;

    /// <summary>How many evaluations broke each rule in the warm-up, the search for a start included.</summary>
    public ReadOnlySpan<long> WarmupRejections => _warmupRejections;

    /// <summary>How many evaluations broke each rule so far.</summary>
    public ReadOnlySpan<long> Rejections => _workspace.Rejections;

    /// <summary>The unconstrained position.</summary>
    public ReadOnlySpan<double> Position => _state.Position.Span;

    /// <summary>Finds a start and a first step size. To be called once, before the first iteration.</summary>
    /// <exception cref="SamplingException">There is no start with a finite log density, or no step size.</exception>
    public void Start()
    {
        if (_plan.Initial is { } initial)
        {
            StartingPoint.Take(_plan.Posterior, _hamiltonian, _state, Index, initial[Index]);
        }
        else
        {
            var rng = RandomStreams.Start(_plan.Seed, Index);
            StartingPoint.Search(_plan.Posterior, _hamiltonian, _state, Index, ref rng);
        }
        RestartStepSize();
        if (_plan.Schedule.Length == 0) EndWarmup();
    }

    /// <summary>Makes one transition, and adapts to it during the warm-up.</summary>
    public TransitionStatistics Advance()
    {
        bool adapts = Iteration < _plan.Schedule.Length;
        var statistics = _transition.Run(ref _state, _step.StepSize, _rng);
        if (adapts) Adapt(statistics.Acceptance);
        Iteration++;
        if (adapts && Iteration == _plan.Schedule.Length) EndWarmup();
        return statistics;
    }

    /// <summary>Writes the state on the model's scale.</summary>
    public void Record(Span<double> record) => _plan.Posterior.Constrain(Position, record, _workspace);

    private void Adapt(double acceptance)
    {
        _step.Observe(acceptance);
        if (_plan.Schedule.Observes(Iteration)) _metric.Observe(_state);
        if (_plan.Schedule.EndsWindow(Iteration) && _metric.CompleteWindow()) RestartStepSize();
    }

    private void RestartStepSize()
    {
        var scratch = _transition.Points.Take();
        _step.Restart(StepSizeSearch.Run(_hamiltonian, _state, scratch, _step.StepSize, _rng));
        _transition.Points.Release(scratch);
    }

    private void EndWarmup()
    {
        _step.Finish();
        _workspace.Rejections.CopyTo(_warmupRejections);
    }
}
