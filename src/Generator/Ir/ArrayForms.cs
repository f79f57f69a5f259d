namespace ProbModels.Generator.Ir;

/// <summary>Which values of a kernel are forms of the same array: as it is made, put into, and handed from iteration to iteration.</summary>
/// <remarks>
/// Elements are put once and read once they are there, so that every form may be read from the last one. An array is at home in the
/// outermost block that changes it; one that is never changed, where it is defined.
/// </remarks>
internal sealed class ArrayForms
{
    private readonly Dictionary<Value, Value> _origins = [];
    private readonly Dictionary<Value, (Value Form, int Depth)> _last = [];
    private readonly Dictionary<Value, Loop?> _homes = [];
    private readonly Dictionary<Loop, Loop?> _around = new(ReferenceComparer<Loop>.Instance);

    public ArrayForms(Sequence<Statement> body) => Visit(body, null, 0);

    /// <summary>The form from which an array's others come; for a value that is no form of another, itself.</summary>
    public Value OriginOf(Value array) => _origins.TryGetValue(array, out var origin) ? origin : array;

    /// <summary>The last form of an array in the block where it is at home.</summary>
    public Value LastOf(Value origin) => _last.TryGetValue(origin, out var last) ? last.Form : origin;

    /// <summary>Whether an array lives in each iteration of a loop anew.</summary>
    public bool IsLocalTo(Value origin, Loop loop)
    {
        for (var home = _homes[origin]; home is not null; home = _around[home])
            if (ReferenceEquals(home, loop)) return true;
        return false;
    }

    private void Visit(Sequence<Statement> body, Loop? loop, int depth)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Define { Result: { Type.IsArray: true } result } define when define.Op == Operations.Put || define.Op == Operations.Increase:
                    Change(define.Arguments[0], result, loop, depth);
                    break;
                case Define { Result: { Type.IsArray: true } result }:
                    _homes[result] = loop;
                    break;
                case Loop inner:
                    _around[inner] = loop;
                    foreach (var thread in inner.Yields.Where(yield => yield.Kind == YieldKind.Thread)) _origins[thread.Inside!.Value] = OriginOf(thread.Into!.Value);
                    Visit(inner.Body, inner, depth + 1);
                    foreach (var yield in inner.Yields.Where(yield => yield.Result.Type.IsArray))
                    {
                        if (yield.Into is { } into) Change(into, yield.Result, loop, depth);
                        else _homes[yield.Result] = loop;
                    }

                    break;
            }
        }
    }

    private void Change(Value before, Value after, Loop? loop, int depth)
    {
        var origin = _origins[after] = OriginOf(before);
        if (_last.TryGetValue(origin, out var last) && last.Depth < depth) return;
        _last[origin] = (after, depth);
        _homes[origin] = loop;
    }
}
