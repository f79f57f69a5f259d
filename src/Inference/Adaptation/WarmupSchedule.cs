using System.Collections.Immutable;

namespace ProbModels;

/// <summary>What each iteration of the warm-up is for.</summary>
/// <remarks>
/// Stan's plan (reference manual, "HMC algorithm parameters"): a first stretch finds the typical set; windows that double in length
/// each estimate the metric afresh, the last one reaching up to the final stretch, which adapts the step size alone. From 151 to 199
/// iterations Stan lets a window of 1 to 49 draws follow the first; here the first is stretched, as every later one is.
/// </remarks>
internal sealed class WarmupSchedule
{
    private const int Shortest = 20, Initial = 75, FirstWindow = 25, Final = 50;

    private readonly int _firstObserved;

    private WarmupSchedule(int length, int firstObserved, ImmutableArray<int> windowEnds)
        => (Length, _firstObserved, WindowEnds) = (length, firstObserved, windowEnds);

    /// <summary>The number of iterations.</summary>
    public int Length { get; }

    /// <summary>The last iteration of each window, counted from zero.</summary>
    public ImmutableArray<int> WindowEnds { get; }

    /// <summary>The schedule for a number of iterations. Below 20 the metric is left alone.</summary>
    public static WarmupSchedule For(int length)
    {
        if (length < Shortest) return new(length, length, []);
        var (initial, window, final) = Initial + FirstWindow + Final <= length
            ? (Initial, FirstWindow, Final)
            : Shares(length);

        var ends = ImmutableArray.CreateBuilder<int>();
        int stop = length - final;
        for (int start = initial; start < stop; window *= 2)
        {
            // A window that would leave too little room for the next one, twice as long, takes all that is left.
            int end = start + window + 2 * window > stop ? stop : start + window;
            ends.Add(end - 1);
            start = end;
        }
        return new(length, initial, ends.ToImmutable());
    }

    /// <summary>Whether the draw of an iteration goes into an estimate of the metric.</summary>
    public bool Observes(int iteration) => !WindowEnds.IsEmpty && iteration >= _firstObserved && iteration <= WindowEnds[^1];

    /// <summary>Whether the metric is renewed after an iteration.</summary>
    public bool EndsWindow(int iteration) => WindowEnds.BinarySearch(iteration) >= 0;

    /// <summary>Too short for the usual lengths: 15 % for the first stretch, 10 % for the last, one window between.</summary>
    private static (int Initial, int Window, int Final) Shares(int length)
    {
        int initial = (int)(0.15 * length), final = (int)(0.1 * length);
        return (initial, length - initial - final, final);
    }
}
