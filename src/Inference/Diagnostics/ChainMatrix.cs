namespace ProbModels;

/// <summary>The draws of one number: chains x draws, chain after chain in one array.</summary>
internal sealed class ChainMatrix
{
    public ChainMatrix(double[] values, int chains)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chains);
        if (values.Length % chains != 0)
            throw new ArgumentException($"{values.Length} draws do not divide into {chains} chains of equal length.", nameof(values));
        (Values, Chains, Draws) = (values, chains, values.Length / chains);
    }

    /// <summary>Copies chains of equal length.</summary>
    /// <exception cref="ArgumentException">There are no chains, or their lengths differ.</exception>
    public static ChainMatrix Of(IReadOnlyList<double[]> chains)
    {
        if (chains.Count == 0) throw new ArgumentException("There are no chains.", nameof(chains));
        for (int chain = 1; chain < chains.Count; chain++)
            if (chains[chain].Length != chains[0].Length)
                throw new ArgumentException(
                    $"chains[{chain}] has {chains[chain].Length} draws, chains[0] has {chains[0].Length}; all chains must be equally long.",
                    nameof(chains));
        return new([.. chains.SelectMany(chain => chain)], chains.Count);
    }

    /// <summary>All draws, chain after chain.</summary>
    public double[] Values { get; }

    public int Chains { get; }

    /// <summary>The number of draws of each chain.</summary>
    public int Draws { get; }

    /// <summary>One chain.</summary>
    public ReadOnlySpan<double> this[int chain] => Values.AsSpan(chain * Draws, Draws);

    /// <summary>The same shape, each value transformed.</summary>
    public ChainMatrix Map(Func<double, double> transform) => new(Array.ConvertAll(Values, value => transform(value)), Chains);

    /// <summary>Cuts each chain in halves, so that a drift within a chain shows as a difference between chains.</summary>
    /// <remarks>The middle draw of an odd number is left out; a single draw stays whole.</remarks>
    public ChainMatrix Split()
    {
        if (Draws == 1) return this;
        // The halves of an even number already lie one after the other.
        if (Draws % 2 == 0) return new(Values, 2 * Chains);
        int half = Draws / 2;
        var values = new double[2 * half * Chains];
        for (int chain = 0; chain < Chains; chain++)
        {
            this[chain][..half].CopyTo(values.AsSpan(2 * chain * half));
            this[chain][^half..].CopyTo(values.AsSpan((2 * chain + 1) * half));
        }
        return new(values, 2 * Chains);
    }

    /// <summary>Whether statistics of spread have no meaning: a value is not finite, or all are equal to rounding.</summary>
    public bool IsDegenerate()
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in Values)
        {
            if (!double.IsFinite(value)) return true;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return !(high - low > RelativeRounding * Math.Max(Math.Abs(low), Math.Abs(high)));
    }

    private const double RelativeRounding = 2.220446049250313e-16;
}
