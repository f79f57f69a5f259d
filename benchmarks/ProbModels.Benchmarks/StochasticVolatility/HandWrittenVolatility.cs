using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels.Benchmarks;

/// <summary>Stochastic volatility, centred, by hand: one pass over the days.</summary>
/// <remarks>
/// With x = h − mu and innovations d[t] = x[t] − phi x[t−1], d[0] = x[0], the log density has −½ (Σ d² − phi² d[0]²) / sigma², and h[t] is in d[t]
/// and d[t+1]: both are computed from three neighbours, which costs less than to keep them. First and last day lack a neighbour; they go together.
/// </remarks>
internal sealed unsafe class HandWrittenVolatility : Yardstick
{
    private const double MuVariance = 10 * 10, SigmaVariance = 5 * 5;

    private readonly int _days;
    private readonly PinnedColumn _halfSquare;
    private readonly double _constant;

    public HandWrittenVolatility(double[] y)
    {
        if (y.Length < 2) throw new ArgumentException("there must be two days or more", nameof(y));
        _days = y.Length;
        _halfSquare = new([.. y.Select(today => 0.5 * today * today), .. new double[8]]);

        // ½ log(1 − phi²) has ½ log 4; the uniform density and its transform's width cancel.
        _constant = -2 * _days * HalfLogTwoPi + Math.Log(2) - Math.Log(Math.PI * 10) + Math.Log(2 / (Math.PI * 5));
    }

    /// <summary>The position is (mu, phi on the logit scale of its interval, log sigma, each day's h).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        fixed (double* at = position, slope = gradient)
        {
            double mu = at[0], q = at[1], logSigma = at[2], first = at[3], last = at[2 + _days];

            // One exponential for phi, sigma, and the variances of the first and the last day.
            var powers = VectorMath.Exp(Vector512.Create(-Math.Abs(q), logSigma, -first, -last, 0, 0, 0, 0));
            double decay = powers.ToScalar(), sigma = powers.GetElement(1);
            double share = (q < 0 ? decay : 1) / (1 + decay), rest = 1 - share;
            double phi = share - rest, oneLessSquare = 4 * share * rest, variance = sigma * sigma, weight = 1 / variance;

            OverDays(mu, phi, weight, at + 3, slope + 3, out double squares, out double sum, out double byPrevious, out double sumOfHalves);

            double* h = at + 3, byH = slope + 3;
            double x0 = first - mu, beforeLast = h[_days - 2] - mu, dLast = last - mu - phi * beforeLast, d1 = h[1] - mu - phi * x0;
            double ofFirst = _halfSquare.Start[0] * powers.GetElement(2), ofLast = _halfSquare.Start[_days - 1] * powers.GetElement(3);
            byH[0] = weight * (phi * d1 - oneLessSquare * x0) - 0.5 + ofFirst;
            byH[_days - 1] = ofLast - 0.5 - weight * dLast;
            squares += dLast * dLast + oneLessSquare * x0 * x0;
            sum += dLast;
            byPrevious += dLast * beforeLast;
            sumOfHalves += ofFirst + ofLast + 0.5 * (first + last);

            double ofMu = mu * mu * (1 / MuVariance), ofSigma = variance * (1 / SigmaVariance);
            double byPhi = weight * (phi * x0 * x0 + byPrevious);
            slope[0] = weight * (oneLessSquare * x0 + (1 - phi) * sum) - 2 * mu * (1 / MuVariance) / (1 + ofMu);
            slope[1] = (1 - 2 * share) * 1.5 + 2 * share * rest * byPhi;
            slope[2] = 1 - _days + weight * squares - 2 * ofSigma / (1 + ofSigma);

            // 1 − phi² = 4 share (1 − share): half its logarithm joins the transform's log Jacobian.
            var logs = VectorMath.Log(Vector512.Create(1 + decay, (1 + ofMu) * (1 + ofSigma), 1, 1, 1, 1, 1, 1));
            return _constant - 1.5 * (Math.Abs(q) + 2 * logs.ToScalar()) - logs.GetElement(1) + (1 - _days) * logSigma - 0.5 * weight * squares - sumOfHalves;
        }
    }

    /// <summary>All days but the first and the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void OverDays(double mu, double phi, double weight, double* h, double* byH, out double squares, out double sum, out double byPrevious, out double sumOfHalves)
    {
        double* halfSquare = _halfSquare.Start;
        int end = _days - 1;
        var mean = Vector512.Create(mu);
        var minusPhi = Vector512.Create(-phi);
        var minusWeight = Vector512.Create(-weight);
        var half = Vector512.Create(0.5);
        var squaresLanes = Vector512<double>.Zero;
        var sumLanes = Vector512<double>.Zero;
        var byPreviousLanes = Vector512<double>.Zero;
        var halvesLanes = Vector512<double>.Zero;
        int t = 1;
        for (; t <= end - 8; t += 8)
        {
            var today = Vector512.Load(h + t);
            var previous = Vector512.Load(h + t - 1) - mean;
            var x = today - mean;
            var d = Vector512.FusedMultiplyAdd(minusPhi, previous, x);
            var next = Vector512.FusedMultiplyAdd(minusPhi, x, Vector512.Load(h + t + 1) - mean);
            var ofReturn = Vector512.Load(halfSquare + t) * VectorMath.Exp(-today);
            Vector512.FusedMultiplyAdd(minusWeight, Vector512.FusedMultiplyAdd(minusPhi, next, d), ofReturn - half).Store(byH + t);
            squaresLanes = Vector512.FusedMultiplyAdd(d, d, squaresLanes);
            sumLanes += d;
            byPreviousLanes = Vector512.FusedMultiplyAdd(d, previous, byPreviousLanes);
            halvesLanes += Vector512.FusedMultiplyAdd(half, today, ofReturn);
        }

        if (t < end)
        {
            var mask = Lanes.First(end - t);
            var today = Lanes.Load(h + t, mask);
            var previous = Lanes.Load(h + t - 1, mask) - mean;
            var x = today - mean;
            var d = Vector512.FusedMultiplyAdd(minusPhi, previous, x) & mask;
            var next = Vector512.FusedMultiplyAdd(minusPhi, x, Lanes.Load(h + t + 1, mask) - mean);
            var ofReturn = Vector512.Load(halfSquare + t) * VectorMath.Exp(-today) & mask;
            Lanes.Store(byH + t, mask, Vector512.FusedMultiplyAdd(minusWeight, Vector512.FusedMultiplyAdd(minusPhi, next, d), ofReturn - half));
            squaresLanes = Vector512.FusedMultiplyAdd(d, d, squaresLanes);
            sumLanes += d;
            byPreviousLanes = Vector512.FusedMultiplyAdd(d, previous, byPreviousLanes);
            halvesLanes += Vector512.FusedMultiplyAdd(half, today, ofReturn);
        }

        squares = Lanes.Sum(squaresLanes);
        sum = Lanes.Sum(sumLanes);
        byPrevious = Lanes.Sum(byPreviousLanes);
        sumOfHalves = Lanes.Sum(halvesLanes);
    }
}
