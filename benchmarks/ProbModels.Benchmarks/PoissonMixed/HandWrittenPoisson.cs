using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>The Poisson mixed model by hand: one pass over rows that are sorted by group.</summary>
/// <remarks>
/// Each group's rows fill whole tiles, the last of them with rows of zeros and a mask. A tile's group is one number, so that the group's level is
/// broadcast, not gathered; the derivatives by the levels run along in eight lanes and are stored after each tile, without a branch on where a
/// group begins, which a processor could not foresee. The rates' sum is the counts' less the derivatives'.
/// </remarks>
internal sealed unsafe class HandWrittenPoisson : Yardstick
{
    private const double AlphaVariance = 2.5 * 2.5, SigmaVariance = 1;

    private readonly int _groups;
    private readonly PackedRows _x;
    private readonly int[] _groupOfTile, _rowsOfTile;
    private readonly PinnedColumn _counts, _masks, _continues, _predictor, _byLevel, _byBeta;
    private readonly double _sumOfCounts, _constant;

    public HandWrittenPoisson(int groups, int[] groupOf, double[,] x, long[] y)
    {
        _groups = groups;
        int columns = x.GetLength(1);
        List<int>[] rowsOf = [.. Enumerable.Range(0, groups).Select(_ => new List<int>())];
        for (int row = 0; row < y.Length; row++) rowsOf[groupOf[row]].Add(row);

        // A group of no one takes the tiles that fill the last block.
        int tiles = rowsOf.Sum(rows => (rows.Count + 7) / 8), padded = (tiles + 3) / 4 * 4;
        _groupOfTile = [.. Enumerable.Repeat(groups, padded)];
        var packed = new double[8 * padded, columns];
        _rowsOfTile = new int[padded];
        double[] counts = new double[8 * padded], continues = new double[padded];
        double bits = BitConverter.Int64BitsToDouble(-1);
        int tile = 0;
        for (int group = 0; group < groups; group++)
        {
            for (int next = 0; next < rowsOf[group].Count; next += 8, tile++)
            {
                _groupOfTile[tile] = group;
                _rowsOfTile[tile] = Math.Min(rowsOf[group].Count - next, 8);
                continues[tile] = next > 0 ? bits : 0;
                foreach (var (lane, row) in rowsOf[group].Skip(next).Take(8).Index())
                {
                    for (int p = 0; p < columns; p++) packed[8 * tile + lane, p] = x[row, p];
                    counts[8 * tile + lane] = y[row];
                }
            }
        }

        _x = new(packed);
        (_counts, _continues) = (new(counts), new(continues));
        _masks = new([.. from rows in Enumerable.Range(0, 9) from lane in Enumerable.Range(0, 8) select lane < rows ? bits : 0]);
        _predictor = new(new double[PackedRows.Rows]);
        _byLevel = new(new double[8 * (groups + 1)]);
        _byBeta = new(new double[8 * columns]);
        _sumOfCounts = y.Sum(count => (double)count);
        _constant = -(groups + columns + 2) * HalfLogTwoPi - 0.5 * Math.Log(AlphaVariance) + Math.Log(2) - 0.5 * Math.Log(SigmaVariance)
            - y.Sum(count => SpecialFunctions.LogGamma(count + 1.0));
    }

