using Spectre.Console;

namespace ProbModels;

/// <summary>Shows in the terminal how a run goes on: a line for each chain, or one for all of them where they are many.</summary>
/// <remarks>
/// A line shows the share of iterations done, the phase, iterations per second, steps (leapfrogs) per iteration, step size, mean acceptance, divergences
/// and the time left; rates are those of the last seconds. The sampler is not slowed: a thread of the display's own reads its
/// <see cref="SamplingMonitor"/> ten times a second. Nothing is written where the output is redirected or the terminal knows no ANSI sequences.
/// Use one instance for one run at a time; it may be used again.
/// </remarks>
/// <example><code>posterior.Sample(new() { Progress = new TerminalProgress() });</code></example>
public sealed class TerminalProgress : ISamplingProgress
{
    private readonly IAnsiConsole _console;
    private readonly bool _visible;
    private ProgressDisplay? _display;

    /// <summary>Shows progress on the standard output, if that is a terminal.</summary>
    public TerminalProgress() : this(AnsiConsole.Console, !Console.IsOutputRedirected) { }

    /// <summary>Shows progress on a console.</summary>
    /// <param name="console">Where to write; nothing is written if it knows no ANSI sequences.</param>
    public TerminalProgress(IAnsiConsole console) : this(console, true) { }

    private TerminalProgress(IAnsiConsole console, bool isTerminal)
    {
        ArgumentNullException.ThrowIfNull(console);
        _console = console;
        _visible = isTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true };
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This instance is already watching a run.</exception>
    public void Begin(SamplingMonitor monitor)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        if (!_visible) return;
        var display = new ProgressDisplay(_console, monitor);
        if (Interlocked.CompareExchange(ref _display, display, null) is not null)
            throw new InvalidOperationException("This TerminalProgress is watching another run; use one instance for each run that goes on at the same time.");
        display.Start();
    }

    /// <inheritdoc/>
    public void End() => Interlocked.Exchange(ref _display, null)?.Stop();
}
