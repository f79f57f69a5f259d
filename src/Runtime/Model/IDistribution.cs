namespace ProbModels;

/// <summary>A probability distribution over values of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">
/// <see cref="double"/>; <see cref="int"/> for categories and indices; <see cref="long"/> for counts; arrays of <see cref="double"/> for vectors and matrices.
/// </typeparam>
/// <remarks>
/// Write a <c>readonly partial struct</c> marked <see cref="DistributionAttribute"/> with a primary constructor, <see cref="LogDensity"/>
/// and <see cref="Draw"/>. The generator adds <see cref="Support"/> and <see cref="Violation"/> from the attributes on the parameters.
/// </remarks>
public interface IDistribution<T>
{
    /// <summary>The log density (or log mass) at a value inside the support, for parameters that keep their rules.</summary>
    double LogDensity(T x);

    /// <summary>Draws a value.</summary>
    T Draw(ref Philox rng);

    /// <summary>The values that have a density, given the parameters.</summary>
    Support<T> Support { get; }

    /// <summary>Which parameter breaks its rule, in words: <c>scale is -1; it must be positive</c>. Null where all keep theirs.</summary>
    string? Violation { get; }
}
