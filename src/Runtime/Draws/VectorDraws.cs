namespace ProbModels;

/// <summary>The draws of a vector: chains x draws x length.</summary>
public sealed class VectorDraws(DrawStore store, int offset, int length)
{
    /// <summary>The number of chains.</summary>
    public int Chains => store.Chains;

    /// <summary>The number of draws of each chain.</summary>
    public int Draws => store.Draws;

    /// <summary>The length of the vector.</summary>
    public int Length => length;

    /// <summary>The vector of one draw.</summary>
    public ReadOnlySpan<double> this[int chain, int draw] => store[chain, draw].Slice(offset, length);

    /// <summary>The draws of one element.</summary>
    public ScalarDraws this[int element]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(element);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(element, length);
            return new ScalarDraws(store, offset + element);
        }
    }

    /// <summary>The mean of each element over all draws of all chains.</summary>
    public double[] Mean() => Each(draws => draws.Mean());

    /// <summary>The standard deviation of each element over all draws of all chains (divisor n − 1).</summary>
    public double[] StandardDeviation() => Each(draws => draws.StandardDeviation());

    private double[] Each(Func<ScalarDraws, double> statistic)
    {
        var values = new double[length];
        for (int element = 0; element < length; element++)
            values[element] = statistic(this[element]);
        return values;
    }
}
