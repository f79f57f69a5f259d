namespace ProbModels;

/// <summary>Points that a trajectory takes and gives back, so that a transition allocates nothing and copies no point.</summary>
/// <remarks>A point has one holder for each role in a subtree: first, last, proposal. It is free when the last holder lets go.</remarks>
internal sealed class PhasePointPool
{
    private readonly PhasePoint[] _free;
    private int _count;

    public PhasePointPool(VectorArena arena, int capacity)
    {
        _free = new PhasePoint[capacity];
        for (int i = 0; i < capacity; i++)
            _free[i] = new PhasePoint(arena);
        _count = capacity;
    }

    /// <summary>How many points are free.</summary>
    public int Count => _count;

    /// <summary>A point with one holder and whatever numbers it was left with.</summary>
    public PhasePoint Take()
    {
        var point = _free[--_count];
        point.Holders = 1;
        return point;
    }

    /// <summary>Ends one role of a point.</summary>
    public void Release(PhasePoint point)
    {
        if (--point.Holders == 0) _free[_count++] = point;
    }
}
