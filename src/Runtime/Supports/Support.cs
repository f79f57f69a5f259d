namespace ProbModels;

/// <summary>A set of values of type <typeparamref name="T"/>.</summary>
public abstract class Support<T>
{
    /// <summary>The rule in words, to follow "must be": <c>positive</c>, <c>between 0 and 1</c>.</summary>
    public abstract string Rule { get; }

    /// <summary>Whether a value lies in the set. NaN lies in none.</summary>
    public abstract bool Contains(T value);
}

/// <summary>A set of real numbers with the transform by which samplers see it: the field's usual ones, as in Stan's reference manual.</summary>
public abstract class RealSupport : Support<double>
{
    /// <summary>The greatest number that none of the set is below; −∞ where there is none.</summary>
    public virtual double Low => double.NegativeInfinity;

    /// <summary>The least number that none of the set is above; +∞ where there is none.</summary>
    public virtual double High => double.PositiveInfinity;

    /// <summary>Maps an unconstrained number into the set.</summary>
    /// <param name="unconstrained">Any finite number.</param>
    /// <param name="logJacobian">The log of the derivative of the map, without its sign.</param>
    public abstract double Constrain(double unconstrained, out double logJacobian);

    /// <summary>The inverse of <see cref="Constrain"/>.</summary>
    public abstract double Unconstrain(double value);
}
