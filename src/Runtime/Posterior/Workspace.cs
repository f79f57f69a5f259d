namespace ProbModels;

/// <summary>Scratch memory for one evaluation at a time, and a count of the evaluations that were rejected.</summary>
public class Workspace
{
    private readonly long[] _rejections;
    private Column? _position;

    /// <summary>Makes scratch memory for a posterior with the given number of <see cref="Posterior.Rules"/>.</summary>
    public Workspace(int rules) => _rejections = new long[rules];

    /// <summary>How many threads may share an evaluation over long data, the caller's included. The result does not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Threads
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>How many evaluations broke each of <see cref="Posterior.Rules"/> so far.</summary>
    public ReadOnlySpan<long> Rejections => _rejections;

    /// <summary>Counts an evaluation that broke a rule.</summary>
    /// <returns>−∞, the log density there.</returns>
    public double Reject(int rule)
    {
        _rejections[rule]++;
        return double.NegativeInfinity;
    }

    /// <summary>Room for a copy of a position.</summary>
    internal Column Position(int dimension) => _position ??= new(dimension);
}
