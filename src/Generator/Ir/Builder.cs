namespace ProbModels.Generator.Ir;

/// <summary>Makes blocks of statements, simplifying while it builds.</summary>
/// <remarks>
/// Three things cannot be built: a definition that <see cref="Algebra"/> can simplify, the same definition twice, and a definition
/// inside a loop none of whose arguments depend on the loop. The last two follow from placement: a definition goes to the outermost
/// open block that knows its arguments, and is looked up there first.
/// </remarks>
internal sealed class Builder
{
    private readonly Dictionary<int, Define> _definitions = [];
    private readonly Dictionary<int, Scope> _homes = [];
    private Scope _current = new(null);
    private int _next;

    /// <summary>Adds <c>op(arguments)</c>, or finds a value that is equal to it.</summary>
    public Value Add(Op op, params Value[] arguments) => Add(op, arguments, name: null);

    /// <summary>Adds <c>op(arguments)</c> under a name for readers, or finds a value that is equal to it.</summary>
    public Value Add(Op op, Value[] arguments, string? name) =>
        Algebra.Simplify(this, op, arguments) is { } simpler
            ? Name(simpler, name)
            : Place(op, op.Result!(arguments.ToSequence()), arguments, default, name ?? (op == Operations.Load ? DefinitionOf(arguments[0])?.Name : null));

    /// <summary>Adds what carries a name: an input, an observation, a part of the position, an array to be filled.</summary>
    public Value Leaf(Op op, IrType type, string symbol, string? name = null, params Value[] arguments) => Place(op, type, arguments, new Immediate(0, symbol), name ?? symbol);

    public Value Number(double number) => Place(Operations.Constant, IrType.Real, [], new Immediate(number), null);

    public Value Boolean(bool truth) => Place(Operations.Boolean, IrType.Boolean, [], new Immediate(truth ? 1 : 0), null);

    public Value Integer(int number) => Place(Operations.Integer, IrType.Integer, [], new Immediate(number), null);

    /// <summary>Adds a statement other than a definition at the end of the current block.</summary>
    public void Append(Statement statement) => _current.Statements.Add(statement);

    /// <summary>Adds a statement to the outermost block, in front of the loops that are open.</summary>
    public void AppendOutermost(Statement statement) => Outermost().Statements.Add(statement);

    /// <summary>Adds a rule to the outermost block that knows its condition, unless it compares numbers and holds.</summary>
    public void Require(Require require)
    {
        if (!Algebra.IsTrue(this, require.Condition)) _homes[require.Condition.Id].Statements.Add(require);
    }

    /// <summary>Gives a value a name for readers, unless it has one.</summary>
    public Value Name(Value value, string? name)
    {
        if (name is null || !_definitions.TryGetValue(value.Id, out var define) || define.Name is not null || IsConstant(define)) return value;
        var named = define with { Name = name };
        _definitions[value.Id] = named;
        var home = _homes[value.Id].Statements;
        home[home.FindLastIndex(statement => ReferenceEquals(statement, define))] = named;
        return value;
    }

    /// <summary>The definition of a value; null for a loop's index or yield, or a statement's own result.</summary>
    public Define? DefinitionOf(Value value) => _definitions.TryGetValue(value.Id, out var define) ? define : null;

    /// <summary>A value that no definition makes: the result of another statement, at home in the current block.</summary>
    public Value Fresh(IrType type) => Fresh(type, _current);

    /// <summary>A value that no definition makes, at home where another one is.</summary>
    public Value FreshBeside(Value other, IrType type) => Fresh(type, _homes[other.Id]);

    /// <summary>Whether a value depends on no loop.</summary>
    public bool IsOutermost(Value value) => _homes[value.Id].Outer is null;

    /// <summary>Whether a value is known outside of a loop in which another one lives.</summary>
    public bool IsOutside(Value value, Value other) => _homes[value.Id].Depth < _homes[other.Id].Depth;

    /// <summary>Whether a value can be used in the current block.</summary>
    public bool IsVisible(Value value)
    {
        var scope = _current;
        while (scope is not null && scope != _homes[value.Id]) scope = scope.Outer;
        return scope is not null;
    }

    /// <summary>Builds in the outermost block, in front of the loops that are open.</summary>
    public T AtOutermost<T>(Func<T> build) => At(Outermost(), build);

    /// <summary>Builds in the body of an open loop, in front of the loops that are open inside it.</summary>
    public T AtLoop<T>(Value index, Func<T> build) => At(_homes[index.Id], build);

    private T At<T>(Scope scope, Func<T> build)
    {
        var current = _current;
        _current = scope;
        try
        {
            return build();
        }
        finally
        {
            _current = current;
        }
    }

    /// <summary>Opens a loop; its index is the result.</summary>
    public Value OpenLoop()
    {
        _current = new(_current);
        return Fresh(IrType.Integer);
    }

    /// <summary>Closes the loop that was opened last and hands its body back; nothing is appended.</summary>
    public Sequence<Statement> CloseLoop()
    {
        var body = _current.Statements.ToSequence();
        _current = _current.Outer!;
        return body;
    }

    /// <summary>The finished outermost block.</summary>
    public Sequence<Statement> Finish() => _current.Statements.ToSequence();

    private static bool IsConstant(Define define) => define.Op == Operations.Constant || define.Op == Operations.Integer || define.Op == Operations.Boolean;

    private Value Place(Op op, IrType type, Value[] arguments, Immediate immediate, string? name)
    {
        // An array is changed where it is said to be: in a loop each iteration changes its own.
        bool isChange = op == Operations.Put || op == Operations.Increase;
        var home = isChange ? _current : arguments.Select(argument => _homes[argument.Id]).Aggregate(Outermost(), (a, b) => a.Depth >= b.Depth ? a : b);
        var key = new Key(op, Ordered(op, arguments).ToSequence(), immediate);
        if (home.Known.TryGetValue(key, out var known)) return Name(known, name);

        var define = new Define(Fresh(type, home), op, arguments.ToSequence(), immediate, name);
        home.Statements.Add(define);
        home.Known.Add(key, define.Result);
        _definitions.Add(define.Result.Id, define);
        return define.Result;
    }

    private Value Fresh(IrType type, Scope home)
    {
        var value = new Value(_next++, type);
        _homes.Add(value.Id, home);
        return value;
    }

    private Scope Outermost()
    {
        var scope = _current;
        while (scope.Outer is { } outer) scope = outer;
        return scope;
    }

    private static IEnumerable<Value> Ordered(Op op, Value[] arguments) =>
        op.IsCommutative ? arguments.OrderBy(argument => argument.Id) : arguments;

    private sealed record Key(Op Op, Sequence<Value> Arguments, Immediate Immediate);

    private sealed class Scope(Scope? outer)
    {
        public Scope? Outer => outer;

        public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

        public List<Statement> Statements { get; } = [];

        public Dictionary<Key, Value> Known { get; } = [];
    }
}
