namespace ProbModels;

/// <summary>Room for numbers whose count differs from use to use: it grows to the largest, so that repeated evaluations allocate nothing.</summary>
public sealed class GrowingColumn
{
    private double[] _storage = [];

    /// <summary>Room for a count of numbers, with whatever was left there.</summary>
    public Span<double> Take(int length)
    {
        if (_storage.Length < length) _storage = new double[Math.Max(length, 2 * _storage.Length)];
        return _storage.AsSpan(0, length);
    }
}
