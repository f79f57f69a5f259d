using System.Numerics;

namespace ProbModels;

/// <summary>The autocovariance of several chains, averaged over them, at one lag after the other.</summary>
/// <remarks>
/// Chains that mix well are judged by a few lags, which are cheapest as plain sums; once many are asked for, one Fourier transform
/// gives all of them.
/// </remarks>
internal sealed class Autocovariance
{
    private const int LagsByPlainSums = 64;

    private readonly ChainMatrix _centred;
    private double[]? _all;

    public Autocovariance(ChainMatrix draws)
    {
        var centred = new double[draws.Values.Length];
        for (int chain = 0; chain < draws.Chains; chain++)
        {
            double mean = Moments.Mean(draws[chain]);
            for (int i = 0; i < draws.Draws; i++)
                centred[chain * draws.Draws + i] = draws[chain][i] - mean;
        }
        _centred = new(centred, draws.Chains);
    }

    /// <summary>(1/n) Σ_i x_i x_{i+lag} of the centred draws of each chain, averaged over chains.</summary>
    public double this[int lag] => lag < LagsByPlainSums ? PlainSum(lag) : (_all ??= Transform())[lag];

    private double PlainSum(int lag)
    {
        double sum = 0;
        for (int chain = 0; chain < _centred.Chains; chain++)
            sum += Dot(_centred[chain][lag..], _centred[chain][..^lag]);
        return sum / _centred.Values.Length;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        // Four sums hide the latency of the addition; their order is fixed, so that a summary is the same everywhere.
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= x.Length; i += 4)
        {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < x.Length; i++)
            a += x[i] * y[i];
        return a + b + (c + d);
    }

    /// <summary>Wiener–Khinchin: the transform of the power spectrum.</summary>
    /// <remarks>
    /// Two chains go together as the real and the imaginary part of one sequence: the real part of its autocovariance is the sum of
    /// theirs. Since the spectra are added before the way back, one inverse transform serves all chains.
    /// </remarks>
    private double[] Transform()
    {
        int n = _centred.Draws;
        // Zeros to twice the length keep the ends of a chain from meeting.
        var transform = new FourierTransform((int)BitOperations.RoundUpToPowerOf2((uint)(2 * n)));
        var (real, imaginary) = (new double[transform.Length], new double[transform.Length]);
        var power = new double[transform.Length];
        for (int chain = 0; chain < _centred.Chains; chain += 2)
        {
            Array.Clear(real);
            Array.Clear(imaginary);
            _centred[chain].CopyTo(real);
            if (chain + 1 < _centred.Chains) _centred[chain + 1].CopyTo(imaginary);
            transform.Forward(real, imaginary);
            for (int k = 0; k < power.Length; k++)
                power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
        }

        // The power is real, and only the real part is wanted, so that forward and inverse differ by the factor 1/N alone.
        Array.Clear(imaginary);
        transform.Forward(power, imaginary);
        double scale = 1.0 / ((double)transform.Length * _centred.Values.Length);
        return Array.ConvertAll(power[..n], value => value * scale);
    }
}
