using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Logistic regression by hand: one pass over the matrix.</summary>
/// <remarks>
/// With s = 1 for an outcome that occurs and −1 for one that does not, and t = −s η, a row adds −log(1 + e^t), whose derivative by η is s · logistic(t).
/// log(1 + e^t) = max(t, 0) + log(1 + e^−|t|), and the second terms are the logarithm of a product: as each factor is at most 2, one logarithm
/// serves 512 of them. Rows that fill the last block have s = 0: each adds −log 2 and nothing to the gradient.
/// </remarks>
internal sealed unsafe class HandWrittenLogistic : Yardstick
{
    private const double AlphaVariance = 2.5 * 2.5;

    private const int BlocksPerLogarithm = 128;

    private readonly PackedRows _x;
    private readonly PinnedColumn _sign, _predictor, _byBeta;
    private readonly double _constant;

    public HandWrittenLogistic(double[,] x, int[] y)
    {
        _x = new(x);
        _sign = _x.Column(y.Select(outcome => outcome == 0 ? -1d : 1));
        _predictor = new(new double[PackedRows.Rows]);
        _byBeta = new(new double[8 * _x.Columns]);
        _constant = -(1 + _x.Columns) * HalfLogTwoPi - 0.5 * Math.Log(AlphaVariance) + (_x.Blocks * PackedRows.Rows - _x.Count) * Math.Log(2);
    }

    /// <summary>The position is (alpha, each column's beta).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        fixed (double* at = position, slope = gradient)
        {
            double alpha = at[0], squares = 0;
            double logDensity = OverRows(alpha, at + 1, out double byAlpha);
            for (int p = 0; p < _x.Columns; p++)
            {
                double beta = at[1 + p];
                squares += beta * beta;
                slope[1 + p] = Lanes.Sum(Vector512.LoadAligned(_byBeta.Start + 8 * p)) - beta;
            }

            slope[0] = byAlpha - alpha * (1 / AlphaVariance);
            return _constant + logDensity - 0.5 * (squares + alpha * alpha * (1 / AlphaVariance));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double OverRows(double alpha, double* beta, out double byAlpha)
    {
        int columns = _x.Columns, blocks = _x.Blocks;
        double* tile = _x.Start, sign = _sign.Start, predictor = _predictor.Start, byBeta = _byBeta.Start;
        for (int p = 0; p < columns; p++) Vector512<double>.Zero.StoreAligned(byBeta + 8 * p);

        var positiveParts = Vector512<double>.Zero;
        var logs = Vector512<double>.Zero;
        var sum = Vector512<double>.Zero;
        for (int first = 0; first < blocks; first += BlocksPerLogarithm)
        {
            var product = Vector512<double>.One;
            for (int block = first; block < Math.Min(first + BlocksPerLogarithm, blocks); block++)
            {
                double* second = tile + 8 * columns, third = tile + 16 * columns, fourth = tile + 24 * columns;
                var a = Vector512.Create(alpha);
                var b = a;
                var c = a;
                var d = a;
                for (int p = 0; p < columns; p++)
                {
                    var coefficient = Vector512.Create(beta[p]);
                    a = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(tile + 8 * p), a);
                    b = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(second + 8 * p), b);
                    c = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(third + 8 * p), c);
                    d = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(fourth + 8 * p), d);
                }

                a.StoreAligned(predictor);
                b.StoreAligned(predictor + 8);
                c.StoreAligned(predictor + 16);
                d.StoreAligned(predictor + 24);
                for (int i = 0; i < PackedRows.Rows; i += 8)
                {
                    var s = Vector512.LoadAligned(sign + i);
                    var minusT = s * Vector512.LoadAligned(predictor + i);
                    var decay = VectorMath.Exp(-Vector512.Abs(minusT));
                    var total = Vector512<double>.One + decay;
                    var isNegative = Vector512.GreaterThan(minusT, Vector512<double>.Zero);
                    var residual = s * Vector512.ConditionalSelect(isNegative, decay, Vector512<double>.One) / total;
                    residual.StoreAligned(predictor + i);
                    sum += residual;
                    product *= total;
                    positiveParts += Vector512.MinNative(minusT, Vector512<double>.Zero);
                }

                a = Vector512.LoadAligned(predictor);
                b = Vector512.LoadAligned(predictor + 8);
                c = Vector512.LoadAligned(predictor + 16);
                d = Vector512.LoadAligned(predictor + 24);
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
                sign += PackedRows.Rows;
            }

            logs += VectorMath.Log(product);
        }

        byAlpha = Lanes.Sum(sum);
        return Lanes.Sum(positiveParts - logs);
    }
}
