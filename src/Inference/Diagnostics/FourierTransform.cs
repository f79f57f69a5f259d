namespace ProbModels;

/// <summary>The discrete Fourier transform of complex sequences whose length is a power of two.</summary>
internal sealed class FourierTransform
{
    private readonly double[] _cosines;
    private readonly double[] _sines;

    public FourierTransform(int length)
    {
        if (!System.Numerics.BitOperations.IsPow2(length))
            throw new ArgumentException($"length is {length}; it must be a power of two.", nameof(length));
        Length = length;
        _cosines = new double[length / 2];
        _sines = new double[length / 2];
        for (int k = 0; k < length / 2; k++)
            (_sines[k], _cosines[k]) = double.SinCosPi(-2.0 * k / length);
    }

    public int Length { get; }

    /// <summary>Transforms in place: X_k = Σ_n x_n exp(−2πi k n / N).</summary>
    public void Forward(Span<double> real, Span<double> imaginary)
    {
        ReverseBits(real, imaginary);
        for (int half = 1; half < Length; half *= 2)
        {
            int stride = Length / (2 * half);
            for (int block = 0; block < Length; block += 2 * half)
                for (int k = 0; k < half; k++)
                {
                    double c = _cosines[k * stride], s = _sines[k * stride];
                    int even = block + k, odd = even + half;
                    double re = c * real[odd] - s * imaginary[odd];
                    double im = c * imaginary[odd] + s * real[odd];
                    (real[odd], imaginary[odd]) = (real[even] - re, imaginary[even] - im);
                    (real[even], imaginary[even]) = (real[even] + re, imaginary[even] + im);
                }
        }
    }

    private void ReverseBits(Span<double> real, Span<double> imaginary)
    {
        for (int i = 1, j = 0; i < Length; i++)
        {
            int bit = Length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i >= j) continue;
            (real[i], real[j]) = (real[j], real[i]);
            (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
        }
    }
}
