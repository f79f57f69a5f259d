using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>What a kernel gave.</summary>
/// <param name="Outputs">By kind and symbol.</param>
/// <param name="Broken">The rules that do not hold.</param>
/// <param name="IsDecided">Whether no condition compared numbers so close that rounding decides; otherwise another way to compute them may decide differently.</param>
internal sealed record Evaluation(IReadOnlyDictionary<(OutputKind Kind, string Symbol), object> Outputs, IReadOnlyList<Rule> Broken, bool IsDecided)
{
    /// <summary>On which side of its kink or jump each operation that has one stood, in the order of evaluation: a function is smooth where these are the same.</summary>
    public IReadOnlyList<bool> Sides { get; init; } = [];

    public Number LogDensity => (Number)Outputs[(OutputKind.LogDensity, "")];

    /// <summary>All numbers, each with the name of the output that it belongs to.</summary>
    public IEnumerable<(string Name, Number Number)> Numbers => Outputs.SelectMany(output => output.Value switch
    {
        Number number => [(Show(output.Key), number)],
        Number[] numbers => numbers.Select((number, i) => ($"{Show(output.Key)}[{i}]", number)),
        long integer => [(Show(output.Key), integer)],
        long[] integers => integers.Select((integer, i) => ($"{Show(output.Key)}[{i}]", (Number)integer)),
        _ => Enumerable.Empty<(string, Number)>(),
    });

    /// <summary>Whether another kernel can be compared with this one: all is finite, and no condition hangs on rounding.</summary>
    public bool IsSound => IsDecided && Broken.Count == 0 && Numbers.All(item => double.IsFinite(item.Number.Value) && double.IsFinite(item.Number.Error));

    private static string Show((OutputKind Kind, string Symbol) output) => $"{output.Kind} {output.Symbol}".Trim();
}

/// <summary>What leaves stand for: inputs, observations, positions, bound values.</summary>
internal sealed class Leaves
{
    private readonly Dictionary<(Op, string), object> _values = [];

    public object this[Op op, string symbol]
    {
        get => _values[(op, symbol)];
        init => _values[(op, symbol)] = value;
    }

    /// <summary>The same with other values for some.</summary>
    public Leaves With(Op op, IEnumerable<(string Symbol, object Value)> values)
    {
        var leaves = new Leaves();
        foreach (var (key, value) in _values) leaves._values[key] = value;
        foreach (var (symbol, value) in values) leaves._values[(op, symbol)] = value;
        return leaves;
    }

    /// <summary>The symbols of leaves of one kind.</summary>
    public IEnumerable<string> Symbols(Op op) => _values.Keys.Where(key => key.Item1 == op).Select(key => key.Item2);
}
