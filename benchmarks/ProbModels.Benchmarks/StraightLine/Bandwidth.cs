using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Reads the straight line's three columns and does next to nothing with them: how fast memory delivers what a kernel needs.</summary>
internal sealed unsafe class Bandwidth(LineSample sample)
{
    private readonly PinnedColumn _x = new(sample.X), _y = new(sample.Y), _e = new(sample.E);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public double Sum()
    {
        double* x = _x.Start, y = _y.Start, e = _e.Start;
        int count = sample.X.Length;
        Vector512<double> sumX = default, sumY = default, sumE = default;
        for (int i = 0; i < count; i += 8)
        {
            sumX += Vector512.LoadAligned(x + i);
            sumY += Vector512.LoadAligned(y + i);
            sumE += Vector512.LoadAligned(e + i);
        }

        return Lanes.Sum(sumX + sumY + sumE);
    }
}
