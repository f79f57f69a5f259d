namespace ProbModels;

/// <summary>The records of all draws of all chains: chains x draws x record.</summary>
public sealed class DrawStore
{
    private readonly double[][] _chains;

    /// <summary>Makes room for <paramref name="chains"/> x <paramref name="draws"/> records of <paramref name="recordLength"/> numbers.</summary>
    public DrawStore(int chains, int draws, int recordLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chains);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        ArgumentOutOfRangeException.ThrowIfNegative(recordLength);
        (Draws, RecordLength) = (draws, recordLength);
        _chains = new double[chains][];
        for (int chain = 0; chain < chains; chain++)
            _chains[chain] = new double[(long)draws * recordLength];
    }

    /// <summary>The number of chains.</summary>
    public int Chains => _chains.Length;

    /// <summary>The number of draws of each chain.</summary>
    public int Draws { get; }

    /// <summary>The count of numbers in a record.</summary>
    public int RecordLength { get; }

    /// <summary>One record.</summary>
    public Span<double> this[int chain, int draw] => _chains[chain].AsSpan(draw * RecordLength, RecordLength);
}
