using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>The straight line by hand.</summary>
/// <remarks>
/// With w = 1/e and z = (y − m x − c) w the log density is a constant − ½ Σ z² and the transforms' Jacobians; its derivatives by c and m are
/// Σ z w and Σ z w x. Padding has w = 0 and adds nothing, so that no lane needs a mask.
/// </remarks>
internal sealed unsafe class HandWrittenLine : Yardstick
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
        _constant = -sample.E.Sum(Math.Log) - _count * HalfLogTwoPi;
    }

    /// <summary>The position is (m, c) on the logit scale of their intervals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        // Both transforms at once, m in lane 0 and c in lane 1. logistic(q) = 1 / (1 + e^−q), and its log Jacobian is −|q| − 2 log(1 + e^−|q|):
        // one exponential serves both.
        var q = Vector128.Create(position).ToVector256().ToVector512();
        var size = Vector512.Abs(q);
        var decay = VectorMath.Exp(-size);
        var total = Vector512<double>.One + decay;
        var share = Vector512.ConditionalSelect(Vector512.LessThan(q, Vector512<double>.Zero), decay, Vector512<double>.One) / total;
        var width = Vector512.Create(10d, 20, 0, 0, 0, 0, 0, 0);
        var value = width * (share - Vector512.Create(0.5));

        Accumulate(_x.Start, _y.Start, _w.Start, _count, value.ToScalar(), value.GetElement(1), out double squares, out double byC, out double byM);

        var by = Vector128.Create(byM, byC);
        var slope = share.GetLower().GetLower();
        (Vector128<double>.One - slope - slope + width.GetLower().GetLower() * slope * (Vector128<double>.One - slope) * by).CopyTo(gradient);
        double jacobians = size.ToScalar() + size.GetElement(1) + 2 * VectorMath.Log(Vector512.Create(total.ToScalar() * total.GetElement(1))).ToScalar();
        return _constant - jacobians - 0.5 * squares;
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