    /// <summary>The position is (alpha, each column's beta, log sigma, each group's effect).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        fixed (double* at = position, slope = gradient)
        {
            int columns = _x.Columns;
            double alpha = at[0], logSigma = at[1 + columns];
            double sigma = VectorMath.Exp(Vector512.Create(logSigma)).ToScalar(), weight = 1 / (sigma * sigma);
            double countsByLogRates = OverRows(alpha, at + 1, at + 2 + columns);
            OverGroups(weight, at + 2 + columns, slope + 2 + columns, out double squares, out double excess);

            double betas = 0;
            for (int p = 0; p < columns; p++)
            {
                double beta = at[1 + p];
                betas += beta * beta;
                slope[1 + p] = Lanes.Sum(Vector512.LoadAligned(_byBeta.Start + 8 * p)) - beta;
            }

            double deviation = weight * squares, ofSigma = sigma * sigma * (1 / SigmaVariance);
            slope[0] = excess - alpha * (1 / AlphaVariance);
            slope[1 + columns] = 1 - _groups + deviation - ofSigma;
            return _constant + countsByLogRates - (_sumOfCounts - excess) + (1 - _groups) * logSigma
                - 0.5 * (deviation + betas + ofSigma + alpha * alpha * (1 / AlphaVariance));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double OverRows(double alpha, double* beta, double* effects)
    {
        int columns = _x.Columns, tiles = _groupOfTile.Length;
        double* rows = _x.Start, counts = _counts.Start, masks = _masks.Start, continues = _continues.Start;
        double* predictor = _predictor.Start, byLevel = _byLevel.Start, byBeta = _byBeta.Start;
        ref int groupOf = ref MemoryMarshal.GetArrayDataReference(_groupOfTile);
        ref int rowsOf = ref MemoryMarshal.GetArrayDataReference(_rowsOfTile);
        for (int p = 0; p < columns; p++) Vector512<double>.Zero.StoreAligned(byBeta + 8 * p);

        var countsByLogRates = Vector512<double>.Zero;
        var ofGroup = Vector512<double>.Zero;
        for (int tile = 0; tile < tiles; tile += 4)
        {
            double* second = rows + 8 * columns, third = rows + 16 * columns, fourth = rows + 24 * columns;
            var a = Vector512.Create(alpha + effects[Unsafe.Add(ref groupOf, tile)]);
            var b = Vector512.Create(alpha + effects[Unsafe.Add(ref groupOf, tile + 1)]);
            var c = Vector512.Create(alpha + effects[Unsafe.Add(ref groupOf, tile + 2)]);
            var d = Vector512.Create(alpha + effects[Unsafe.Add(ref groupOf, tile + 3)]);
            for (int p = 0; p < columns; p++)
            {
                var coefficient = Vector512.Create(beta[p]);
                a = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(rows + 8 * p), a);
                b = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(second + 8 * p), b);
                c = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(third + 8 * p), c);
                d = Vector512.FusedMultiplyAdd(coefficient, Vector512.LoadAligned(fourth + 8 * p), d);
            }

            a.StoreAligned(predictor);
            b.StoreAligned(predictor + 8);
            c.StoreAligned(predictor + 16);
            d.StoreAligned(predictor + 24);
            for (int i = 0; i < 4; i++)
            {
                var logRate = Vector512.LoadAligned(predictor + 8 * i);
                var count = Vector512.LoadAligned(counts + 8 * i);
                var more = count - (VectorMath.Exp(logRate) & Vector512.LoadAligned(masks + 8 * Unsafe.Add(ref rowsOf, tile + i)));
                more.StoreAligned(predictor + 8 * i);
                countsByLogRates = Vector512.FusedMultiplyAdd(count, logRate, countsByLogRates);
                ofGroup = more + (ofGroup & Vector512.Create(continues[tile + i]));
                ofGroup.StoreAligned(byLevel + 8 * (nint)Unsafe.Add(ref groupOf, tile + i));
            }

            a = Vector512.LoadAligned(predictor);
            b = Vector512.LoadAligned(predictor + 8);
            c = Vector512.LoadAligned(predictor + 16);
            d = Vector512.LoadAligned(predictor + 24);
            for (int p = 0; p < columns; p++)
            {
                var by = Vector512.LoadAligned(byBeta + 8 * p);
                by = Vector512.FusedMultiplyAdd(a, Vector512.LoadAligned(rows + 8 * p), by);
                by = Vector512.FusedMultiplyAdd(b, Vector512.LoadAligned(second + 8 * p), by);
                by = Vector512.FusedMultiplyAdd(c, Vector512.LoadAligned(third + 8 * p), by);
                by = Vector512.FusedMultiplyAdd(d, Vector512.LoadAligned(fourth + 8 * p), by);
                by.StoreAligned(byBeta + 8 * p);
            }

            rows += PackedRows.Rows * columns;
            counts += PackedRows.Rows;
        }

        return Lanes.Sum(countsByLogRates);
    }

    /// <summary>The effects' derivatives; their squares, and the sum of what the data say of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void OverGroups(double weight, double* effects, double* slopes, out double squares, out double excess)
    {
        double* byLevel = _byLevel.Start;
        double sumOfSquares = 0, sum = 0;
        for (int group = 0; group < _groups; group++)
        {
            double effect = effects[group], byData = Lanes.Sum(Vector512.LoadAligned(byLevel + 8 * (nint)group));
            sumOfSquares += effect * effect;
            sum += byData;
            slopes[group] = byData - weight * effect;
        }

        (squares, excess) = (sumOfSquares, sum);
    }
}
