using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>One transition of the No-U-Turn sampler with multinomial choice of the draw.</summary>
/// <remarks>
/// <para>Hoffman and Gelman (2014), "The No-U-Turn sampler", JMLR 15; with the multinomial choice and the criterion of Betancourt
/// (2017), "A conceptual introduction to Hamiltonian Monte Carlo".</para>
/// <para>A trajectory is doubled in a random direction until a subtree of it turns back. A doubling adds 2ᵈ points one by one.
/// Finished subtrees wait on a stack, and two of equal size are joined as soon as they exist, as digits are carried in a binary
/// counter: every join that recursion would make is made, with a stack no higher than the depth.</para>
/// <para>Weights e^(E − H) are plain numbers, relative to an energy E that is lowered when a point lies far below it. Sums of plain
/// numbers take one exponential for each point, where sums of logarithms take one more and a logarithm for each join. What
/// underflows is 10³⁰⁰ times less likely than another point of the trajectory.</para>
/// </remarks>
internal sealed class NutsTransition
{
    /// <summary>An energy this far above the start's means that the integrator has lost the trajectory.</summary>
    public const double MaxEnergyError = 1000;

    /// <summary>Weights may reach e to this power before their reference is lowered; sums of them then stay far from overflow.</summary>
    private const double LargestLogWeight = 300;

    private readonly Hamiltonian _hamiltonian;
    private readonly int _maxDepth;
    private readonly PhasePointPool _points;
    private readonly Subtree _trajectory;
    private readonly Subtree[] _waiting;
    private int _waitingCount;
    private double _startEnergy;
    private double _reference;
    private double _acceptanceSum;
    private int _leapfrogs;
    private bool _divergent;

    public NutsTransition(Hamiltonian hamiltonian, int dimension, int maxDepth)
    {
        (_hamiltonian, _maxDepth) = (hamiltonian, maxDepth);
        _waiting = new Subtree[maxDepth + 1];
        // Three points for the trajectory and for each waiting subtree, and the newest point.
        int points = 3 * (maxDepth + 1) + 1;
        var arena = new VectorArena(dimension, PhasePoint.Vectors * points + 1 + _waiting.Length);
        _points = new PhasePointPool(arena, points);
        _trajectory = new Subtree(_points, arena, dimension);
        for (int i = 0; i < _waiting.Length; i++)
            _waiting[i] = new Subtree(_points, arena, dimension);
    }

    /// <summary>Where the chain's points come from. One that holds the chain's state belongs to the chain until the next transition.</summary>
    public PhasePointPool Points => _points;

    /// <summary>Makes a transition.</summary>
    /// <param name="state">The chain's state, evaluated, with one holder. Receives the next one.</param>
    /// <param name="stepSize">The step size of the leapfrogs.</param>
    /// <param name="rng">The chain's stream.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TransitionStatistics Run(ref PhasePoint state, double stepSize, ChainRandom rng)
    {
        _hamiltonian.RefreshMomentum(state, rng);
        (_startEnergy, _reference) = (state.Energy, state.Energy);
        (_acceptanceSum, _leapfrogs, _divergent) = (0, 0, false);
        _trajectory.Become(state, weight: 1);

        int depth = 0;
        double direction = 1;
        bool extends = true;
        while (extends && depth < _maxDepth)
        {
            if (rng.NextUniform() < 0.5)
            {
                direction = -direction;
                _trajectory.Reverse();
            }
            if (!Grow(depth, direction * stepSize, rng)) break;
            depth++;

            // The new half is taken with probability min(1, its weight / the old half's), which favours points far from the start.
            var added = _waiting[0];
            bool take = rng.NextUniform() * _trajectory.Weight < added.Weight;
            extends = _trajectory.Join(added, take);
        }

        state = _trajectory.ReleaseAllButProposal();
        return new(stepSize, _acceptanceSum / _leapfrogs, state.Energy, _leapfrogs, (byte)depth, _divergent);
    }

    /// <summary>Adds 2ᵈᵉᵖᵗʰ points after the trajectory's last, as one subtree at the bottom of the stack.</summary>
    /// <returns>False if a point diverged or a subtree turned back: then all of them are dropped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Grow(int depth, double step, ChainRandom rng)
    {
        _waitingCount = 0;
        var end = _trajectory.Last;
        for (int made = 1; made <= 1 << depth; made++)
        {
            var point = _points.Take();
            _hamiltonian.Leapfrog(end, step, point);
            _leapfrogs++;
            double error = point.Energy - _startEnergy;
            // Written so that a NaN fails too.
            if (!(error <= MaxEnergyError && error > double.NegativeInfinity))
            {
                _divergent = true;
                _points.Release(point);
                return Drop();
            }
            _waiting[_waitingCount++].Become(point, WeightOf(point));

            for (int pairs = made; (pairs & 1) == 0; pairs >>= 1)
                if (!JoinTopTwo(rng)) return Drop();
            end = point;
        }
        return true;
    }

    /// <summary>Joins the newest two waiting subtrees; the proposal is drawn in proportion to their weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool JoinTopTwo(ChainRandom rng)
    {
        var newer = _waiting[--_waitingCount];
        var older = _waiting[_waitingCount - 1];
        bool take = rng.NextUniform() * (older.Weight + newer.Weight) < newer.Weight;
        return older.Join(newer, take);
    }

    /// <summary>The weight of a new point, whose acceptance min(1, e^(H₀ − H)) is noted too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double WeightOf(PhasePoint point)
    {
        if (_reference - point.Energy > LargestLogWeight) LowerReference(point.Energy);
        double weight = ScalarFunctions.Exp(_reference - point.Energy);
        _acceptanceSum += _reference == _startEnergy ? Math.Min(1, weight) : ScalarFunctions.Exp(Math.Min(0, _startEnergy - point.Energy));
        return weight;
    }

    private void LowerReference(double energy)
    {
        double factor = ScalarFunctions.Exp(energy - _reference);
        _trajectory.Weight *= factor;
        foreach (var subtree in _waiting.AsSpan(0, _waitingCount))
            subtree.Weight *= factor;
        _reference = energy;
    }

    private bool Drop()
    {
        while (_waitingCount > 0)
            _waiting[--_waitingCount].Release();
        return false;
    }
}
