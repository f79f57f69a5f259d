namespace ProbModels;

/// <summary>The speed of the last seconds.</summary>
/// <remarks>Chains change their speed, above all while they warm up, so the mean since the start would mislead.</remarks>
internal sealed class Pace
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    private readonly Queue<Reading> _readings = new([default]);
    private Reading _last;

    /// <summary>Iterations per second; NaN before the first.</summary>
    public double IterationsPerSecond => Positive(_last.Iterations - First.Iterations) / (_last.Time - First.Time).TotalSeconds;

    /// <summary>Leapfrogs per iteration; NaN before the first.</summary>
    public double LeapfrogsPerIteration => (_last.Leapfrogs - First.Leapfrogs) / Positive(_last.Iterations - First.Iterations);

    private Reading First => _readings.Peek();

    /// <summary>Takes a reading into account. What has not moved since the last one keeps its speed, as a chain that is done does.</summary>
    public void Add(TimeSpan time, long iterations, long leapfrogs)
    {
        if (iterations == _last.Iterations) return;
        _last = new(time, iterations, leapfrogs);
        _readings.Enqueue(_last);
        while (_readings.Count > 2 && time - First.Time > Window)
            _readings.Dequeue();
    }

    private static double Positive(long count) => count > 0 ? count : double.NaN;

    private readonly record struct Reading(TimeSpan Time, long Iterations, long Leapfrogs);
}
