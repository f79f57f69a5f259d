using Xunit;

namespace ProbModels.Tests;

public class ChainRunnerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Every_chain_runs_once(int threads)
    {
        var runs = new int[7];
        ChainRunner.Run(7, threads, (chain, _) => Interlocked.Increment(ref runs[chain]), CancellationToken.None);
        Assert.All(runs, count => Assert.Equal(1, count));
    }

    [Fact]
    public void One_thread_is_the_callers()
    {
        int caller = Environment.CurrentManagedThreadId;
        ChainRunner.Run(3, 1, (_, _) => Assert.Equal(caller, Environment.CurrentManagedThreadId), CancellationToken.None);
    }

    [Fact]
    public void A_chain_that_fails_stops_the_others_and_is_the_one_reported()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ChainRunner.Run(3, 3, (chain, token) =>
        {
            if (chain == 2) throw new InvalidOperationException("chain 2");
            token.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            token.ThrowIfCancellationRequested();
        }, CancellationToken.None));
        Assert.Equal("chain 2", error.Message);
    }
}
