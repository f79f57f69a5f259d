using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Star clusters by hand, for stars that are listed cluster after cluster.</summary>
/// <remarks>
/// With a = 0.4 ln 10 and a distance that is the cube of root, log rate = log 5e5 + 7a − a · magnitude − 6 log root: linear in the magnitude, and all else
/// belongs to the cluster. A count n with log rate l adds n l − exp(l). Each cluster's stars are a run of vectors; the last one has a mask.
/// </remarks>
internal sealed unsafe class HandWrittenStars : Yardstick
{
    private const double A = 0.4 * 2.302585092994046, SpreadVariance = 2.5 * 2.5;

    /// <summary>Coordinates before the clusters': slope, offset, spread.</summary>
    private const int Parameters = 3;

    private const int Spread = 2;

    private readonly int _clusters, _stars, _scalars;
    private readonly int[] _ends;
    private readonly PinnedColumn _low, _width, _isShare, _parallax, _counts, _temperature;
    private readonly PinnedColumn _share, _value, _logValue, _by;
    private readonly double _sumOfCounts, _constant;

    public HandWrittenStars(int clusters, int[] clusterOf, double[] logTemp, double[] parallax, long[] counts)
    {
        (_clusters, _stars, _scalars) = (clusters, counts.Length, Parameters + clusters);
        if (_stars < Vector512<double>.Count) throw new ArgumentException($"{_stars} stars; there must be eight or more", nameof(counts));
        for (int s = 1; s < _stars; s++)
            if (clusterOf[s] < clusterOf[s - 1]) throw new ArgumentException($"star {s} is of an earlier cluster than the star before it", nameof(clusterOf));

        _ends = [.. Enumerable.Range(0, clusters).Select(k => Array.FindLastIndex(clusterOf, cluster => cluster <= k) + 1)];
        _low = new([-10, -10, 0, .. Enumerable.Repeat(1d, clusters)]);
        _width = new([10, 20, 0, .. Enumerable.Repeat(9d, clusters)]);
        _isShare = new([1, 1, 0, .. Enumerable.Repeat(1d, clusters)]);
        _parallax = new([0, 0, 0, .. parallax]);

        // Lanes of a last vector that goes into the next cluster read that cluster's numbers, and are masked.
        _counts = new([.. counts.Select(count => (double)count), .. new double[8]]);
        _temperature = new([.. logTemp.Select(t => t - 4), .. new double[8]]);

        (_share, _value, _logValue, _by) = (new(new double[_scalars]), new(new double[_scalars]), new(new double[_scalars]), new(new double[_scalars]));
        _sumOfCounts = counts.Sum(count => (double)count);
        _constant = -clusters * (Math.Log(Stars.ParallaxError) + HalfLogTwoPi)
            + Math.Log(2) - HalfLogTwoPi - 0.5 * Math.Log(SpreadVariance) - _stars * HalfLogTwoPi
            - counts.Sum(count => SpecialFunctions.LogGamma(count + 1.0));
    }

