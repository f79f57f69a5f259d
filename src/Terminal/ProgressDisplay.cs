using System.Diagnostics;
using Spectre.Console;

namespace ProbModels;

/// <summary>The thread that redraws the lines of one run until it ends.</summary>
internal sealed class ProgressDisplay
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(0.1);

    private readonly IAnsiConsole _console;
    private readonly ProgressTable _table;
    private readonly ManualResetEventSlim _ended = new();
    private readonly Thread _thread;
    private readonly long _started = Stopwatch.GetTimestamp();

    public ProgressDisplay(IAnsiConsole console, SamplingMonitor monitor)
    {
        _console = console;
        _table = new ProgressTable(monitor, console.Profile.Capabilities.Unicode);
        _thread = new Thread(Draw) { IsBackground = true, Name = "Sampling progress" };
    }

    public void Start()
    {
        Console.CancelKeyPress += LeaveTerminalClean;
        _thread.Start();
    }

    /// <summary>Draws the lines a last time and gives the terminal back.</summary>
    public void Stop()
    {
        Console.CancelKeyPress -= LeaveTerminalClean;
        _ended.Set();
        _thread.Join();
    }

    /// <summary>Where nobody else handles Ctrl-C it ends the process at once, without the cursor that live lines hide.</summary>
    private void LeaveTerminalClean(object? sender, ConsoleCancelEventArgs press)
    {
        _ended.Set();
        _thread.Join();
    }

    private void Draw()
    {
        try
        {
            _console.Live(Lines()).Start(live =>
            {
                while (!_ended.Wait(Period))
                    live.UpdateTarget(Lines());
                live.UpdateTarget(Lines());
            });
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException)
        {
            // The terminal is gone, or shows something else that is live. The draws are worth more than their progress: the run goes on unwatched.
        }
    }

    private Spectre.Console.Rendering.IRenderable Lines() => _table.Render(Stopwatch.GetElapsedTime(_started), _console.Profile.Width);
}
