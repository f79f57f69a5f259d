namespace ProbModels;

/// <summary>Groups of unequal lengths that were bound to a model: as they were given, and group after group.</summary>
/// <param name="original">A copy of what was given; nobody else holds it.</param>
public sealed class InputGroups<T>(T[][] original)
{
    /// <summary>The groups as the model method takes them.</summary>
    public T[][] Original => original;

    /// <summary>All elements, group after group.</summary>
    public T[] Elements { get; } = [.. original.SelectMany(group => group)];

    /// <summary>Where each group begins in <see cref="Elements"/>, and after the last group the count of all elements.</summary>
    public int[] Offsets { get; } = StartsOf(original);

    /// <summary>The number of groups.</summary>
    public int Groups => original.Length;

    private static int[] StartsOf(T[][] groups)
    {
        var starts = new int[groups.Length + 1];
        for (int group = 0; group < groups.Length; group++) starts[group + 1] = checked(starts[group] + groups[group].Length);
        return starts;
    }
}
