using System.Runtime.ExceptionServices;

namespace ProbModels;

/// <summary>Runs a model forward once for each draw of a store, on all processors.</summary>
/// <remarks>Each draw has a stream of random numbers of its own: threads change nothing, nor does the number of the other draws.</remarks>
/// <param name="model">The model.</param>
/// <param name="isFixed">For each site whether its values are taken from the store instead of being drawn.</param>
/// <param name="seed">The same seed gives the same values.</param>
/// <param name="purpose">Keeps the streams apart from those of other uses of the seed.</param>
/// <param name="ignoreFactors">Whether sites are drawn as if there were no factors; otherwise a factor is an error.</param>
internal sealed class ForwardRuns(CompiledModel model, bool[] isFixed, ulong seed, StreamPurpose purpose, bool ignoreFactors)
{
    private readonly Lock _gate = new();
    private long _firstFailed = long.MaxValue;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Fills every record of a store: values of fixed sites are there already.</summary>
    /// <exception cref="SimulationException">A run fails; if several do, it is the first of them in the order of chains and draws.</exception>
    public void Fill(DrawStore store)
    {
        Parallel.For(0, (long)store.Chains * store.Draws, (run, loop) =>
        {
            var (chain, draw) = ((int)(run / store.Draws), (int)(run % store.Draws));
            try
            {
                new Simulator(model, isFixed, new Philox(seed, StreamIds.Of(chain, draw, purpose)), ignoreFactors).Fill(store[chain, draw]);
            }
            catch (Exception e)
            {
                // Runs before this one still happen, so that the failure reported does not depend on threads.
                Note(run, e);
                loop.Break();
            }
        });
        _failure?.Throw();
    }

    private void Note(long run, Exception failure)
    {
        lock (_gate)
        {
            if (run >= _firstFailed) return;
            (_firstFailed, _failure) = (run, ExceptionDispatchInfo.Capture(failure));
        }
    }
}
