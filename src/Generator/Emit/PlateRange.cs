using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The method that computes a stretch of a plate's elements, in one loop or in steps.</summary>
internal abstract class PlateRange
{
    private IReadOnlyList<(Yield, string)>? _sums, _rows;
    private IReadOnlyList<(Require, string)>? _rules;

    /// <summary>Names that the methods of a plate use for themselves.</summary>
    public static readonly string[] Reserved = [.. VectorLoop.Reserved, "chunks", "chunk", "tile", "end", "length"];

    /// <summary>The plate's loop, or the loops of its steps.</summary>
    public abstract IReadOnlyList<Loop> Loops { get; }

    /// <summary>The numbers from outside that depend on the position.</summary>
    public abstract IReadOnlyList<(Value Value, string Name)> Parameters { get; }

    /// <summary>The sums and greatest elements, each with the parameter that receives it.</summary>
    public IReadOnlyList<(Yield Yield, string Result)> Sums => _sums ??= Named(Loops.SelectMany(loop => loop.Yields).Where(yield => !yield.Result.Type.IsArray));

    /// <summary>The rules that are checked for each element, each with the parameter that receives whether it holds.</summary>
    public IReadOnlyList<(Require Rule, string Result)> Rules => _rules ??= [.. Loops.SelectMany(loop => loop.Body).OfType<Require>().Select(rule => (rule, Names.Unique("holds")))];

    /// <summary>The sums of a matrix's rows, each with the parameter that receives it.</summary>
    public IReadOnlyList<(Yield Yield, string Result)> Rows => _rows ??= Named(Loops.SelectMany(loop => loop.Yields).Where(yield => yield.Kind == YieldKind.Rows));

    protected NameScope Names { get; } = new(Reserved);

    /// <summary>Writes the method, and those that it calls.</summary>
    /// <param name="name">The method's name.</param>
    public abstract void Write(CodeWriter writer, string name);

    /// <summary>A parameter with its type.</summary>
    public static string Declared((Value Value, string Name) parameter) => $"{(parameter.Value.Type == IrType.Boolean ? "bool" : "double")} {parameter.Name}";

    /// <summary>The method's parameters.</summary>
    protected string Signature(ModelText text) => string.Join(
        ", ",
        [
            $"{text.DataClass} data", $"{text.WorkspaceClass} workspace", "int from", "int to",
            .. Parameters.Select(Declared),
            .. Sums.Select(sum => $"out double {sum.Result}"),
            .. Rules.Select(rule => $"out bool {rule.Result}"),
            .. Rows.Select(rows => $"Span<double> {rows.Result}"),
        ]);

    /// <summary>Writes the totals of what was summed in eight parts.</summary>
    protected void WriteTotals(CodeWriter writer)
    {
        if (Sums.Count > 0) writer.Line();
        foreach (var (yield, result) in Sums) writer.Line($"{result} = {result}Partials.{(yield.Kind == YieldKind.Max ? "Greatest" : "Total")}();");
    }

    private IReadOnlyList<(Yield, string)> Named(IEnumerable<Yield> yields) => [.. yields.Select(yield => (yield, Names.Unique(yield.Name ?? "sum")))];
}
