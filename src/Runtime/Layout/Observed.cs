using System.Numerics;
using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>What was observed at a site: nothing, one value, or a vector, a matrix or groups of which elements may be missing.</summary>
/// <typeparam name="T"><see cref="double"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
/// <remarks>
/// An argument of <c>Given</c>, where overloads for each kind of array would be ambiguous: it converts from <c>T</c>; from <c>T[]</c>,
/// <c>T[,]</c> and <c>T[][]</c>, and from the same of <c>T?</c>; from vectors of <see cref="int"/>, which every T holds without loss; and
/// from collection expressions such as <c>[1.5, null, 2]</c>. An element is missing where it is <c>null</c> or NaN. The data are copied at
/// once, so that a later change to the array changes nothing here.
/// </remarks>
[CollectionBuilder(typeof(Observed), nameof(Observed.Create))]
public readonly struct Observed<T>
    where T : struct, INumber<T>
{
    private readonly T?[]? _elements;
    private readonly SiteShape? _shape;

    private Observed(T?[] elements, SiteShape shape) => (_elements, _shape) = (elements, shape);

    private Observed(int nullGroup)
        : this([], SiteShape.Scalar) => NullGroup = nullGroup;

    /// <summary>Whether there are data at all; false for <c>default</c>, which stands for an observable left out.</summary>
    public bool IsGiven => _elements is not null;

    /// <summary>The count of elements, missing ones included; 1 for a scalar, 0 where nothing is given.</summary>
    public int Length => _elements?.Length ?? 0;

    /// <summary>How the elements are arranged: they lie row after row, or group after group. That of a scalar where nothing is given.</summary>
    public SiteShape Shape => _shape ?? SiteShape.Scalar;

    /// <summary>The first group that is null instead of empty; null where there is none. <c>Given</c> refuses it by name.</summary>
    internal int? NullGroup { get; }

    /// <summary>An element.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    /// <exception cref="InvalidOperationException">The element is missing.</exception>
    public T this[int index] => Element(index) ?? throw new InvalidOperationException($"Element {index} is missing: it has no value.");

    /// <summary>Whether an element was not observed: it is <c>null</c> or NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public bool IsMissing(int index) => Element(index) is null;

    /// <summary>The elements in order, null where they are missing.</summary>
    public IEnumerator<T?> GetEnumerator() => (_elements ?? []).AsEnumerable().GetEnumerator();

    /// <summary>Whether the elements fill a site: the shapes are equal, or groups of equal lengths are the rows of a matrix. A site with more than two axes takes them as a vector.</summary>
    internal bool Fits(SiteShape site)
    {
        if (Shape.Equals(site)) return true;
        if (site.Count > 2) return Shape.Count == 1 && !Shape.IsRagged && Length == site.Length;
        if (!Shape.IsRagged || site.Count != 2 || Shape[0] != site[0]) return false;
        for (int group = 0; group < Shape[0]; group++)
            if (Shape.LengthOfGroup(group) != site[1]) return false;
        return true;
    }

    /// <summary>One observed value, of a scalar observable.</summary>
    public static implicit operator Observed<T>(T value) => new([NullIfNaN(value)], SiteShape.Scalar);

    /// <summary>A fully observed vector, but for NaN.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null: leave the argument out instead.</exception>
    public static implicit operator Observed<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of<T>(values);
    }

    /// <summary>A vector of which elements may be missing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null: leave the argument out instead.</exception>
    public static implicit operator Observed<T>(T?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of<T>(values);
    }

    /// <summary>A fully observed matrix, but for NaN.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null: leave the argument out instead.</exception>
    public static implicit operator Observed<T>(T[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values.Cast<T>().Select(NullIfNaN)], [values.GetLength(0), values.GetLength(1)]);
    }

    /// <summary>A matrix of which elements may be missing.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null: leave the argument out instead.</exception>
    public static implicit operator Observed<T>(T?[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);

        // The elements are boxed on the way, and a boxed null is no T?: it is read by its type.
        return new([.. values.Cast<object?>().Select(value => value is T number ? NullIfNaN(number) : null)], [values.GetLength(0), values.GetLength(1)]);
    }

    /// <summary>Fully observed groups, but for NaN; their lengths may differ.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null: leave the argument out instead.</exception>
    public static implicit operator Observed<T>(T[][] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return OfGroups(values, group => group.Select(NullIfNaN));
    }

    /// <summary>Groups of which elements may be missing; their lengths may differ.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null: leave the argument out instead.</exception>
    public static implicit operator Observed<T>(T?[][] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return OfGroups(values, group => group.Select(value => value is { } number ? NullIfNaN(number) : null));
    }

    /// <summary>A vector of integers, widened to T. An array of <see cref="int"/> takes this way where T is another type.</summary>
    public static implicit operator Observed<T>(ReadOnlySpan<int> values) => Of(values);

    /// <summary>A vector of integers of which elements may be missing, widened to T.</summary>
    public static implicit operator Observed<T>(ReadOnlySpan<int?> values) => Of(values);

    internal static Observed<T> Of<TGiven>(ReadOnlySpan<TGiven?> given)
        where TGiven : struct, INumber<TGiven>
    {
        var elements = new T?[given.Length];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = given[i] is { } value ? NullIfNaN(T.CreateChecked(value)) : null;
        return new(elements, elements.Length);
    }

    private static Observed<T> OfGroups<TGiven>(TGiven[][] groups, Func<TGiven[], IEnumerable<T?>> elements)
    {
        int empty = Array.FindIndex(groups, group => group is null);
        return empty >= 0 ? new(empty) : new([.. groups.SelectMany(elements)], SiteShape.OfGroups([.. groups.Select(group => group.Length)]));
    }

    private static Observed<T> Of<TGiven>(ReadOnlySpan<TGiven> given)
        where TGiven : struct, INumber<TGiven>
    {
        var elements = new T?[given.Length];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = NullIfNaN(T.CreateChecked(given[i]));
        return new(elements, elements.Length);
    }

    private static T? NullIfNaN(T value) => T.IsNaN(value) ? null : value;

    private T? Element(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Length);
        return _elements![index];
    }
}

/// <summary>Makes <see cref="Observed{T}"/> of collection expressions.</summary>
public static class Observed
{
    /// <summary>A vector of which elements may be missing.</summary>
    public static Observed<T> Create<T>(ReadOnlySpan<T?> elements)
        where T : struct, INumber<T>
        => Observed<T>.Of(elements);
}
