using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Which values of a kernel depend on the position, and so have adjoints; and how long arrays are.</summary>
internal sealed class Activity
{
    private readonly HashSet<Value> _active = [];
    private readonly Dictionary<Value, Value> _extents = [];
    private readonly Dictionary<Value, string> _names = [];
    private readonly Dictionary<Loop, List<Value>> _arrays = new(ReferenceComparer<Loop>.Instance);

    public Activity(Sequence<Statement> body)
    {
        // What goes round a loop may become active in a later statement than the one that reads it: until nothing changes.
        int known;
        do
        {
            known = _active.Count;
            Visit(body);
        }
        while (_active.Count > known);
    }

    public bool IsActive(Value value) => _active.Contains(value);

    /// <summary>Whether a loop hands out anything active.</summary>
    public bool Touches(Loop loop) => loop.Yields.Any(yield => IsActive(yield.Element));

    /// <summary>The active arrays that a loop reads or fills, at any depth.</summary>
    public IReadOnlyList<Value> ArraysOf(Loop loop)
    {
        if (_arrays.TryGetValue(loop, out var known)) return known;
        var arrays = loop.Yields.Where(yield => yield.Into is not null && IsActive(yield.Result)).Select(yield => yield.Result).ToList();
        foreach (var statement in loop.Body)
        {
            if (statement is Loop inner) arrays.AddRange(ArraysOf(inner));
            else if (statement is Define { Arguments.Count: > 0 } define && define.Arguments[0].Type.IsArray && IsActive(define.Arguments[0]) && define.Op != Operations.Length) arrays.Add(define.Arguments[0]);
        }

        return _arrays[loop] = [.. arrays.Distinct()];
    }

    /// <summary>The length of an array as a value outside loops; null where none is known.</summary>
    public Value? ExtentOf(Value array) => _extents.TryGetValue(array, out var extent) ? extent : null;

    public string NameOf(Value array) => _names.TryGetValue(array, out string? name) ? name : "array";

    private void Visit(Sequence<Statement> body)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Define define:
                    Visit(define);
                    break;
                case Loop loop:
                    Visit(loop);
                    break;
            }
        }
    }

    private void Visit(Define define)
    {
        if (define.Name is { } name) _names[define.Result] = name;
        if (define.Op == Operations.Position && define.Arguments.Count == 1) _extents[define.Result] = define.Arguments[0];
        if (define.Op == Operations.Blank || define.Op == Operations.Zeros) _extents[define.Result] = define.Arguments[0];
        if (define.Op == Operations.Position || (define.Result.Type.Scalar == Scalar.Real && define.Arguments.Any(IsActive))) _active.Add(define.Result);
    }

    private void Visit(Loop loop)
    {
        foreach (var yield in loop.Yields)
        {
            if (yield.Kind == YieldKind.Array) _extents[yield.Result] = loop.Extent;
            if (yield.Kind == YieldKind.Scatter) _extents[yield.Result] = yield.Size!.Value;
            if (yield.Name is { } name) _names[yield.Result] = name;
            if (yield.Into is { } into && (IsActive(into) || IsActive(yield.Element))) _active.Add(yield.Inside!.Value);
        }

        // A loop over independent iterations that reads an array at its own index reads all of it.
        foreach (var define in loop.Body.OfType<Define>())
            if (loop.Order == Order.Any && define.Op == Operations.Load && define.Arguments[1] == loop.Index && !_extents.ContainsKey(define.Arguments[0])) _extents[define.Arguments[0]] = loop.Extent;
        Visit(loop.Body);
        _active.UnionWith(loop.Yields.Where(yield => IsActive(yield.Element) || (yield.Into is { } into && IsActive(into))).Select(yield => yield.Result));
    }
}