    /// <summary>The position is (slope and offset on the logit scale, log spread, each cluster's root on the logit scale, each star's magnitude).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        fixed (double* at = position, slope = gradient)
        {
            double logDensity = _constant + Constrain(at);
            double spread = _value.Start[Spread];
            logDensity += OverStars(at + _scalars, slope + _scalars, spread);
            double logSpread = at[Spread], squares = _by.Start[Spread];
            logDensity += logSpread - _stars * logSpread - 0.5 * (squares + spread * spread * (1 / SpreadVariance));
            logDensity += Chain(slope);
            slope[Spread] = 1 - _stars + squares - spread * spread * (1 / SpreadVariance);
            return logDensity;
        }
    }

    /// <summary>Brings all scalars to their own scale in common vectors; the sum of the log Jacobians of those on the logit scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double Constrain(double* at)
    {
        double* low = _low.Start, width = _width.Start, isShare = _isShare.Start;
        var sizes = Vector512<double>.Zero;
        var logs = Vector512<double>.Zero;
        for (int i = 0; i < _scalars; i += 8)
        {
            var q = Vector512.Load(at + i);
            var size = Vector512.Abs(q);
            var onLogit = Vector512.GreaterThan(Vector512.LoadAligned(isShare + i), Vector512<double>.Zero);
            var power = VectorMath.Exp(Vector512.ConditionalSelect(onLogit, -size, q));
            var total = Vector512<double>.One + power;
            var share = Vector512.ConditionalSelect(Vector512.LessThan(q, Vector512<double>.Zero), power, Vector512<double>.One) / total;
            var value = Vector512.ConditionalSelect(onLogit, Vector512.FusedMultiplyAdd(Vector512.LoadAligned(width + i), share, Vector512.LoadAligned(low + i)), power);
            share.StoreAligned(_share.Start + i);
            value.StoreAligned(_value.Start + i);
            VectorMath.Log(value).StoreAligned(_logValue.Start + i);
            sizes += size & onLogit;
            logs += VectorMath.Log(total) & onLogit;
        }

        return -Lanes.Sum(Vector512.FusedMultiplyAdd(Vector512.Create(2d), logs, sizes));
    }

    /// <summary>The stars' terms but for −stars · log spread; writes the magnitudes' derivatives and, to the scratch memory, what the scalars' need.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double OverStars(double* magnitudes, double* slopes, double spread)
    {
        double* counts = _counts.Start, temperatures = _temperature.Start, logRoots = _logValue.Start + Parameters, byRoot = _by.Start + Parameters;
        ref int ends = ref MemoryMarshal.GetArrayDataReference(_ends);
        var slope = Vector512.Create(_value.Start[0]);
        var offset = Vector512.Create(_value.Start[1]);
        var weight = Vector512.Create(1 / (spread * spread));
        var minusA = Vector512.Create(-A);
        var squares = Vector512<double>.Zero;
        var sum = Vector512<double>.Zero;
        var sumByTemperature = Vector512<double>.Zero;
        var countsByLogRates = Vector512<double>.Zero;
        double excess = 0;
        int star = 0;
        for (int k = 0; k < _clusters; k++)
        {
            int end = Unsafe.Add(ref ends, k);
            var atZero = Vector512.Create(13.122363377404328 + 7 * A - 6 * logRoots[k]);
            var excesses = Vector512<double>.Zero;
            for (; star <= end - 8; star += 8)
            {
                var magnitude = Vector512.Load(magnitudes + star);
                var temperature = Vector512.Load(temperatures + star);
                var count = Vector512.Load(counts + star);
                var residual = magnitude - Vector512.FusedMultiplyAdd(slope, temperature, offset);
                var logRate = Vector512.FusedMultiplyAdd(minusA, magnitude, atZero);
                var more = count - VectorMath.Exp(logRate);
                Vector512.FusedMultiplyAdd(minusA, more, -(weight * residual)).Store(slopes + star);
                squares = Vector512.FusedMultiplyAdd(residual, residual, squares);
                sum += residual;
                sumByTemperature = Vector512.FusedMultiplyAdd(residual, temperature, sumByTemperature);
                countsByLogRates = Vector512.FusedMultiplyAdd(count, logRate, countsByLogRates);
                excesses += more;
            }

            if (star < end)
            {
                var mask = Lanes.First(end - star);
                var magnitude = Lanes.Load(magnitudes + star, mask);
                var temperature = Vector512.Load(temperatures + star);
                var count = Vector512.Load(counts + star) & mask;
                var residual = (magnitude - Vector512.FusedMultiplyAdd(slope, temperature, offset)) & mask;
                var logRate = Vector512.FusedMultiplyAdd(minusA, magnitude, atZero);
                var more = (count - VectorMath.Exp(logRate)) & mask;
                Lanes.Store(slopes + star, mask, Vector512.FusedMultiplyAdd(minusA, more, -(weight * residual)));
                squares = Vector512.FusedMultiplyAdd(residual, residual, squares);
                sum += residual;
                sumByTemperature = Vector512.FusedMultiplyAdd(residual, temperature, sumByTemperature);
                countsByLogRates = Vector512.FusedMultiplyAdd(count, logRate, countsByLogRates);
                excesses += more;
                star = end;
            }

            // d log rate / d root = −6 / root; the division follows with the chain rule's other factors.
            byRoot[k] = Lanes.Sum(excesses);
            excess += byRoot[k];
        }

        _by.Start[0] = weight.ToScalar() * Lanes.Sum(sumByTemperature);
        _by.Start[1] = weight.ToScalar() * Lanes.Sum(sum);
        _by.Start[Spread] = weight.ToScalar() * Lanes.Sum(squares);
        return Lanes.Sum(countsByLogRates) - (_sumOfCounts - excess);
    }

    /// <summary>The parallaxes' terms, and the derivatives by all scalars but the spread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private double Chain(double* slopes)
    {
        double* values = _value.Start, shares = _share.Start, by = _by.Start, widths = _width.Start, parallaxes = _parallax.Start;
        var squares = Vector512<double>.Zero;
        for (int i = 0; i < _scalars; i += 8)
        {
            var value = Vector512.LoadAligned(values + i);
            var isRoot = Vector512.GreaterThanOrEqual(Vector512.Create(0d, 1, 2, 3, 4, 5, 6, 7) + Vector512.Create((double)i), Vector512.Create((double)Parameters))
                & Lanes.First(_scalars - i);
            var inverse = Vector512<double>.One / value;
            var inverseDistance = inverse * inverse * inverse;
            var z = ((Vector512.LoadAligned(parallaxes + i) - inverseDistance) * Vector512.Create(1 / Stars.ParallaxError)) & isRoot;
            squares = Vector512.FusedMultiplyAdd(z, z, squares);
            var direct = Vector512.LoadAligned(by + i);
            var byRoot = inverse * (Vector512.Create(-6d) * direct - Vector512.Create(3 / Stars.ParallaxError) * z * inverseDistance);
            var share = Vector512.LoadAligned(shares + i);
            var byValue = Vector512.ConditionalSelect(isRoot, byRoot, direct);
            var rest = Vector512<double>.One - share;
            Lanes.Store(slopes + i, Lanes.First(_scalars - i), rest - share + Vector512.LoadAligned(widths + i) * share * rest * byValue);
        }

        return -0.5 * Lanes.Sum(squares);
    }
}
