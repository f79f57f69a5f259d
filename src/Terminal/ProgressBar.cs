using Spectre.Console;

namespace ProbModels;

/// <summary>A bar whose filled part is the share of iterations done and whose colour is the phase.</summary>
internal sealed class ProgressBar(bool unicode)
{
    public const int LeastWidth = 4;
    public const int MostWidth = 40;

    public void AppendTo(Paragraph text, WatchedChains line, int width)
    {
        int filled = (int)(line.Share * width);
        text.Append(new string(unicode ? '━' : '#', filled), ColorOf(line.Phase));
        text.Append(new string(unicode ? '━' : '.', width - filled), Color.Grey23);
    }

    private static Color ColorOf(Phase phase) => phase switch
    {
        Phase.Warmup => Color.Yellow,
        Phase.Sampling => Color.Blue,
        _ => Color.Green,
    };
}
