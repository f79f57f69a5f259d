using CsCheck;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>Makes IR of every form, with awkward texts and numbers in it, that need not mean anything.</summary>
internal sealed class RandomText
{
    private static readonly double[] Numbers =
        [0, -0.0, 1, -1, 0.1, 1.0 / 3, double.Epsilon, -double.MaxValue, 2.2250738585072014e-308, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 123456789.123456789];

    private static readonly string[] Texts =
        ["", " ", "a", "\"", "\\", "\n", "\\n", "\\\\n", "a \"quoted\" word", "ends with \\", "tab\tand\rreturn", "x[i] < 3 && y != 'c' // {0}", "ünïcödé %3 : =", "\"\"", "end"];

    private readonly Random _random;
    private readonly List<Value> _values = [];
    private int _next;

    private RandomText(ulong seed) => _random = new Random((int)(seed % int.MaxValue));

    public static Gen<Kernel> Kernels { get; } = Of((text, size) => text.MakeKernel(size));

    public static Gen<Model> Models { get; } = Of((text, size) => text.MakeModel(size));

    public static Gen<Function> Functions { get; } = Of((text, size) => text.MakeFunction(text.Text(), size));

    public static Gen<Distribution> Distributions { get; } = Of((text, size) => text.MakeDistribution(size));

    private static Gen<T> Of<T>(Func<RandomText, int, T> make) => Gen.Select(Gen.Int[0, 12], Gen.ULong).Select((size, seed) => make(new RandomText(seed), size));

    private Kernel MakeKernel(int size)
    {
        var body = Block(size, isModel: false);
        var outputs = Several(size, () => new Output(Any<OutputKind>(), Text(), Used()));
        return new(Word(), body, outputs);
    }

    private Model MakeModel(int size)
    {
        var distributions = Several(3, () => MakeDistribution(size));
        var functions = Several(3, () => MakeFunction(Text(), size));
        Restart();
        var parameters = Several(3, () => new Parameter(Word(), Text(), Type()));
        var returns = Several(3, () => new Parameter(Word(), Text(), Type()));
        return new(Word(), Text(), Text(), _random.Next(2) == 0, Text(), Source(), Text(), parameters, returns, distributions, functions, Block(size, isModel: true));
    }

    private Distribution MakeDistribution(int size) =>
        new(Word(), Several(4, MakeVariable), MakeVariable(), MakeFunction("LogDensity", size));

    private Variable MakeVariable() => new(Word(), Type(), Any<ConstraintKind>() switch
    {
        var kind and (ConstraintKind.Between or ConstraintKind.Inside) => new(kind, Operand(), Operand()),
        ConstraintKind.GreaterThan => new(ConstraintKind.GreaterThan, Low: Operand()),
        ConstraintKind.LessThan => new(ConstraintKind.LessThan, High: Operand()),
        var kind => new(kind),
    });

    private Function MakeFunction(string name, int size)
    {
        Restart();
        Value[] parameters = [Define(IrType.Real), .. Enumerable.Range(0, _random.Next(3)).Select(_ => Define(Type()))];
        return new(name, parameters.ToSequence(), Block(size, isModel: false), Used());
    }

    private Sequence<Statement> Block(int size, bool isModel)
    {
        var statements = new List<Statement> { Constant() };
        for (int i = 0; i < size; i++) statements.Add(Statement(size / 2, isModel));
        return statements.ToSequence();
    }

    private Statement Statement(int size, bool isModel) => _random.Next(isModel ? 11 : 5) switch
    {
        0 => Constant(),
        1 => Leaf(),
        2 => Operation(),
        3 => new Require(Used(), Used(), new(Any<RuleKind>(), Text(), Text(), Text(), Source()), Perhaps()),
        4 => size > 0 ? Loop(size, isModel) : Constant(),
        5 => MakeSample(),
        6 => new Call(Define(Type()), Text(), Several(3, Used)),
        7 => new Ir.Record(Word(), Used(), Text(), Perhaps()),
        8 => new AddTerm(_random.Next(4) == 0 ? "" : Word(), Used(), Perhaps()),
        9 => new Declare(Word(), Any<SiteRole>(), Type(), Several(3, Used), Perhaps()),
        _ => MakeLatent(),
    };

