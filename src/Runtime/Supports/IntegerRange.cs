using System.Numerics;

namespace ProbModels;

/// <summary>The integers between two bounds, both included.</summary>
internal sealed class IntegerRange<T>(string rule, T low, T high) : Support<T>
    where T : struct, IBinaryInteger<T>
{
    public override string Rule => rule;

    public override bool Contains(T value) => value >= low && value <= high;
}
