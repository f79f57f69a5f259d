namespace ProbModels;

/// <summary>The draws of groups of unequal lengths: chains x draws x groups, each with its own length.</summary>
public sealed class RaggedDraws
{
    private readonly DrawStore _store;
    private readonly Site _site;

    /// <summary>Gives the draws of a ragged site its groups.</summary>
    /// <exception cref="ArgumentException">The site has no groups.</exception>
    public RaggedDraws(DrawStore store, Site site)
    {
        if (!site.Shape.IsRagged) throw new ArgumentException($"{site.Name}{site.Shape} has no groups of unequal lengths", nameof(site));
        (_store, _site) = (store, site);
    }

    /// <summary>The number of chains.</summary>
    public int Chains => _store.Chains;

    /// <summary>The number of draws of each chain.</summary>
    public int Draws => _store.Draws;

    /// <summary>The number of groups.</summary>
    public int Groups => _site.Shape[0];

    /// <summary>The groups of one draw.</summary>
    public RaggedSpan this[int chain, int draw] => new(_store[chain, draw].Slice(_site.Offset, _site.Length), _site.Shape);

    /// <summary>The draws of one group; <c>draws[group][i]</c> are those of one element.</summary>
    public VectorDraws this[int group]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, Groups);
            return new(_store, _site.Offset + _site.Shape.GroupStarts[group], _site.Shape.LengthOfGroup(group));
        }
    }

    /// <summary>The draws of all elements, group after group.</summary>
    public VectorDraws Elements => new(_store, _site.Offset, _site.Length);

    /// <summary>The mean of each element over all draws of all chains.</summary>
    public double[][] Mean() => Simulated.Groups(Elements.Mean(), _site.Shape);

    /// <summary>The standard deviation of each element over all draws of all chains (divisor n − 1).</summary>
    public double[][] StandardDeviation() => Simulated.Groups(Elements.StandardDeviation(), _site.Shape);
}

/// <summary>Groups of unequal lengths whose elements lie elsewhere, group after group.</summary>
public readonly ref struct RaggedSpan
{
    private readonly SiteShape _shape;

    internal RaggedSpan(ReadOnlySpan<double> elements, SiteShape shape)
    {
        Elements = elements;
        _shape = shape;
    }

    /// <summary>All elements, group after group.</summary>
    public ReadOnlySpan<double> Elements { get; }

    /// <summary>The number of groups.</summary>
    public int Count => _shape[0];

    /// <summary>One group.</summary>
    public ReadOnlySpan<double> this[int group] => Elements.Slice(_shape.GroupStarts[group], _shape.LengthOfGroup(group));
}