    private Define Constant() => new(Define(IrType.Real), Operations.Constant, Sequence<Value>.Empty, new Immediate(Numbers[_random.Next(Numbers.Length)]), Name());

    private Define Leaf()
    {
        var leaves = Operations.All.Where(op => op.HasImmediate && op != Operations.Constant && op != Operations.Integer && op != Operations.Boolean).ToArray();
        return new(Define(Type()), leaves[_random.Next(leaves.Length)], Sequence<Value>.Empty, new Immediate(0, Text()), Name());
    }

    private Define Operation()
    {
        var operations = Operations.All.Where(op => !op.HasImmediate).ToArray();
        var op = operations[_random.Next(operations.Length)];
        Value[] arguments = [.. Enumerable.Range(0, op.Arity is Op.Several ? 3 : op.Arity).Select(_ => Used())];
        return new(Define(Type()), op, arguments.ToSequence(), default, Name());
    }

    private Loop Loop(int size, bool isModel)
    {
        var extent = Used();
        var index = Define(IrType.Integer);
        var received = Several(2, () => (Into: Used(), Inside: Define(Type())));
        var body = Block(size, isModel);
        var yields = Several(3, () =>
        {
            var kind = Any<YieldKind>();
            var (element, at, length) = (Used(), Used(), Used());
            return kind == YieldKind.Scatter ? new Yield(kind, Define(Type()), element, at, length, Name())
                : new Yield(kind == YieldKind.Thread ? YieldKind.Array : kind, Define(Type()), element, Name: Name());
        });
        var threads = received.Select(thread => new Yield(YieldKind.Thread, Define(Type()), Used(), Name: Name(), Into: thread.Into, Inside: thread.Inside)).ToList();
        return new(index, extent, body, yields.Concat(threads).ToSequence(), Source(), Name(), Any<Order>());
    }

    private Sample MakeSample()
    {
        // A sample's result carries the site's name, as a latent's does.
        var (at, arguments) = (Perhaps(), Several(4, Used));
        return new(Define(IrType.Real), Word(), _random.Next(2) == 0, Word(), arguments, Several(4, Text), Source(), at);
    }

    private Latent MakeLatent()
    {
        var (at, low) = (Perhaps(), Perhaps());
        var high = low is null ? null : Perhaps();
        return new(Define(IrType.Real), Word(), Any<ConstraintKind>(), low, high, at);
    }

    private void Restart()
    {
        _values.Clear();
        _next = 0;
    }

    private Value Define(IrType type)
    {
        // Numbers need not follow each other.
        var value = new Value(_next += 1 + _random.Next(2), type);
        _values.Add(value);
        return value;
    }

    private Value Used() => _values[_random.Next(_values.Count)];

    private Value? Perhaps() => _random.Next(2) == 0 ? null : Used();

    private IrType Type() => new(Any<Scalar>(), _random.Next(2));

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private Operand Operand() => new(_random.Next(2) == 0 ? new Immediate(Numbers[_random.Next(Numbers.Length)]) : new Immediate(0, Word()));

    private Source Source() => new(_random.Next(5000), Text());

    private string Text() => Texts[_random.Next(Texts.Length)];

    private string Word() => new[] { "x", "theta", "_under", "größe", "end", "loop", "N.S.Type", "constant" }[_random.Next(8)];

    private string? Name() => _random.Next(2) == 0 ? null : new[] { "mu", "größe", "x1", "end" }[_random.Next(4)];

    private Sequence<T> Several<T>(int most, Func<T> make) => Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make()).ToSequence();
}
