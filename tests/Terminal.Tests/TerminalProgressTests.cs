namespace ProbModels.Terminal.Tests;

public class TerminalProgressTests
{
    private const string HideCursor = "\u001b[?25l";
    private const string ShowCursor = "\u001b[?25h";

    [Fact]
    public void Lines_are_drawn_and_the_cursor_comes_back()
    {
        var output = new StringWriter();
        new StandardNormal().Sample(new() { Chains = 2, Seed = 1, Progress = new TerminalProgress(Consoles.Terminal(output)) });
        string text = output.ToString();
        Assert.Contains("StandardNormal: 2 chains x 1000 draws after 1000 of warm-up", text);
        Assert.Contains("100%      done", text);
        Assert.True(text.LastIndexOf(ShowCursor, StringComparison.Ordinal) > text.LastIndexOf(HideCursor, StringComparison.Ordinal));
    }

    [Fact]
    public void The_cursor_comes_back_from_a_run_that_is_cancelled()
    {
        var output = new StringWriter();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));
        Assert.ThrowsAny<OperationCanceledException>(() => new StandardNormal().Sample(
            new() { Chains = 1, Warmup = int.MaxValue / 2, Draws = 1, Progress = new TerminalProgress(Consoles.Terminal(output)) }, cancellation.Token));
        string text = output.ToString();
        Assert.Contains("warm-up", text);
        Assert.True(text.LastIndexOf(ShowCursor, StringComparison.Ordinal) > text.LastIndexOf(HideCursor, StringComparison.Ordinal));
    }

    [Fact]
    public void The_cursor_comes_back_from_a_run_that_fails()
    {
        var output = new StringWriter();
        Assert.Throws<SamplingException>(() => new Nowhere().Sample(new() { Progress = new TerminalProgress(Consoles.Terminal(output)) }));
        string text = output.ToString();
        Assert.True(text.LastIndexOf(ShowCursor, StringComparison.Ordinal) > text.LastIndexOf(HideCursor, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_written_where_it_could_not_be_drawn_over()
    {
        var output = new StringWriter();
        new StandardNormal().Sample(new() { Seed = 1, Progress = new TerminalProgress(Consoles.Plain(output, 80)) });
        Assert.Empty(output.ToString());
    }

    [Fact]
    public void An_instance_serves_one_run_after_another_but_not_two_at_once()
    {
        var progress = new TerminalProgress(Consoles.Terminal(new StringWriter()));
        new StandardNormal().Sample(new() { Progress = progress });
        new StandardNormal().Sample(new() { Progress = progress });

        var monitor = new SamplingMonitor("Line", 1, 1, 1);
        progress.Begin(monitor);
        Assert.Throws<InvalidOperationException>(() => progress.Begin(monitor));
        progress.End();
    }

    [Fact]
    public void A_terminal_that_goes_away_does_not_end_the_run()
    {
        var fit = new StandardNormal().Sample(new() { Seed = 1, Progress = new TerminalProgress(Consoles.Terminal(new ClosedWriter())) });
        Assert.Equal(1000, fit.Store.Draws);
    }

    private sealed class ClosedWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("The terminal is gone.");

        public override void Write(char value) => throw new IOException("The terminal is gone.");
    }
}
