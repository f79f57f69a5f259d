namespace ProbModels.Terminal.Tests;

public class ProgressTableTests
{
    [Fact]
    public void A_chain_shows_its_phase_speed_and_quality()
    {
        var monitor = new SamplingMonitor("Line", 2, 100, 300);
        Advance(monitor.Chains[0], 40);
        var table = new ProgressTable(monitor, unicode: false);
        Assert.Equal(
            """
            Line: 2 chains x 300 draws after 100 of warm-up
                                    phase  draws/s  steps    size  accept  div.     left
            1  #.........   10%   warm-up       40    7.0  0.5000    0.80     1     0:09
            2  ..........    0%   warm-up        -      -       -       -     0        -
            """,
            Lines(table, 1, 79));

        Advance(monitor.Chains[0], 260);
        Advance(monitor.Chains[1], 400);
        Assert.Equal(
            """
            Line: 2 chains x 300 draws after 100 of warm-up
                                    phase  draws/s  steps    size  accept  div.     left
            1  #######...   75%  sampling      150    7.0  0.5000    0.80     0     0:01
            2  ##########  100%      done      200    7.0  0.5000    0.80     0     0:00
            """,
            Lines(table, 2, 79));
    }

    [Fact]
    public void Many_chains_share_a_line()
    {
        var monitor = new SamplingMonitor("Line", 16, 100, 100);
        Advance(monitor.Chains[0], 200);
        Advance(monitor.Chains[1], 120);
        Assert.Equal(
            """
            Line: 16 chains x 100 draws after 100 of warm-up
                                          phase  draws/s  steps    size  accept  div.     left
            all  #.............   10%  sampling      320    7.0  0.5000    0.80     0     0:09
            """,
            Lines(new ProgressTable(monitor, unicode: false), 1, 85));
    }

    [Fact]
    public void A_chain_that_has_nothing_to_do_is_done()
        => Assert.Contains("100%      done", Lines(new ProgressTable(new SamplingMonitor("Line", 1, 0, 0), unicode: true), 1, 80));

    [Fact]
    public void No_line_reaches_the_last_columns()
    {
        var monitor = new SamplingMonitor("A model with a name that is rather long", 3, 1000, 1000);
        Advance(monitor.Chains[0], 1500);
        var table = new ProgressTable(monitor, unicode: true);
        for (int width = 10; width <= 200; width++)
        {
            string[] lines = Lines(table, 10, width).Split('\n');
            Assert.Equal(5, lines.Length);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, width - 3));
        }
    }

    [Theory]
    [InlineData(0.5, "0:01")]
    [InlineData(59.5, "1:00")]
    [InlineData(3598.5, "59:59")]
    [InlineData(3600 * 26 + 61, "26:01:01")]
    [InlineData(3600 * 200, ">99 h")]
    public void The_time_that_is_left_is_rounded_up(double seconds, string shown)
    {
        // One of two iterations took as long as the other will.
        var monitor = new SamplingMonitor("Line", 1, 0, 2);
        Advance(monitor.Chains[0], 1);
        var table = new ProgressTable(monitor, unicode: false);
        Assert.EndsWith(" " + shown, Lines(table, seconds, 100));
    }

    /// <summary>Iterations with 7 leapfrogs each, of which the first diverges.</summary>
    private static void Advance(ChainMonitor chain, int iterations)
    {
        for (int i = 0; i < iterations; i++)
            chain.Report(new TransitionStatistics { Leapfrogs = 7, StepSize = 0.5, Acceptance = 0.8, Divergent = i == 0 });
    }

    /// <summary>What is shown after some seconds, without the blanks at the lines' ends.</summary>
    private static string Lines(ProgressTable table, double seconds, int width)
    {
        var output = new StringWriter();
        Consoles.Plain(output, width).Write(table.Render(TimeSpan.FromSeconds(seconds), width));
        return string.Join('\n', output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }
}
