using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Points that a trajectory takes and gives back, so that a transition allocates nothing and copies no point.</summary>
/// <remarks>A point has one holder for each role in a subtree: first, last, proposal. It is free when the last holder lets go.</remarks>
internal sealed class PhasePointPool
{
    private readonly PhasePoint[] _points;
    private readonly int[] _free;

    public PhasePointPool(VectorArena arena, int capacity)
    {
        _points = new PhasePoint[capacity];
        _free = new int[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _points[i] = new PhasePoint(arena, i);
            _free[i] = i;
        }
        FreeCount = capacity;
    }

    /// <summary>How many points are free.</summary>
    public int FreeCount { get; private set; }

    /// <summary>The point with an index.</summary>
    public PhasePoint this[int index] => _points[index];

    /// <summary>A point with one holder and whatever numbers it was left with; the one freed last, which is likeliest to be in the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhasePoint Take()
    {
        var point = _points[_free[--FreeCount]];
        point.Holders = 1;
        return point;
    }

    /// <summary>Ends one role of a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(PhasePoint point)
    {
        if (--point.Holders == 0) _free[FreeCount++] = point.Index;
    }
}
