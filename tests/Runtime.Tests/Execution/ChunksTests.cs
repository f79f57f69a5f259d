namespace ProbModels.Tests;

/// <summary>Long plates in chunks: every element belongs to one, and threads change nothing.</summary>
public class ChunksTests
{
    public static TheoryData<int> Lengths => [1, 255, 256, 4095, 4096, 4097, 8192, 8193, 10_000, 100_001];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Chunks_cover_a_plate_and_begin_where_tiles_do(int length)
    {
        var seen = new List<(int From, int To)>();
        var workspace = new Workspace(0);
        Of(workspace).Run(length, [], (_, _, chunk) => seen.Add((chunk.From, chunk.To)));
        Assert.Equal(0, seen[0].From);
        Assert.Equal(length, seen[^1].To);
        Assert.All(seen, chunk => Assert.InRange(chunk.To - chunk.From, 1, Chunks.Length));
        Assert.All(seen, chunk => Assert.Equal(0, chunk.From % 256));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Results_are_those_of_one_thread(int threads)
    {
        const int Length = 50_000, Columns = 3;
        double[] rows = new double[Columns], expectedRows = new double[Columns];
        var expected = Evaluate(1, Length, expectedRows);
        var workspace = new Workspace(0) { Threads = threads };
        var chunks = Of(workspace);
        for (int repetition = 0; repetition < 200; repetition++)
        {
            Assert.Equal(expected, Evaluate(chunks, Length, rows, isSlow: repetition < 3));
            Assert.Equal(expectedRows, rows);
        }

        // A plate after a longer one: nothing of that is left.
        Assert.Equal(Evaluate(1, 5_000, expectedRows), Evaluate(chunks, 5_000, rows, isSlow: false));
        Assert.Equal(expectedRows, rows);
    }

    [Fact]
    public void Threads_that_help_take_part_and_have_workspaces_of_their_own()
    {
        var workspace = new Workspace(0) { Threads = 4 };
        var (threads, workspaces) = (new HashSet<int>(), new Dictionary<Workspace, int>());
        Of(workspace).Run(100 * Chunks.Length, [], (_, own, _) =>
        {
            lock (threads)
            {
                threads.Add(Environment.CurrentManagedThreadId);
                if (!workspaces.TryAdd(own, Environment.CurrentManagedThreadId)) Assert.Equal(Environment.CurrentManagedThreadId, workspaces[own]);
            }

            Thread.Sleep(2);
        });
        Assert.InRange(threads.Count, 2, 4);
        Assert.Equal(threads.Count, workspaces.Count);
    }

    [Fact]
    public void A_busy_pool_does_not_hold_work_up()
    {
        var gate = new TaskCompletionSource();
        ThreadPool.GetMinThreads(out int threads, out _);
        for (int i = 0; i < 2 * threads; i++) ThreadPool.UnsafeQueueUserWorkItem(_ => gate.Task.Wait(), null);
        int done = 0;
        Of(new Workspace(0) { Threads = 2 }).Run(3 * Chunks.Length, [], (_, _, _) =>
        {
            Thread.Sleep(1);
            Interlocked.Increment(ref done);
        });
        gate.SetResult();
        Assert.Equal(3, done);
    }

    [Fact]
    public void A_workspace_has_one_thread_at_least() => Assert.Throws<ArgumentOutOfRangeException>(() => new Workspace(0) { Threads = 0 });

    private static Chunks<object?, Workspace> Of(Workspace workspace) => new(null, workspace, (_, _) => new Workspace(0));

    private static (double Sum, double Greatest) Evaluate(int threads, int length, double[] rows) => Evaluate(Of(new Workspace(0) { Threads = threads }), length, rows, isSlow: false);

    private static (double Sum, double Greatest) Evaluate(Chunks<object?, Workspace> chunks, int length, double[] rows, bool isSlow)
    {
        chunks.Run(
            length,
            [0.1, length],
            (_, _, chunk) =>
            {
                if (isSlow) Thread.Sleep(1);
                double sum = 0, greatest = double.NegativeInfinity;
                var own = chunk.Rows(0, 3);
                own.Clear();
                for (int i = chunk.From; i < chunk.To; i++)
                {
                    sum += Math.Sin(i * chunk.Number(0));
                    greatest = Math.Max(greatest, Math.Cos(i));
                    own[i % 3] += 1.0 / (i + 1);
                }

                (chunk.Sum(0), chunk.Sum(1)) = (sum, greatest);
                chunk.Flag(0) = chunk.To <= chunk.Number(1);
                chunk.Flag(1) = chunk.From > 0;
                chunk.Flag(2) = chunk.From == 0;
            },
            sums: 2,
            flags: 3,
            columns: 3);
        chunks.Rows(0, rows);

        // A rule holds where no chunk breaks it: neither the first, nor a later one.
        Assert.True(chunks.Flag(0));
        Assert.False(chunks.Flag(1));
        Assert.False(chunks.Flag(2));
        return (chunks.Sum(0), chunks.Greatest(1));
    }
}
