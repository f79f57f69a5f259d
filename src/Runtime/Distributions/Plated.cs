namespace ProbModels;

/// <summary>A distribution for each index of a plate: what <c>Normal(m * x + c, e)</c> is over arrays.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <param name="length">The number of values.</param>
/// <param name="at">The distribution of a value by its index.</param>
public readonly struct Plated<T>(int length, Func<int, IDistribution<T>> at)
{
    /// <summary>The number of values.</summary>
    public int Length => length;

    /// <summary>The distribution of the value at an index.</summary>
    public IDistribution<T> this[int index] => at(index);
}
