using System.Collections.Immutable;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Follows which elements of an array are assigned: from the first to the last, each once, and none is read before.</summary>
internal sealed class Filling(Reading reading)
{
    private Builder Builder => reading.Builder;

    /// <summary>The elements of two pieces, the second of which begins where the first ends.</summary>
    public Box Join(Storage storage, Box before, Box next)
    {
        var differences = next.DifferencesFrom(before);
        if (differences.Count == 0) throw Refused(Descriptors.AssignedTwice, next, storage);
        int d = differences[0];
        var (end, start) = (before.Spans[d].End, next.Spans[d].Start);
        bool isOverlap = reading.Proofs.IsLess(start, end);
        if (differences.Count > 1 || isOverlap) throw Refused(isOverlap ? Descriptors.AssignedTwice : Descriptors.FilledInOrder, next, storage);
        RequireFollows(storage, next, start, end);
        return next.With(d, new(before.Spans[d].Start, next.Spans[d].End));
    }

    /// <summary>The first piece begins at the array's start; numbers before it are zeros, as in C#.</summary>
    public void RequireStart(Storage storage, Box first)
    {
        for (int d = 0; d < storage.Sizes.Count; d++)
            if (first.Spans[d].End.Number is { } end and > 0) reading.Rules.RequireIndex(Builder.Integer(end - 1), reading.Proofs.LinearOf(storage.Sizes[d]), storage.Name, first.Use!);
        for (int d = 0; d < first.Spans.Length; d++)
        {
            var start = first.Spans[d].Start;
            if (start.Number == 0) continue;
            if (storage is { Role: null, Depth: 0 } && first.Spans.Length == 1 && start.Number is { } count and > 0 && storage.Element != IrType.Boolean) PutZeros(storage, count);
            else RequireFollows(storage, first, start, Linear.Of(0));
        }
    }

    /// <summary>What a loop's iterations have assigned together, after the last of them.</summary>
    /// <param name="piece">What one iteration assigns.</param>
    public Box Spread(Storage storage, OpenLoop loop, Box piece)
    {
        if (loop.Kind == LoopKind.Branch) return piece;
        var moving = Enumerable.Range(0, piece.Spans.Length).Where(d => piece.Spans[d].Start.FactorOf(loop.Index) != 0).ToList();
        if (moving.Count == 0 && loop.IsPlate && piece.Spans.Length == 1) throw Misplaced(loop, piece, storage);
        if (moving.Count == 0) throw Refused(Descriptors.AssignedTwice, piece, storage);
        int d = moving[0];
        var (start, end) = (piece.Spans[d].Start, piece.Spans[d].End);
        int step = start.FactorOf(loop.Index);
        if (moving.Count > 1 || (end - start).Number != step || piece.Spans.Any(span => span.Start.Terms.Any(term => !IsKnownAround(term.Value, loop)))) throw Misplaced(loop, piece, storage);
        var first = start.With(loop.Index, Linear.Of(0));
        var last = start.With(loop.Index, reading.Proofs.LinearOf(loop.Size) - 1) + step;
        if (storage.Offsets is not null && d == 0)
        {
            // Each of the arrays is filled before the next one is.
            var row = new StoredArray(storage, storage.Element, Sequence.Of(loop.Index), null);
            var length = reading.Arrays.RowOf(row, loop.Index).Sizes[0];
            reading.Rules.RequireEqual(reading.Proofs.LinearOf(length), piece.Spans[1].End, $"{storage.Name}[{loop.Name}]", loop.Words, loop.Source);
            piece = piece.With(1, Span.WholeRow);
        }

        return piece.With(d, new(first, last));
    }

    /// <summary>Decides on reads in a loop that fills an array: what is left to loops further out.</summary>
    public ImmutableArray<EarlyRead> Resolve(Storage storage, OpenLoop loop, Box? piece, ImmutableArray<EarlyRead> reads) =>
        piece is null || loop.Kind == LoopKind.Branch ? reads : [.. reads.Select(read => Resolve(storage, loop, piece, read)).OfType<EarlyRead>()];

