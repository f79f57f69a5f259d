using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>From the first to the last of consecutive indices of one dimension.</summary>
/// <param name="End">One beyond the last.</param>
internal sealed record Span(Linear Start, Linear End)
{
    /// <summary>All of the elements of one array in an array of arrays.</summary>
    public static Span WholeRow { get; } = new(Linear.Of(0), Linear.Of(0));

    public bool IsSame(Span other) => Start.IsSame(other.Start) && End.IsSame(other.End);
}

/// <summary>The assigned elements of an array: a span of each dimension.</summary>
/// <param name="Use">The assignment that was read last.</param>
internal sealed record Box(ImmutableArray<Span> Spans, IOperation? Use)
{
    /// <summary>The one element at the given indices.</summary>
    public static Box Of(IEnumerable<Linear> indices, IOperation? use) => new([.. indices.Select(index => new Span(index, index + 1))], use);

    public Box With(int dimension, Span span) => this with { Spans = Spans.SetItem(dimension, span) };

    /// <summary>The dimensions in which two boxes differ.</summary>
    public IReadOnlyList<int> DifferencesFrom(Box other) => [.. Enumerable.Range(0, Spans.Length).Where(d => !Spans[d].IsSame(other.Spans[d]))];
}

/// <summary>A read of an array that is not yet filled, inside a loop that fills it.</summary>
/// <param name="Behind">The dimensions in which it is known to read before the element that is assigned.</param>
internal sealed record EarlyRead(ImmutableArray<Value> Indices, ImmutableArray<Linear> At, IOperation Use, ImmutableHashSet<int> Behind);
