using System.Runtime.ExceptionServices;

namespace ProbModels;

/// <summary>Runs chains on threads. Which thread runs a chain changes nothing of its draws.</summary>
internal static class ChainRunner
{
    /// <summary>Runs a task for each chain, the caller's thread taking part.</summary>
    /// <param name="chains">The number of chains.</param>
    /// <param name="threads">The number of threads, at least 1.</param>
    /// <param name="run">The task; it watches the token it is given, which is cancelled too when another chain fails.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Run(int chains, int threads, Action<int, CancellationToken> run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var failures = new ExceptionDispatchInfo?[chains];
        int next = -1;

        void Work()
        {
            for (int chain; (chain = Interlocked.Increment(ref next)) < chains;)
            {
                try
                {
                    run(chain, stop.Token);
                }
                catch (Exception failure)
                {
                    failures[chain] = ExceptionDispatchInfo.Capture(failure);
                    stop.Cancel();
                }
            }
        }

        var helpers = new Thread[Math.Min(threads, chains) - 1];
        for (int i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Work) { IsBackground = true, Name = $"ProbModels chains {i + 1}" };
            helpers[i].Start();
        }
        Work();
        foreach (var helper in helpers)
            helper.Join();

        cancellationToken.ThrowIfCancellationRequested();
        // A chain that failed comes before those that were only stopped because of it.
        var cause = failures.FirstOrDefault(failure => failure?.SourceException is not null and not OperationCanceledException)
            ?? failures.FirstOrDefault(failure => failure is not null);
        cause?.Throw();
    }
}
