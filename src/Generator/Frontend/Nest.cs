using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The loops around the current statement, and the numbers of their iterations.</summary>
internal sealed class Nest(Reading reading)
{
    private readonly Dictionary<Value, OpenLoop> _byIndex = [];
    private int _tables;

    public OpenLoop? Innermost { get; private set; }

    public int Depth => Innermost?.Depth ?? 0;

    private Builder Builder => reading.Builder;

    /// <summary>The loops from the innermost to the outermost.</summary>
    public IEnumerable<OpenLoop> Loops
    {
        get
        {
            for (var loop = Innermost; loop is not null; loop = loop.Outer) yield return loop;
        }
    }

    /// <summary>The loop, open or closed, that an index belongs to.</summary>
    public OpenLoop? LoopOf(Value index) => _byIndex.TryGetValue(index, out var loop) ? loop : null;

    public void Open(OpenLoop loop)
    {
        Innermost = loop;
        _byIndex[loop.Index] = loop;
    }

    public void Close() => Innermost = Innermost!.Outer;

    /// <summary>The shape of what has one element for each iteration of the loops around.</summary>
    public Axes Axes => AxesOf(Innermost);

    /// <summary>The shape of an array of a length in each iteration of the loops around, and where the current iteration's begins.</summary>
    public (Axes Axes, Value? Start) Arrays(Sequence<Value> sizes)
    {
        var axes = WithoutOption(Axes);
        sizes = sizes.Select((size, d) => d == 0 && Axes.IsOption ? reading.Guards.OrNone(size) : size).ToSequence();
        var length = sizes.Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b));
        if (!Builder.IsOutermost(length))
        {
            var grouped = Grouped(axes, length, Innermost);
            return (grouped, Builder.Add(Operations.Load, grouped.Offsets!.Value, axes.Number!.Value));
        }

        bool isPlain = axes.Offsets is null;
        var dimensions = (isPlain ? axes.Dimensions : Sequence.Of(axes.Total)).Concat(sizes).ToSequence();
        Value? start = axes.Number is { } number ? Builder.Add(Operations.IndexMultiply, number, length) : null;
        return (new(dimensions, null, Builder.Add(Operations.IndexMultiply, axes.Total, length)), start);
    }

    /// <summary>The shape of groups of the given sizes, one for each iteration of the loops up to one.</summary>
    /// <param name="size">The size of the current iteration's group.</param>
    public Axes Grouped(Axes outer, Value size, OpenLoop? loop)
    {
        var offsets = Builder.AtOutermost(() => MakeOffsets(outer, size, loop));
        return new(Sequence.Of(outer.Total), offsets, Builder.Add(Operations.Load, offsets, outer.Total));
    }

    private Axes AxesOf(OpenLoop? loop)
    {
        if (loop is null) return new(Sequence<Value>.Empty, null, Builder.Integer(1));
        return loop.Axes ??= MakeAxes(loop, AxesOf(loop.Outer));
    }

    private Axes WithoutOption(Axes axes) => axes.IsOption ? new(Sequence<Value>.Empty, null, Builder.Integer(1)) : axes;

    private Axes MakeAxes(OpenLoop loop, Axes outer)
    {
        bool isBranch = loop.Kind == LoopKind.Branch;
        if (!isBranch) outer = WithoutOption(outer);
        if (!Builder.IsOutermost(loop.Extent))
        {
            var grouped = Grouped(outer, loop.Extent, loop.Outer);
            var start = Builder.Add(Operations.Load, grouped.Offsets!.Value, outer.Number!.Value);
            return grouped with { Number = Builder.Add(Operations.IndexAdd, start, loop.Index) };
        }

        // A branch that is taken or not once for all adds no axis: without it there are no elements.
        if (loop is { Kind: LoopKind.Branch, Condition: { } condition } && outer.Dimensions.Count > 0 && outer.Offsets is null)
        {
            Value IfTaken(Value size) => Builder.Add(Operations.Select, condition, size, Builder.Integer(0));
            return outer with { Dimensions = outer.Dimensions.Select((size, d) => d == 0 ? IfTaken(size) : size).ToSequence(), Total = IfTaken(outer.Total) };
        }

        var dimensions = (outer.Offsets is null ? outer.Dimensions : Sequence.Of(outer.Total)).Append(loop.Extent).ToSequence();
        return new(dimensions, null, Builder.Add(Operations.IndexMultiply, outer.Total, loop.Extent))
        {
            IsOption = isBranch && outer.Dimensions.Count == 0,
            Number = outer.Number is { } number ? Builder.Add(Operations.IndexAdd, Builder.Add(Operations.IndexMultiply, number, loop.Extent), loop.Index) : loop.Index,
        };
    }

    /// <summary>Adds up the sizes of the groups: runs through the loops once more, in front of them.</summary>
    private Value MakeOffsets(Axes outer, Value size, OpenLoop? loop)
    {
        var groups = outer.Total;
        var length = Builder.Add(Operations.IndexAdd, groups, Builder.Integer(1));
        var blank = Builder.Leaf(Operations.Blank, IrType.Integer.ArrayOf, $"offsets{++_tables}", "offsets", length);
        var first = Builder.Add(Operations.Put, blank, Builder.Integer(0), Builder.Integer(0));
        var loops = new Stack<OpenLoop>();
        for (var around = loop; around is not null; around = around.Outer) loops.Push(around);
        return Sum(first, [.. loops], new Dictionary<Value, Value>(), outer.Number!.Value, size);
    }

    private Value Sum(Value offsets, OpenLoop[] loops, Dictionary<Value, Value> copies, Value number, Value size)
    {
        if (loops.Length == 0)
        {
            var here = Copy(number, copies);
            var end = Builder.Add(Operations.IndexAdd, Builder.Add(Operations.Load, offsets, here), Copy(size, copies));
            return Builder.Add(Operations.Put, offsets, Builder.Add(Operations.IndexAdd, here, Builder.Integer(1)), end);
        }

        var extent = Copy(loops[0].Extent, copies);
        var index = Builder.OpenLoop();
        var inside = Builder.Fresh(offsets.Type);
        copies[loops[0].Index] = index;
        var element = Sum(inside, [.. loops.Skip(1)], copies, number, size);
        var body = Builder.CloseLoop();
        var result = Builder.Fresh(offsets.Type);
        var thread = new Yield(YieldKind.Thread, result, element, Name: "offsets", Into: offsets, Inside: inside);
        Builder.Append(new Loop(index, extent, body, Sequence.Of(thread), loops[0].Source, loops[0].Name, Order.Forward));
        return result;
    }

    /// <summary>A value of a loop's body, made once more for another index.</summary>
    private Value Copy(Value value, Dictionary<Value, Value> copies)
    {
        if (copies.TryGetValue(value, out var copy)) return copy;
        if (Builder.IsOutermost(value)) return value;
        if (Builder.DefinitionOf(value) is not { } define)
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.SizeNotFromInputs, reading.Here?.Syntax.GetLocation(), reading.Here?.Syntax.ToString() ?? ""));
        return copies[value] = Builder.Add(define.Op, [.. define.Arguments.Select(argument => Copy(argument, copies))], define.Name);
    }
}
