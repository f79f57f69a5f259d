using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>How the elements of a site are arranged: the sizes of the plates around it, or groups of unequal lengths.</summary>
/// <remarks>
/// Elements lie row-major: the innermost index runs fastest. A rectangular shape is written <c>[rows, columns]</c>, a scalar's <c>[]</c>,
/// and a vector's may be written as its length alone. The groups of a ragged shape lie one after the other.
/// </remarks>
[CollectionBuilder(typeof(SiteShape), nameof(Of))]
public sealed class SiteShape : IReadOnlyList<int>, IEquatable<SiteShape>
{
    private const int MostLengthsShown = 8;

    private readonly ImmutableArray<int> _sizes;

    private SiteShape(ImmutableArray<int> sizes, ImmutableArray<int> groupStarts, int length) =>
        (_sizes, GroupStarts, Length) = (sizes, groupStarts, length);

    /// <summary>The shape of a single number.</summary>
    public static SiteShape Scalar { get; } = Of([]);

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>Whether the elements stand in groups of unequal lengths.</summary>
    public bool IsRagged => !GroupStarts.IsDefault;

    /// <summary>The element with which each group begins, and after them the number of all elements; default unless <see cref="IsRagged"/>.</summary>
    public ImmutableArray<int> GroupStarts { get; }

    /// <summary>The number of axes; of a ragged shape the groups' own axis is not counted.</summary>
    public int Count => _sizes.Length;

    /// <summary>The size of an axis, counted from the outermost; of a ragged shape the number of groups.</summary>
    public int this[int axis] => _sizes[axis];

    /// <summary>A vector's shape.</summary>
    public static implicit operator SiteShape(int length) => Of([length]);

    /// <summary>A rectangular shape.</summary>
    /// <param name="sizes">The size of each axis, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    /// <exception cref="OverflowException">There are more than 2^31 − 1 elements.</exception>
    public static SiteShape Of(ReadOnlySpan<int> sizes)
    {
        int length = 1;
        foreach (int size in sizes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(sizes));
            length = checked(length * size);
        }

        return new([.. sizes], default, length);
    }

    /// <summary>The shape of groups of unequal lengths.</summary>
    /// <param name="lengths">The number of elements of each group.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative.</exception>
    /// <exception cref="OverflowException">There are more than 2^31 − 1 elements.</exception>
    public static SiteShape OfGroups(params ReadOnlySpan<int> lengths)
    {
        var starts = new int[lengths.Length + 1];
        for (int group = 0; group < lengths.Length; group++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(lengths[group], nameof(lengths));
            starts[group + 1] = checked(starts[group] + lengths[group]);
        }

        return new([lengths.Length], [.. starts], starts[^1]);
    }

    /// <summary>The shape of groups of unequal lengths.</summary>
    /// <param name="starts">The element with which each group begins, and after them the number of all elements.</param>
    public static SiteShape OfStarts(ReadOnlySpan<int> starts) => new([starts.Length - 1], [.. starts], starts[^1]);

    /// <summary>The number of elements of one group of a ragged shape.</summary>
    public int LengthOfGroup(int group) => GroupStarts[group + 1] - GroupStarts[group];

    /// <summary>The indices of an element as C# writes them: <c>[3]</c>, <c>[2,3]</c>, in a ragged shape <c>[2][3]</c>; nothing for a scalar.</summary>
    public string Subscript(int element)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(element, Length);
        if (Count == 0) return "";
        if (IsRagged)
        {
            int group = GroupOf(element);
            return string.Create(CultureInfo.InvariantCulture, $"[{group}][{element - GroupStarts[group]}]");
        }

        var indices = new int[Count];
        for (int axis = Count - 1; axis >= 0; axis--)
            (element, indices[axis]) = (element / _sizes[axis], element % _sizes[axis]);
        return Brackets(indices);
    }

    /// <summary>The sizes: <c>[8]</c>, <c>[2,3]</c>; of a ragged shape the groups and then their lengths, <c>[3][4,2,5]</c>; nothing for a scalar.</summary>
    public override string ToString()
    {
        if (Count == 0) return "";
        if (!IsRagged) return Brackets(_sizes);
        var lengths = Enumerable.Range(0, _sizes[0]).Take(MostLengthsShown).Select(LengthOfGroup);
        return $"{Brackets(_sizes)}[{string.Join(",", lengths)}{(_sizes[0] > MostLengthsShown ? ",…" : "")}]";
    }

    /// <inheritdoc/>
    public bool Equals(SiteShape? other) =>
        other is not null
        && _sizes.AsSpan().SequenceEqual(other._sizes.AsSpan())
        && IsRagged == other.IsRagged
        && GroupStarts.AsSpan().SequenceEqual(other.GroupStarts.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SiteShape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Length, IsRagged);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_sizes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The last group that begins at or before an element: groups before it that begin there too are empty.</summary>
    private int GroupOf(int element)
    {
        int low = 0, high = _sizes[0];
        while (high - low > 1)
        {
            int middle = low + (high - low) / 2;
            if (GroupStarts[middle] <= element) low = middle;
            else high = middle;
        }

        return low;
    }

    private static string Brackets(IEnumerable<int> numbers) => $"[{string.Join(",", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
}
