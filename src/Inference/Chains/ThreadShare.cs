namespace ProbModels;

/// <summary>Divides threads among the chains that run: those that are left when others have ended get more for each evaluation.</summary>
/// <param name="threads">The number of threads in all.</param>
internal sealed class ThreadShare(int threads)
{
    private int _running;

    /// <summary>How many threads an evaluation of one chain may use. No draw depends on it.</summary>
    public int Each => Math.Max(1, threads / Math.Max(1, Volatile.Read(ref _running)));

    /// <summary>Counts a chain until what is returned is disposed.</summary>
    public Running Enter()
    {
        Interlocked.Increment(ref _running);
        return new(this);
    }

    internal readonly struct Running(ThreadShare share) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref share._running);
    }
}
