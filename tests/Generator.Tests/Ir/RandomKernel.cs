using CsCheck;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>Makes kernels at random, statement by statement and without the builder, so that nothing in them is simplified.</summary>
/// <remarks>
/// Two kinds of plate, over n rows and over m groups; rows read groups through indices. Loops read arrays that earlier loops yield,
/// at their own index, through a gather, or at a fixed index. Arguments are brought into the domain of each function first.
/// </remarks>
internal sealed class RandomKernel
{
    private const int Rows = 5, Groups = 3;

    private readonly Random _random;
    private readonly Dictionary<(Op, string), Value> _leaves = [];
    private readonly List<Statement> _top = [];
    private readonly List<Value> _numbers = [];
    private readonly List<(Value Array, string Extent)> _arrays = [];
    private readonly List<Output> _outputs = [];
    private List<Statement> _block;
    private int _next;

    private RandomKernel(ulong seed)
    {
        _random = new Random((int)(seed % int.MaxValue));
        _block = _top;
    }

    /// <summary>Kernels with the leaves that they read. Small ones come first when a failure is reduced.</summary>
    public static Gen<(Kernel Kernel, Leaves Leaves)> Generator { get; } =
        Gen.Select(Gen.Int[0, 5], Gen.ULong).Select((size, seed) => (new RandomKernel(seed).Make(size), Values(seed)));

    /// <summary>Kernels without loops: expressions.</summary>
    public static Gen<(Kernel Kernel, Leaves Leaves)> Expressions { get; } =
        Gen.Select(Gen.Int[1, 40], Gen.ULong).Select((size, seed) => (new RandomKernel(seed).MakeExpressions(size), Values(seed)));

