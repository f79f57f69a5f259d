using System.Diagnostics;

namespace ProbModels;

/// <summary>What is done for one chunk of a plate.</summary>
public delegate void ChunkWork<in TData, in TWorkspace>(TData data, TWorkspace workspace, Chunk chunk);

/// <summary>The chunks of one workspace's plates, which threads of the pool may share with the caller's.</summary>
/// <typeparam name="TData">What plates read.</typeparam>
/// <typeparam name="TWorkspace">What they write.</typeparam>
/// <remarks>The caller's thread takes part, and waits for no thread that has not begun: however busy the pool is, the work goes on.</remarks>
public sealed class Chunks<TData, TWorkspace> : Chunks
    where TWorkspace : Workspace
{
    /// <summary>The shortest time for which it pays to wake threads, in microseconds: measured with a straight line and logistic regressions of some thousand rows.</summary>
    private const double WorthWaking = 5;

    private static readonly long TicksWorthWaking = (long)(1e-6 * WorthWaking * Stopwatch.Frequency);

    private readonly TData _data;
    private readonly TWorkspace _workspace;
    private readonly Func<TData, TWorkspace, TWorkspace> _beside;
    private readonly List<Plate> _plates = [];
    private Helper[] _helpers = [];
    private ChunkWork<TData, TWorkspace>? _work;

    /// <summary>How many chunks nobody has begun; less than zero after somebody looked for one in vain.</summary>
    private int _waiting;

    private int _done;

    /// <summary>The chunks of a workspace.</summary>
    /// <param name="data">What plates read.</param>
    /// <param name="workspace">What they write.</param>
    /// <param name="beside">Makes a workspace for a thread that helps: what plates hand to each other is the same memory, and what one thread alone needs its own.</param>
    public Chunks(TData data, TWorkspace workspace, Func<TData, TWorkspace, TWorkspace> beside) => (_data, _workspace, _beside) = (data, workspace, beside);

    /// <summary>Computes a plate chunk by chunk.</summary>
    /// <param name="elements">Its length.</param>
    /// <param name="numbers">What each chunk needs to know.</param>
    /// <param name="work">What is done for a chunk.</param>
    /// <param name="sums">The number of the plate's sums.</param>
    /// <param name="flags">The number of its rules.</param>
    /// <param name="columns">The number of columns of the matrices whose rows are added up.</param>
    public void Run(int elements, ReadOnlySpan<double> numbers, ChunkWork<TData, TWorkspace> work, int sums = 0, int flags = 0, int columns = 0)
    {
        Divide(elements, numbers, sums, flags, columns);
        int helpers = Math.Min(_workspace.Threads, Count) - 1;
        if (helpers <= 0)
        {
            for (int chunk = 0; chunk < Count; chunk++) work(_data, _workspace, new(this, chunk));
            return;
        }

        // How long the first chunk took the last time, or takes now, says whether the others are worth a helper's waking.
        var plate = Known(work);
        int others = Count - 1;
        (_work, _done) = (work, 0);
        Volatile.Write(ref _waiting, others);
        bool isHelped = plate.Ticks * others >= TicksWorthWaking;
        if (isHelped) Call(helpers);
        long start = Stopwatch.GetTimestamp();
        work(_data, _workspace, new(this, 0));
        plate.Ticks = Stopwatch.GetTimestamp() - start;
        if (!isHelped && plate.Ticks * others >= TicksWorthWaking) Call(helpers);
        WorkThrough(_workspace);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _done) < others) wait.SpinOnce(sleep1Threshold: -1);
    }

    /// <summary>What is known of a plate: a model has few.</summary>
    private Plate Known(ChunkWork<TData, TWorkspace> work)
    {
        foreach (var plate in _plates)
            if (ReferenceEquals(plate.Work, work)) return plate;
        _plates.Add(new(work));
        return _plates[^1];
    }

    private void Call(int helpers)
    {
        if (_helpers.Length < helpers)
        {
            int known = _helpers.Length;
            Array.Resize(ref _helpers, helpers);
            for (int i = known; i < helpers; i++) _helpers[i] = new(this, _beside(_data, _workspace));
        }

        for (int i = 0; i < helpers; i++) _helpers[i].Call();
    }

    /// <summary>Takes chunks as long as there are any.</summary>
    private void WorkThrough(TWorkspace workspace)
    {
        // Who takes a chunk sees the work it belongs to, which was written before.
        for (int left; (left = Interlocked.Decrement(ref _waiting)) >= 0;)
        {
            _work!(_data, workspace, new(this, Count - 1 - left));
            Interlocked.Increment(ref _done);
        }
    }

    /// <summary>A thread that helps. It may come late, when other work waits, or none: it then takes part in that, or goes.</summary>
    private sealed class Helper(Chunks<TData, TWorkspace> chunks, TWorkspace workspace) : IThreadPoolWorkItem
    {
        private int _isCalled;

        public void Call()
        {
            if (Interlocked.Exchange(ref _isCalled, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            chunks.WorkThrough(workspace);
            Volatile.Write(ref _isCalled, 0);
        }
    }

    /// <summary>A plate, and how long its first chunk took the last time.</summary>
    private sealed class Plate(ChunkWork<TData, TWorkspace> work)
    {
        public ChunkWork<TData, TWorkspace> Work => work;

        public long Ticks { get; set; }
    }
}
