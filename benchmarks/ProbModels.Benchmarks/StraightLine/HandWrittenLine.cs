using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>The straight line's log density and gradient as one would write them by hand for speed.</summary>
/// <remarks>
/// With w = 1/e and z = (y − m x − c) w the log density is a constant − ½ Σ z² and the transforms' Jacobians; its derivatives by c and m are
/// Σ z w and Σ z w x. Padding has w = 0 and adds nothing, so that no lane needs a mask.
/// </remarks>
internal sealed unsafe class HandWrittenLine
{
    private readonly PinnedColumn _x, _y, _w;
    private readonly int _count;
    private readonly double _constant;

    public HandWrittenLine(LineSample sample)
    {
        _x = new(sample.X);
        _y = new(sample.Y);
        _w = new([.. sample.E.Select(error => 1 / error)]);
        _count = sample.X.Length;
        _constant = -sample.E.Sum(Math.Log) - 0.5 * _count * Math.Log(2 * Math.PI);
    }

    /// <summary>The log density at a position (m, c on the logit scale of their intervals), and its gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        // logistic(q) = 1 / (1 + e^−q), and its log Jacobian is −|q| − 2 log(1 + e^−|q|): one exponential serves both.
        double atM = position[0], atC = position[1];
        double expM = Math.Exp(-Math.Abs(atM)), expC = Math.Exp(-Math.Abs(atC));
        double shareM = (atM < 0 ? expM : 1) / (1 + expM), shareC = (atC < 0 ? expC : 1) / (1 + expC);

        Accumulate(_x.Start, _y.Start, _w.Start, _count, -5 + 10 * shareM, -10 + 20 * shareC, out double squares, out double byC, out double byM);

        gradient[0] = 1 - 2 * shareM + 10 * shareM * (1 - shareM) * byM;
        gradient[1] = 1 - 2 * shareC + 20 * shareC * (1 - shareC) * byC;
        return _constant - Math.Abs(atM) - Math.Abs(atC) - 2 * Math.Log((1 + expM) * (1 + expC)) - 0.5 * squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Accumulate(double* x, double* y, double* w, int count, double m, double c, out double squares, out double byC, out double byM)
    {
        var slope = Vector512.Create(m);
        var offset = Vector512.Create(c);
        var squaresLanes = Vector512<double>.Zero;
        var byCLanes = Vector512<double>.Zero;
        var byMLanes = Vector512<double>.Zero;
        for (int i = 0; i < count; i += 8)
        {
            var xs = Vector512.LoadAligned(x + i);
            var ws = Vector512.LoadAligned(w + i);
            var z = (Vector512.LoadAligned(y + i) - Vector512.FusedMultiplyAdd(slope, xs, offset)) * ws;
            var zw = z * ws;
            squaresLanes = Vector512.FusedMultiplyAdd(z, z, squaresLanes);
            byCLanes += zw;
            byMLanes = Vector512.FusedMultiplyAdd(zw, xs, byMLanes);
        }

        squares = Lanes.Sum(squaresLanes);
        byC = Lanes.Sum(byCLanes);
        byM = Lanes.Sum(byMLanes);
    }
}
