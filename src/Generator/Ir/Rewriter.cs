namespace ProbModels.Generator.Ir;

/// <summary>Rebuilds blocks statement by statement. A pass overrides what it changes; the rest is copied through the builder's algebra.</summary>
internal abstract class Rewriter
{
    private Dictionary<int, Value> _map = [];
    private readonly Stack<Value> _indices = new();

    // Each use of a function fills arrays of its own.
    private string _use = "";
    private int _uses;

    protected Builder Builder { get; } = new();

    /// <summary>The indices of the loops around the current statement, in the new block, innermost first.</summary>
    protected IReadOnlyCollection<Value> Indices => _indices;

    /// <summary>What stands for an old value in the new block.</summary>
    protected virtual Value Map(Value value) =>
        _map.TryGetValue(value.Id, out var mapped) ? mapped : throw new InvalidOperationException($"{value} has no counterpart yet");

    protected Value[] Map(Sequence<Value> values) => [.. values.Select(Map)];

    protected void Bind(Value old, Value mapped) => _map[old.Id] = mapped;

    /// <summary>The kernel with a rewritten body, and outputs that follow it.</summary>
    protected Kernel Rebuild(Kernel kernel)
    {
        Rewrite(kernel.Body);
        var outputs = kernel.Outputs.Select(output => output with { Value = Map(output.Value) }).ToSequence();
        return new(kernel.Name, Builder.Finish(), outputs);
    }

    /// <summary>What a site holds: a number, or the element at an index of the new block.</summary>
    /// <param name="length">How long the array is; only for the position.</param>
    protected Value LeafAt(Value? at, Op op, IrType type, string symbol, string? name = null, Value? length = null) =>
        at is { } index
            ? Builder.Add(Operations.Load, Builder.Leaf(op, type.ArrayOf, symbol, name, length is { } known ? [known] : []), index)
            : Builder.Leaf(op, type, symbol, name);

    protected void Rewrite(Sequence<Statement> body)
    {
        foreach (var statement in body) Rewrite(statement);
    }

    protected virtual void Rewrite(Statement statement)
    {
        switch (statement)
        {
            case Define define:
                Rewrite(define);
                break;
            case Loop loop:
                Rewrite(loop);
                break;
            case Require require:
                Builder.Require(require with { Condition = Map(require.Condition), Subject = Map(require.Subject), Limit = Map(require.Limit) });
                break;
            case AddTerm term:
                Builder.Append(term with { Value = Map(term.Value), At = Map(term.At) });
                break;
            case Record record:
                Builder.Append(record with { Value = Map(record.Value), At = Map(record.At) });
                break;
            case Declare declare:
                Builder.Append(declare with { Dimensions = Map(declare.Dimensions).ToSequence(), Offsets = Map(declare.Offsets), Coordinates = Map(declare.Coordinates) });
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} does not belong here");
        }
    }

    protected virtual void Rewrite(Define define) => Bind(define.Result, Copy(define));

    protected Value Copy(Define define) =>
        define.Op == Operations.Constant ? Builder.Number(define.Immediate.Number)
        : define.Op == Operations.Integer ? Builder.Integer((int)define.Immediate.Number)
        : define.Op == Operations.Boolean ? Builder.Boolean(define.Immediate.Number != 0)
        : define.Op.HasImmediate ? Builder.Leaf(define.Op, define.Result.Type, define.Immediate.Symbol! + (define.Op == Operations.Blank ? _use : ""), define.Name, Map(define.Arguments))
        : Builder.Add(define.Op, Map(define.Arguments), define.Name);

    /// <summary>Copies a function's body to here and hands its result back.</summary>
    protected Value Inline(Function function, Value[] arguments)
    {
        var (outer, outerUse) = (_map, _use);
        _map = [];
        _use = $"{outerUse}@{(++_uses).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        for (int i = 0; i < arguments.Length; i++) Bind(function.Parameters[i], arguments[i]);
        Rewrite(function.Body);
        var result = Map(function.Result);
        (_map, _use) = (outer, outerUse);
        return result;
    }

    protected virtual void Rewrite(Loop loop)
    {
        var index = Open(loop);
        Rewrite(loop.Body);
        Close(loop, index, [.. loop.Yields.Select(yield => ((Yield?)yield, Rewrite(yield)))]);
    }

    /// <summary>A yield of the new loop, as far as the loop's body knows it.</summary>
    protected Yield Rewrite(Yield yield) => yield with { Element = Map(yield.Element), At = Map(yield.At), Inside = Map(yield.Inside) };

    protected Value Open(Loop loop)
    {
        var index = Builder.OpenLoop();
        Bind(loop.Index, index);
        foreach (var received in Uses.ReceivedBy(loop)) Bind(received, Builder.Fresh(received.Type));
        _indices.Push(index);
        return index;
    }

    /// <summary>Closes the loop and appends it with new yields, each of which takes the place of an old one, or comes from an array of the new block.</summary>
    protected void Close(Loop loop, Value index, (Yield? Old, Yield New)[] yields)
    {
        _indices.Pop();
        var body = Builder.CloseLoop();
        var extent = Map(loop.Extent);
        var news = new List<Yield>();
        foreach (var (old, yield) in yields)
        {
            var result = Builder.Fresh(yield.Result.Type);
            if (old is not null) Bind(old.Result, result);
            else Bind(yield.Result, result);
            news.Add((old is null ? yield : yield with { Size = Map(yield.Size), Into = Map(yield.Into), Matrix = Map(yield.Matrix) }) with { Result = result });
        }

        Builder.Append(loop with { Index = index, Extent = extent, Body = body, Yields = news.ToSequence() });
    }

    protected Value? Map(Value? value) => value is { } present ? Map(present) : null;
}
