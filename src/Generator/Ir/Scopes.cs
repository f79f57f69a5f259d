namespace ProbModels.Generator.Ir;

/// <summary>When a value becomes known, from early to late. A value of the model's constants alone is bound too.</summary>
internal enum Time
{
    /// <summary>When data are bound: inputs, observations and what follows from them.</summary>
    Bind,

    /// <summary>In every evaluation: whatever depends on the position.</summary>
    Evaluate,
}

/// <summary>What the values of a kernel or a model are: their definitions, the loops they live in, and when they become known.</summary>
internal sealed class Scopes
{
    private readonly Dictionary<int, Define> _definitions = [];
    private readonly Dictionary<int, Loop?> _loops = [];
    private readonly Dictionary<int, Time> _times = [];
    private readonly Dictionary<int, (Loop Loop, Yield Yield)> _yields = [];
    private readonly Dictionary<int, Yield> _received = [];
    private readonly Dictionary<int, Value> _arrays = [];
    private readonly HashSet<int> _delayed = [];
    private readonly Dictionary<Loop, Loop?> _around = new(ReferenceComparer<Loop>.Instance);

    public Scopes(Sequence<Statement> body)
    {
        // An array is known when the last of its elements is: its forms are one array, and none of them earlier than another.
        var forms = new ArrayForms(body);
        do Visit(body, null);
        while (Delay(forms));
    }

    public Define? DefinitionOf(Value value) => _definitions.TryGetValue(value.Id, out var define) ? define : null;

    /// <summary>The loop and the yield that make a value; null for other values.</summary>
    public (Loop Loop, Yield Yield)? YieldOf(Value value) => _yields.TryGetValue(value.Id, out var yield) ? yield : null;

    /// <summary>The innermost loop in whose body the value is defined; null outside loops.</summary>
    public Loop? LoopOf(Value value) => _loops[value.Id];

    /// <summary>How many loops stand around a value.</summary>
    public int DepthOf(Value value)
    {
        int depth = 0;
        for (var loop = LoopOf(value); loop is not null; loop = _around[loop]) depth++;
        return depth;
    }

    /// <summary>The thread by which an iteration receives a value; null for other values.</summary>
    public Yield? ThreadOf(Value value) => _received.TryGetValue(value.Id, out var thread) ? thread : null;

    public Time TimeOf(Value value) => _times[value.Id];

    public bool Is(Value value, Op op) => DefinitionOf(value)?.Op == op;

    public double? NumberOf(Value value) => DefinitionOf(value) is { } define && define.Op == Operations.Constant ? define.Immediate.Number : null;

    private void Visit(Sequence<Statement> body, Loop? loop)
    {
        foreach (var statement in body)
        {
            if (statement is Define define)
            {
                _definitions[define.Result.Id] = define;
                // An array that lives for one iteration is never handed on when data are bound.
                var time = define.Op == Operations.Position || define.Op == Operations.Recorded || (define.Op == Operations.Put && loop is not null && !IsReceived(define.Arguments[0])) ? Time.Evaluate : Latest(define.Arguments);
                Know(define.Result, loop, time);
            }
            else if (statement is Sample or Call)
            {
                // Before inlining, what depends on a site or a helper counts as late.
                Know(statement is Sample sample ? sample.Result : ((Call)statement).Result, loop, Time.Evaluate);
            }
            else if (statement is Loop inner)
            {
                Visit(inner, loop);
            }
        }
    }

    private void Visit(Loop inner, Loop? around)
    {
        Know(inner.Index, inner, Time.Bind);
        var threads = inner.Yields.Where(yield => yield.Kind == YieldKind.Thread).ToList();
        foreach (var thread in threads) Know(thread.Inside!.Value, inner, TimeOf(thread.Into!.Value));
        foreach (var thread in threads) _received[thread.Inside!.Value.Id] = thread;
        _around[inner] = around;
        Visit(inner.Body, inner);

        // What an iteration receives is known as late as what any of them hands on.
        while (threads.Where(thread => TimeOf(thread.Inside!.Value) < TimeOf(thread.Element)).ToList() is { Count: > 0 } late)
        {
            foreach (var thread in late) Know(thread.Inside!.Value, inner, TimeOf(thread.Element));
            Visit(inner.Body, inner);
        }

        foreach (var yield in inner.Yields)
        {
            var time = Latest([yield.Element, .. yield.At is { } at ? [at] : Array.Empty<Value>(), .. yield.Into is { } into ? [into] : Array.Empty<Value>(), .. yield.Matrix is { } matrix ? [matrix] : Array.Empty<Value>()]);

            // What lives for one iteration is never handed on when data are bound: an array, and a number in a loop in a loop.
            bool isFleeting = around is not null && (yield.Result.Type.IsArray || _around[around] is not null) && !(yield.Into is { } origin && IsReceived(origin));
            Know(yield.Result, around, isFleeting ? Time.Evaluate : time);
            _yields[yield.Result.Id] = (inner, yield);
        }
    }

    /// <summary>Whether an array is a later form of one that an iteration received.</summary>
    private bool IsReceived(Value array) =>
        DefinitionOf(array) is { Arguments.Count: 3 } change ? IsReceived(change.Arguments[0])
        : YieldOf(array) is { Yield.Into: { } into } ? IsReceived(into)
        : _received.ContainsKey(array.Id);

    /// <summary>Makes all forms of an array as late as the latest; false where nothing changed.</summary>
    private bool Delay(ArrayForms forms)
    {
        var arrays = _times.Keys.Where(_arrays.ContainsKey).ToList();
        var late = new HashSet<Value>(arrays.Where(id => _times[id] == Time.Evaluate).Select(id => forms.OriginOf(_arrays[id])));
        var early = arrays.Where(id => _times[id] == Time.Bind && late.Contains(forms.OriginOf(_arrays[id]))).ToList();
        _delayed.UnionWith(early);
        return early.Count > 0;
    }

    private void Know(Value value, Loop? loop, Time time)
    {
        _loops[value.Id] = loop;
        _times[value.Id] = _delayed.Contains(value.Id) ? Time.Evaluate : time;
        if (value.Type.IsArray) _arrays[value.Id] = value;
    }

    private Time Latest(IEnumerable<Value> values) => values.Aggregate(Time.Bind, (time, value) => TimeOf(value) > time ? TimeOf(value) : time);
}
