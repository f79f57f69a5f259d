using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Linear regression by hand: one pass over the matrix.</summary>
/// <remarks>Rows that fill the last block have no intercept, so that their residual is 0 − 0.</remarks>
internal sealed unsafe class HandWrittenLinear : Yardstick
{
    private const double AlphaVariance = 5 * 5, SigmaVariance = 2 * 2;

    private readonly PackedRows _x;
    private readonly PinnedColumn _y, _byBeta;
    private readonly double _constant;

    public HandWrittenLinear(double[,] x, double[] y)
    {
        _x = new(x);
        _y = _x.Column(y);
        _byBeta = new(new double[8 * _x.Columns]);
        _constant = -(_x.Count + _x.Columns + 2) * HalfLogTwoPi - 0.5 * Math.Log(AlphaVariance) + Math.Log(2) - 0.5 * Math.Log(SigmaVariance);
    }

    /// <summary>The position is (alpha, each column's beta, log sigma).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        fixed (double* at = position, slope = gradient)
        {
            int columns = _x.Columns;
            double alpha = at[0], logSigma = at[1 + columns];
            double sigma = VectorMath.Exp(Vector512.Create(logSigma)).ToScalar(), weight = 1 / (sigma * sigma);
            OverRows(alpha, at + 1, out double squares, out double sum);

            double betas = 0;
            for (int p = 0; p < columns; p++)
            {
                double beta = at[1 + p];
                betas += beta * beta;
                slope[1 + p] = weight * Lanes.Sum(Vector512.LoadAligned(_byBeta.Start + 8 * p)) - beta;
            }

            double deviation = weight * squares, ofSigma = sigma * sigma * (1 / SigmaVariance);
            slope[0] = weight * sum - alpha * (1 / AlphaVariance);
            slope[1 + columns] = 1 - _x.Count + deviation - ofSigma;
            return _constant + (1 - _x.Count) * logSigma - 0.5 * (deviation + betas + ofSigma + alpha * alpha * (1 / AlphaVariance));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void OverRows(double alpha, double* beta, out double squares, out double sum)
    {
        int columns = _x.Columns;
        double* tile = _x.Start, y = _y.Start, byBeta = _byBeta.Start;
        for (int p = 0; p < columns; p++) Vector512<double>.Zero.StoreAligned(byBeta + 8 * p);

        var squaresLanes = Vector512<double>.Zero;
        var sumLanes = Vector512<double>.Zero;
        for (int left = _x.Count; left > 0; left -= PackedRows.Rows)
        {
            double* second = tile + 8 * columns, third = tile + 16 * columns, fourth = tile + 24 * columns;
            var a = Vector512.LoadAligned(y) - Vector512.Create(alpha);
            var b = Vector512.LoadAligned(y + 8) - Vector512.Create(alpha);
            var c = Vector512.LoadAligned(y + 16) - Vector512.Create(alpha);
            var d = Vector512.LoadAligned(y + 24) - Vector512.Create(alpha);
            if (left < PackedRows.Rows)
            {
                a &= Lanes.First(left);
                b &= Lanes.First(left - 8);
                c &= Lanes.First(left - 16);
                d &= Lanes.First(left - 24);
            }

            for (int p = 0; p < columns; p++)
            {
                var coefficient = Vector512.Create(beta[p]);
                a = Vector512.FusedMultiplyAdd(-coefficient, Vector512.LoadAligned(tile + 8 * p), a);
                b = Vector512.FusedMultiplyAdd(-coefficient, Vector512.LoadAligned(second + 8 * p), b);
                c = Vector512.FusedMultiplyAdd(-coefficient, Vector512.LoadAligned(third + 8 * p), c);
                d = Vector512.FusedMultiplyAdd(-coefficient, Vector512.LoadAligned(fourth + 8 * p), d);
            }

            squaresLanes = Vector512.FusedMultiplyAdd(a, a, squaresLanes) + b * b + Vector512.FusedMultiplyAdd(c, c, d * d);
            sumLanes += a + b + (c + d);
            for (int p = 0; p < columns; p++)
            {
                var by = Vector512.LoadAligned(byBeta + 8 * p);
                by = Vector512.FusedMultiplyAdd(a, Vector512.LoadAligned(tile + 8 * p), by);
                by = Vector512.FusedMultiplyAdd(b, Vector512.LoadAligned(second + 8 * p), by);
                by = Vector512.FusedMultiplyAdd(c, Vector512.LoadAligned(third + 8 * p), by);
                by = Vector512.FusedMultiplyAdd(d, Vector512.LoadAligned(fourth + 8 * p), by);
                by.StoreAligned(byBeta + 8 * p);
            }

            tile += PackedRows.Rows * columns;
            y += PackedRows.Rows;
        }

        squares = Lanes.Sum(squaresLanes);
        sum = Lanes.Sum(sumLanes);
    }
}
