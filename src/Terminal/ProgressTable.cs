using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ProbModels;

/// <summary>Lays out a run's lines under a header.</summary>
internal sealed class ProgressTable
{
    /// <summary>With more chains than this one line stands for all, so that the lines fit the lowest of terminals.</summary>
    private const int MostLines = 8;

    private const string Gap = "  ";

    /// <summary>The rightmost columns stay free for the "^C" that terminals write at the cursor: if that wrapped, the next lines would not cover the last ones.</summary>
    private const int Margin = 3;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The numbers to the right of the bar. Fixed widths keep the lines still while the numbers change.</summary>
    private static readonly Column[] Columns =
    [
        new("", 4, line => Math.Floor(line.Share * 100).ToString("0", Culture) + "%"),
        new("phase", 8, line => line.Phase switch { Phase.Warmup => "warm-up", Phase.Sampling => "sampling", _ => "done" }),
        new("draws/s", 7, line => Number(line.IterationsPerSecond, line.IterationsPerSecond < 10 ? "0.0" : "0")),
        new("steps", 5, line => Number(line.LeapfrogsPerIteration, "0.0")),
        new("size", 6, line => Number(line.StepSize, line.StepSize < 0.001 ? "0E+0" : "0.0000")),
        new("accept", 6, line => Number(line.Acceptance, "0.00")),
        new("div.", 4, line => line.Divergences.ToString(Culture)) { Style = line => line.Divergences > 0 && line.Phase != Phase.Warmup ? Color.Red : Style.Plain },
        new("left", 7, line => Clock(line.SecondsLeft)),
    ];

    private readonly string _title;
    private readonly int _labelWidth;
    private readonly ProgressBar _bar;
    private readonly WatchedChains[] _lines;

    public ProgressTable(SamplingMonitor monitor, bool unicode)
    {
        int count = monitor.Chains.Length;
        _title = count == 1
            ? $"{monitor.ModelName}: {monitor.Draws} draws after {monitor.Warmup} of warm-up"
            : $"{monitor.ModelName}: {count} chains x {monitor.Draws} draws after {monitor.Warmup} of warm-up";
        _lines = count > MostLines
            ? [new("all", monitor, monitor.Chains)]
            : [.. monitor.Chains.Select((chain, index) => new WatchedChains($"{index + 1}", monitor, [chain]))];
        _labelWidth = _lines.Max(line => line.Label.Length);
        _bar = new ProgressBar(unicode);
    }

    /// <summary>The lines at a time since the start.</summary>
    /// <param name="time">The time, for the speeds.</param>
    /// <param name="width">The terminal's width. In a narrow one the rightmost numbers are left out, lest lines wrap.</param>
    public IRenderable Render(TimeSpan time, int width)
    {
        int free = width - Margin - _labelWidth - Gap.Length - ProgressBar.LeastWidth;
        var shown = Columns.TakeWhile(column => (free -= Gap.Length + column.Width) >= 0).ToArray();
        int barWidth = width - Margin - _labelWidth - Gap.Length - shown.Sum(column => Gap.Length + column.Width);
        barWidth = Math.Clamp(barWidth, ProgressBar.LeastWidth, ProgressBar.MostWidth);

        var text = new Paragraph();
        text.Append(_title[..Math.Clamp(width - Margin, 0, _title.Length)]);
        text.Append("\n" + new string(' ', _labelWidth + Gap.Length + barWidth));
        foreach (var column in shown)
            text.Append(Gap + column.Header.PadLeft(column.Width), Color.Grey);
        foreach (var line in _lines)
        {
            line.Tick(time);
            text.Append("\n" + line.Label.PadLeft(_labelWidth) + Gap);
            _bar.AppendTo(text, line, barWidth);
            foreach (var column in shown)
                text.Append(Gap + column.Text(line).PadLeft(column.Width), column.Style(line));
        }
        // The cursor waits on a line of its own.
        return text.Append("\n ");
    }

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, Culture) : "-";

    private static string Clock(double seconds)
    {
        if (!double.IsFinite(seconds)) return "-";
        if (seconds > 99 * 3600) return ">99 h";
        var time = TimeSpan.FromSeconds(Math.Ceiling(seconds));
        return time.TotalHours >= 1
            ? string.Create(Culture, $"{(int)time.TotalHours}:{time:mm\\:ss}")
            : string.Create(Culture, $"{time.Minutes}:{time:ss}");
    }

    private sealed record Column(string Header, int Width, Func<WatchedChains, string> Text)
    {
        public Func<WatchedChains, Style> Style { get; init; } = _ => Spectre.Console.Style.Plain;
    }
}