    /// <summary>Checks a property of random kernels: the same ones in each run, small ones first.</summary>
    /// <remarks>With RANDOM_KERNELS set, of new ones in each run; a failure then prints the smallest kernel found that has the property not.</remarks>
    public static void Check(Action<Kernel, Leaves> property)
    {
        if (Environment.GetEnvironmentVariable("RANDOM_KERNELS") is not null)
        {
            Generator.Sample(item => property(item.Kernel, item.Leaves), print: item => "\n" + Printer.Print(item.Kernel));
            return;
        }

        const int Count = 120, Sizes = 6;
        for (int i = 0; i < Count; i++)
        {
            ulong seed = unchecked((ulong)(i + 1) * 0x9E3779B97F4A7C15);
            var kernel = new RandomKernel(seed).Make(i * Sizes / Count);
            try
            {
                property(kernel, Values(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"kernel {i}: {e.Message}\n{Printer.Print(kernel)}", e);
            }
        }
    }

    private static Leaves Values(ulong seed)
    {
        var random = new Random(~(int)(seed % int.MaxValue));
        double Real() => 4 * random.NextDouble() - 2;
        Number[] Reals(int count) => [.. Enumerable.Range(0, count).Select(_ => (Number)Real())];
        return new()
        {
            [Operations.Input, "a"] = (Number)Real(),
            [Operations.Input, "b"] = (Number)Real(),
            [Operations.Input, "n"] = (long)Rows,
            [Operations.Input, "m"] = (long)Groups,
            [Operations.Input, "x"] = Reals(Rows),
            [Operations.Input, "v"] = Reals(Groups),
            [Operations.Input, "g"] = Enumerable.Range(0, Rows).Select(_ => (long)random.Next(Groups)).ToArray(),
            [Operations.Input, "k"] = Enumerable.Range(0, Rows).Select(_ => (long)random.Next(9)).ToArray(),
            [Operations.Observed, "y"] = Reals(Rows),
            [Operations.Given, "y"] = random.Next(4) > 0,
            [Operations.Position, "p"] = (Number)Real(),
            [Operations.Position, "q"] = (Number)Real(),
            [Operations.Position, "theta"] = Reals(Groups),
            [Operations.Position, "phi"] = Reals(Rows),
        };
    }

    private Kernel Make(int loops)
    {
        ReadNumbers();
        _arrays.Add((Leaf(Operations.Input, "x", IrType.Real.ArrayOf), "n"));
        _arrays.Add((Leaf(Operations.Input, "v", IrType.Real.ArrayOf), "m"));
        _arrays.Add((Leaf(Operations.Observed, "y", IrType.Real.ArrayOf), "n"));
        _arrays.Add((Leaf(Operations.Position, "theta", IrType.Real.ArrayOf, Leaf(Operations.Input, "m", IrType.Integer)), "m"));
        _arrays.Add((Leaf(Operations.Position, "phi", IrType.Real.ArrayOf, Leaf(Operations.Input, "n", IrType.Integer)), "n"));

        // As in a model, where each latent has a prior, every part of the position is read at its plate's own index.
        AddLoop("m", "theta");
        AddLoop("n", "phi");
        for (int i = 0; i < loops; i++)
        {
            AddExpressions(_numbers, _random.Next(3));
            switch (_random.Next(5))
            {
                case 0:
                    AddRecurrence();
                    break;
                case 1:
                    AddNest();
                    break;
                default:
                    AddLoop(_random.Next(2) == 0 ? "n" : "m", null);
                    break;
            }
        }

        AddExpressions(_numbers, 3);
        AddRule(_numbers);
        return Finish();
    }

    private Kernel MakeExpressions(int count)
    {
        ReadNumbers();
        AddExpressions(_numbers, count);
        return Finish();
    }

    private void ReadNumbers()
    {
        foreach (string name in new[] { "a", "b" }) _numbers.Add(Leaf(Operations.Input, name, IrType.Real));
        foreach (string name in new[] { "p", "q" }) _numbers.Add(Leaf(Operations.Position, name, IrType.Real));
    }

    private Kernel Finish()
    {
        var logDensity = _numbers.TakeLast(4).Aggregate((a, b) => Add(Operations.Add, a, b));
        _outputs.Add(new(OutputKind.LogDensity, "", logDensity));
        return new("random", _top.ToSequence(), _outputs.ToSequence());
    }

    private void AddLoop(string extent, string? mustRead)
    {
        var size = Leaf(Operations.Input, extent, IrType.Integer);
        var index = new Value(_next++, IrType.Integer);
        _block = [];
        var elements = new List<Value>(_numbers.TakeLast(6));
        foreach (var (array, of) in _arrays.ToList())
        {
            bool isNeeded = mustRead is not null && array == _leaves[(Operations.Position, mustRead)];
            if (isNeeded || _random.Next(3) == 0) elements.Add(Read(array, of, extent, isNeeded ? index : IndexInto(of, extent, index)));
        }

        if (extent == "n" && _random.Next(3) == 0)
            elements.Add(Add(Operations.ToReal, Add(Operations.Load, Leaf(Operations.Input, "k", IrType.Integer.ArrayOf), index)));
        AddExpressions(elements, 2 + _random.Next(8));
        if (_random.Next(3) == 0) AddRule(elements);
        if (extent == "n" && _random.Next(2) == 0)
            elements.Add(Add(Operations.Select, Leaf(Operations.Given, "y", IrType.Boolean), Pick(elements), Constant(0)));

        var yields = new List<Yield>();
        for (int i = 0; i <= _random.Next(3); i++)
            yields.Add(new(YieldKind.Sum, new(_next++, IrType.Real), Pick(elements)));
        if (_random.Next(2) == 0) yields.Add(new(YieldKind.Array, new(_next++, IrType.Real.ArrayOf), Pick(elements), Name: "z"));
        var loop = new Loop(index, size, _block.ToSequence(), yields.ToSequence(), new(_top.Count + 1, "a plate"), "i");
        _top.Add(loop);
        _block = _top;

        _numbers.AddRange(yields.Where(yield => yield.Kind == YieldKind.Sum).Select(yield => yield.Result));
        foreach (var yield in yields.Where(yield => yield.Kind == YieldKind.Array))
        {
            _arrays.Add((yield.Result, extent));
            if (_random.Next(2) == 0) _outputs.Add(new(OutputKind.Record, $"z{yield.Result.Id}", yield.Result));
        }
    }

    /// <summary>A forward loop over rows that fills two arrays, of which each step reads earlier elements.</summary>
    private void AddRecurrence()
    {
        var size = Leaf(Operations.Input, "n", IrType.Integer);
        var length = Add(Operations.IndexAdd, size, Integer(1));
        Value[] before = [.. Enumerable.Range(0, 2).Select(_ => Add(Operations.Put, Blank(length), Integer(0), Pick(_numbers)))];
        var index = new Value(_next++, IrType.Integer);
        Value[] inside = [.. before.Select(_ => new Value(_next++, IrType.Real.ArrayOf))];
        _block = [];
        var elements = new List<Value>(_numbers.TakeLast(4));
        foreach (var (array, of) in _arrays.ToList())
            if (_random.Next(3) == 0) elements.Add(Read(array, of, "n", IndexInto(of, "n", index)));
        elements.AddRange(inside.Where(_ => _random.Next(3) > 0).Select(array => Add(Operations.Load, array, index)));
        if (_random.Next(2) == 0) elements.Add(Add(Operations.Load, inside[0], Integer(0)));
        AddExpressions(elements, 2 + _random.Next(6));
        var next = Add(Operations.IndexAdd, index, Integer(1));
        Value[] after = [.. inside.Select(array => Add(Operations.Put, array, next, Add(Operations.Tanh, Pick(elements))))];
        if (_random.Next(2) == 0)
        {
            elements.Add(Add(Operations.Load, after[1], next));
            AddExpressions(elements, 2);
        }

        var yields = after.Select((array, i) => new Yield(YieldKind.Thread, new(_next++, IrType.Real.ArrayOf), array, Name: "s", Into: before[i], Inside: inside[i])).ToList();
        if (_random.Next(2) == 0) yields.Add(new(YieldKind.Sum, new(_next++, IrType.Real), Pick(elements)));
        _top.Add(new Loop(index, size, _block.ToSequence(), yields.ToSequence(), new(_top.Count + 1, "a recurrence"), "t", Order.Forward));
        _block = _top;
        _numbers.AddRange(yields.Where(yield => yield.Kind == YieldKind.Sum).Select(yield => yield.Result));
        _numbers.Add(Add(Operations.Load, yields[_random.Next(2)].Result, _random.Next(2) == 0 ? size : Integer(1)));

        // It is one element longer than the plate.
        if (_random.Next(2) == 0) _arrays.Add((yields[0].Result, "n"));
    }

    /// <summary>A plate over groups in one over rows, or in a forward loop over them; the inner one sums, finds the greatest, and fills an array of all pairs.</summary>
    private void AddNest()
    {
        var (rows, groups) = (Leaf(Operations.Input, "n", IrType.Integer), Leaf(Operations.Input, "m", IrType.Integer));
        bool isForward = _random.Next(2) == 0;
        var blank = Blank(Add(Operations.IndexMultiply, rows, groups));
        var i = new Value(_next++, IrType.Integer);
        var outside = new Value(_next++, IrType.Real.ArrayOf);
        _block = [];
        var outer = new List<Value>(_numbers.TakeLast(3));
        foreach (var (array, of) in _arrays.ToList())
            if (_random.Next(3) == 0) outer.Add(Read(array, of, "n", IndexInto(of, "n", i)));
        AddExpressions(outer, 1 + _random.Next(4));
        var start = Add(Operations.IndexMultiply, i, groups);

        var (outerBlock, j, inside) = (_block, new Value(_next++, IrType.Integer), new Value(_next++, IrType.Real.ArrayOf));
        _block = [];
        var inner = new List<Value>(outer.TakeLast(4));
        foreach (var (array, of) in _arrays.ToList())
            if (of == "m" && _random.Next(2) == 0) inner.Add(Read(array, of, "m", j));
        if (isForward && _random.Next(2) == 0)
        {
            // The row before, or 0 in the first.
            var isFirst = Add(Operations.Less, i, Integer(1));
            var at = Add(Operations.IndexMax, Add(Operations.IndexSubtract, Add(Operations.IndexAdd, start, j), groups), Integer(0));
            inner.Add(Add(Operations.Select, isFirst, Constant(0), Add(Operations.Load, outside, at)));
        }

        AddExpressions(inner, 2 + _random.Next(5));
        var put = Add(Operations.Put, inside, Add(Operations.IndexAdd, start, j), Add(Operations.Tanh, Pick(inner)));
        List<Yield> yields =
        [
            new(YieldKind.Thread, new(_next++, IrType.Real.ArrayOf), put, Into: outside, Inside: inside),
            new(YieldKind.Sum, new(_next++, IrType.Real), Pick(inner)),
            new(YieldKind.Max, new(_next++, IrType.Real), Pick(inner)),
            new(YieldKind.Array, new(_next++, IrType.Real.ArrayOf), Pick(inner)),
        ];
        var innerLoop = new Loop(j, groups, _block.ToSequence(), yields.ToSequence(), new(_top.Count + 1, "an inner plate"), "j");
        _block = outerBlock;
        _block.Add(innerLoop);
        outer.AddRange(yields.Where(yield => yield.Kind is YieldKind.Sum or YieldKind.Max).Select(yield => yield.Result));
        outer.Add(Add(Operations.Load, yields[3].Result, Integer(_random.Next(Groups))));
        AddExpressions(outer, 2);
        Yield[] results =
        [
            new(YieldKind.Thread, new(_next++, IrType.Real.ArrayOf), yields[0].Result, Into: blank, Inside: outside),
            new(YieldKind.Sum, new(_next++, IrType.Real), outer[outer.Count - 1 - _random.Next(4)]),
        ];
        _top.Add(new Loop(i, rows, _block.ToSequence(), results.ToSequence(), new(_top.Count + 1, "a nest"), "i", isForward ? Order.Forward : Order.Any));
        _block = _top;
        _numbers.Add(results[1].Result);
        _numbers.Add(Add(Operations.Load, results[0].Result, Integer(_random.Next(Rows * Groups))));
    }

    private Value Blank(Value length)
    {
        var array = new Value(_next++, IrType.Real.ArrayOf);
        _block.Add(new Define(array, Operations.Blank, Sequence.Of(length), new Immediate(0, $"array{array.Id}")));
        return array;
    }

    private Value Read(Value array, string of, string extent, Value index) => Add(Operations.Load, array, index);

    /// <summary>The own index, an index from data, or a fixed one.</summary>
    private Value IndexInto(string of, string extent, Value index)
    {
        if (of == extent && _random.Next(3) > 0) return index;
        if (of == "m" && extent == "n") return Add(Operations.Load, Leaf(Operations.Input, "g", IrType.Integer.ArrayOf), index);
        return Add(Operations.IndexSubtract, Leaf(Operations.Input, of, IrType.Integer), Integer(1 + _random.Next(of == "n" ? Rows : Groups)));
    }

    private void AddRule(List<Value> known)
    {
        var subject = Pick(known);
        var condition = Add(Operations.Greater, subject, Constant(-1e4 * _random.NextDouble()));
        _block.Add(new Require(condition, subject, new(RuleKind.Range, "y", $"rule {_next}", "great", new(1, "rule"))));
    }

    private void AddExpressions(List<Value> known, int count)
    {
        for (int i = 0; i < count; i++) known.Add(Expression(known));
    }

    /// <summary>One to a few definitions whose arguments lie in the domain and whose result does not explode.</summary>
    private Value Expression(List<Value> known)
    {
        var (a, b) = (Pick(known), Pick(known));
        Value Tame(Value x) => Add(Operations.Tanh, x);
        Value Square(Value x) => Add(Operations.Multiply, x, x);
        Value Positive(Value x) => Add(Operations.Add, Constant(0.5), Square(x));
        return _random.Next(27) switch
        {
            0 or 1 => Add(Operations.Add, a, b),
            2 or 3 => Add(Operations.Subtract, a, b),
            4 => Add(Operations.Multiply, Tame(a), b),
            5 => Add(Operations.Multiply, Literal(), a),
            6 => Add(Operations.Multiply, a, Literal()),
            7 => Add(Operations.Divide, a, Positive(b)),
            8 => Add(Operations.Divide, a, Constant(_random.Next(1, 9))),
            9 => Add(Operations.Negate, a),
            10 => Add(Operations.Exp, Tame(a)),
            11 => Add(Operations.Log, Positive(a)),
            12 => Add(Operations.Exp, Add(Operations.Log, Positive(Tame(a)))),
            13 => Add(Operations.Log, Add(Operations.Exp, Tame(a))),
            14 => Add(Operations.Log1p, Square(a)),
            15 => Add(Operations.Expm1, Tame(a)),
            16 => Add(Operations.Pow, Positive(Tame(a)), Tame(b)),
            17 => Add(Function(Operations.Sin, Operations.Cos, Operations.Atan, Operations.Tanh), a),
            18 => Add(Function(Operations.Logistic, Operations.Softplus), a),
            19 => Add(Function(Operations.LogGamma, Operations.Digamma), Positive(Tame(a))),
            20 => Add(Operations.XLogY, a, Positive(b)),
            21 => Add(Operations.Sqrt, Positive(a)),
            22 => Add(Function(Operations.Min, Operations.Max), a, b),
            23 => Add(Operations.Select, Add(Function(Operations.Less, Operations.GreaterOrEqual), a, b), Tame(a), b),
            24 => Add(Operations.Abs, a),
            25 => Add(Operations.Add, Add(Operations.Multiply, Literal(), a), Add(Operations.Multiply, Literal(), a)),
            _ => Add(Operations.DivideOrZero, a, Positive(b)),
        };
    }

    private Op Function(params Op[] candidates) => candidates[_random.Next(candidates.Length)];

    private Value Literal() => Constant(new[] { 0, 1, -1, 2, 0.5, -0.25, 3, -7, 0.1 }[_random.Next(9)]);

    private Value Pick(List<Value> known) => known[_random.Next(known.Count)];

    private Value Constant(double number) => Define(Operations.Constant, IrType.Real, [], new Immediate(number));

    private Value Integer(int number) => Define(Operations.Integer, IrType.Integer, [], new Immediate(number));

    private Value Add(Op op, params Value[] arguments) => Define(op, op.Result!(arguments.ToSequence()), arguments, default);

    private Value Define(Op op, IrType type, Value[] arguments, Immediate immediate)
    {
        var result = new Value(_next++, type);
        _block.Add(new Define(result, op, arguments.ToSequence(), immediate, _random.Next(4) == 0 ? "named" : null));
        return result;
    }

    /// <summary>A leaf, which stands at the top and is read once.</summary>
    private Value Leaf(Op op, string symbol, IrType type, params Value[] length)
    {
        if (_leaves.TryGetValue((op, symbol), out var known)) return known;
        var leaf = new Value(_next++, type);
        _top.Add(new Define(leaf, op, length.ToSequence(), new Immediate(0, symbol), symbol));
        _leaves.Add((op, symbol), leaf);
        return leaf;
    }
}