    /// <summary>Every element of a site is sampled.</summary>
    public void RequireWhole(Storage storage)
    {
        if (storage.Role is null || reading.StateOf(storage).Filled is not { } filled || storage.Sizes.Count == 0) return;
        for (int d = 0; d < storage.Sizes.Count; d++)
            reading.Rules.RequireEqual(reading.Proofs.LinearOf(storage.Sizes[d]), filled.Spans[d].End, storage.Name, "its assignment", reading.Quote(filled.Use!));
    }

    /// <summary>One read; null once it is decided.</summary>
    private EarlyRead? Resolve(Storage storage, OpenLoop loop, Box piece, EarlyRead read)
    {
        bool IsSame(int d) => read.At[d].IsSame(piece.Spans[d].Start);
        bool Moves(int d, OpenLoop? with) => with is not null && piece.Spans[d].Start.FactorOf(with.Index) != 0;
        bool MovesFurtherOut(int d)
        {
            for (var outer = loop.Outer; outer is not null && outer.Depth > storage.Depth; outer = outer.Outer)
                if (Moves(d, outer)) return true;
            return false;
        }

        var dimensions = Enumerable.Range(0, piece.Spans.Length);
        if (dimensions.Any(d => Moves(d, loop) && loop.IsPlate && reading.Proofs.IsLess(read.At[d], piece.Spans[d].Start.With(loop.Index, Linear.Of(0))))) return null;
        int other = dimensions.Where(d => !Moves(d, loop) && MovesFurtherOut(d) && !IsSame(d)).DefaultIfEmpty(-1).First();
        if (other >= 0)
        {
            RequireBehind(storage, read, other, piece);
            return read with { Behind = read.Behind.Add(other) };
        }

        int own = dimensions.Where(d => Moves(d, loop)).DefaultIfEmpty(-1).First();
        if (own < 0 || (loop.IsPlate && IsSame(own))) return read;
        if (loop.IsPlate) throw reading.Refused(Descriptors.NeighbourRead, read.Use, read.Use.Syntax.ToString(), storage.Name);
        RequireBehind(storage, read, own, piece);
        return null;
    }

    private void RequireBehind(Storage storage, EarlyRead read, int d, Box piece)
    {
        var start = piece.Spans[d].Start;
        if (read.Behind.Contains(d) || reading.Proofs.IsLess(read.At[d], start)) return;
        if (reading.Proofs.IsNonNegative(read.At[d] - start) || !Builder.IsVisible(read.Indices[d]))
            throw reading.Refused(Descriptors.UnassignedElement, read.Use, read.Use.Syntax.ToString(), storage.Name);
        reading.Rules.RequireIndex(read.Indices[d], start, storage.Name, read.Use);
    }

    private void RequireFollows(Storage storage, Box piece, Linear start, Linear end)
    {
        if (start.IsSame(end)) return;
        if ((start - end).Number is not null) throw Refused(Descriptors.FilledInOrder, piece, storage);
        reading.Rules.RequireEqual(start, end, storage.Name, "the assignment before it", reading.Quote(piece.Use!));
    }

    private void PutZeros(Storage storage, int count)
    {
        var zero = storage.Element == IrType.Real ? Builder.Number(0) : Builder.Integer(0);
        var state = reading.StateOf(storage);
        var zeros = Enumerable.Range(0, count).Select(i => new PendingElement(Builder.Integer(i), zero));
        reading.Store(storage, state with { Pending = state.Pending.InsertRange(0, zeros) });
    }

    private bool IsKnownAround(Value value, OpenLoop loop) => value == loop.Index || Builder.IsOutermost(value) || reading.Nest.LoopOf(value) is not null;

    private UnsupportedException Misplaced(OpenLoop loop, Box piece, Storage storage) =>
        loop.IsPlate
            ? reading.Refused(Descriptors.OtherElement, piece.Use!, piece.Use!.Syntax.ToString(), loop.Name ?? "i")
            : Refused(Descriptors.FilledInOrder, piece, storage);

    private UnsupportedException Refused(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, Box piece, Storage storage) =>
        reading.Refused(descriptor, piece.Use!, piece.Use!.Syntax.ToString(), storage.Name);
}
