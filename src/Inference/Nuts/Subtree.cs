using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>Neighbouring points of a trajectory, in the order in which they were reached.</summary>
/// <remarks>
/// Of all its points it keeps the first, the last, and one drawn in proportion to the weights e^(−H). It holds them by index, since
/// storing a reference costs the runtime's write barrier, and a join in few dimensions takes little more than a few of those.
/// </remarks>
internal sealed class Subtree(PhasePointPool points, VectorArena arena, int dimension)
{
    private readonly LaneVector _sum = arena.Take();
    private int _first, _last, _proposal;

    /// <summary>The point that was reached first.</summary>
    public PhasePoint First => points[_first];

    /// <summary>The point that was reached last: where the trajectory goes on.</summary>
    public PhasePoint Last => points[_last];

    /// <summary>The point that stands for the subtree in the choice of the next draw.</summary>
    public PhasePoint Proposal => points[_proposal];

    /// <summary>The sum of e^(E − H) over the points, E being the transition's reference.</summary>
    public double Weight { get; set; }

    /// <summary>The sum of the momenta of all points, which approximates the way from first to last.</summary>
    private LaneVector MomentumSum => _first == _last ? First.Momentum : _sum;

    /// <summary>Makes this the subtree of one point, which then has a holder for each of its three roles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Become(PhasePoint point, double weight)
    {
        _first = _last = _proposal = point.Index;
        point.Holders = 3;
        Weight = weight;
    }

    /// <summary>Turns the order round, so that the trajectory goes on at its other end.</summary>
    public void Reverse() => (_first, _last) = (_last, _first);

    /// <summary>Lets go of all points.</summary>
    public void Release()
    {
        points.Release(First);
        points.Release(Last);
        points.Release(Proposal);
    }

    /// <summary>Lets go of all points but the proposal.</summary>
    /// <returns>The proposal.</returns>
    public PhasePoint ReleaseAllButProposal()
    {
        points.Release(First);
        points.Release(Last);
        return Proposal;
    }

    /// <summary>Appends the subtree that follows. Its points become this one's or are released.</summary>
    /// <param name="next">The points after <see cref="Last"/>.</param>
    /// <param name="takeProposal">Whether the proposal of the other subtree replaces this one's.</param>
    /// <returns>Whether the joined subtree may be part of a trajectory: false where it turns back on itself.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Join(Subtree next, bool takeProposal)
    {
        bool extends = _first == _last && next._first == next._last ? PairExtends(next) : Extends(next);
        points.Release(Last);
        points.Release(next.First);
        points.Release(takeProposal ? Proposal : next.Proposal);
        _last = next._last;
        if (takeProposal) _proposal = next._proposal;
        Weight += next.Weight;
        return extends;
    }

    /// <summary>
    /// The generalised U-turn criterion (Betancourt 2017, "A conceptual introduction to Hamiltonian Monte Carlo", appendix A.4.2)
    /// for the whole and for each subtree with the other's nearest point. The latter two see a trajectory that has made a full
    /// period, where the ends of the whole look as if they still moved apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Extends(Subtree next)
    {
        ref double sumHere = ref MomentumSum.First;
        ref double sumThere = ref next.MomentumSum.First;
        ref double sum = ref _sum.First;
        ref double firstVelocity = ref First.Velocity.First;
        ref double beforeVelocity = ref Last.Velocity.First;
        ref double beforeMomentum = ref Last.Momentum.First;
        ref double afterVelocity = ref next.First.Velocity.First;
        ref double afterMomentum = ref next.First.Momentum.First;
        ref double lastVelocity = ref next.Last.Velocity.First;
        Vector512<double> wholeFirst = default, wholeLast = default, hereFirst = default, hereLast = default, thereFirst = default, thereLast = default;
        for (nuint i = 0; i < (nuint)dimension; i += LaneVector.Width)
        {
            var here = Vector512.LoadUnsafe(ref sumHere, i);
            var there = Vector512.LoadUnsafe(ref sumThere, i);
            var first = Vector512.LoadUnsafe(ref firstVelocity, i);
            var last = Vector512.LoadUnsafe(ref lastVelocity, i);
            var whole = here + there;
            whole.StoreUnsafe(ref sum, i);
            wholeFirst += first * whole;
            wholeLast += last * whole;

            var hereAndNext = here + Vector512.LoadUnsafe(ref afterMomentum, i);
            hereFirst += first * hereAndNext;
            hereLast += Vector512.LoadUnsafe(ref afterVelocity, i) * hereAndNext;

            var thereAndBefore = there + Vector512.LoadUnsafe(ref beforeMomentum, i);
            thereFirst += Vector512.LoadUnsafe(ref beforeVelocity, i) * thereAndBefore;
            thereLast += last * thereAndBefore;
        }
        return LaneVector.Sum(wholeFirst) > 0 && LaneVector.Sum(wholeLast) > 0
            && LaneVector.Sum(hereFirst) > 0 && LaneVector.Sum(hereLast) > 0
            && LaneVector.Sum(thereFirst) > 0 && LaneVector.Sum(thereLast) > 0;
    }

    /// <summary>The same for two single points, where the three checks are one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool PairExtends(Subtree next)
    {
        ref double firstMomentum = ref First.Momentum.First;
        ref double lastMomentum = ref next.Last.Momentum.First;
        ref double firstVelocity = ref First.Velocity.First;
        ref double lastVelocity = ref next.Last.Velocity.First;
        ref double sum = ref _sum.First;
        Vector512<double> wholeFirst = default, wholeLast = default;
        for (nuint i = 0; i < (nuint)dimension; i += LaneVector.Width)
        {
            var whole = Vector512.LoadUnsafe(ref firstMomentum, i) + Vector512.LoadUnsafe(ref lastMomentum, i);
            whole.StoreUnsafe(ref sum, i);
            wholeFirst += Vector512.LoadUnsafe(ref firstVelocity, i) * whole;
            wholeLast += Vector512.LoadUnsafe(ref lastVelocity, i) * whole;
        }
        return LaneVector.Sum(wholeFirst) > 0 && LaneVector.Sum(wholeLast) > 0;
    }
}
