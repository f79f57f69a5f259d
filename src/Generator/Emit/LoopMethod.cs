using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A loop that holds loops, or whose order matters, as a method of its own: plain code on numbers, arrays in place.</summary>
/// <param name="kernel">The kernel to which the loop belongs.</param>
/// <param name="outer">How the caller writes a value from outside the loop.</param>
internal sealed class LoopMethod(ModelText text, CodeWriter writer, Kernel kernel, Loop loop, string name, WorkspacePlan workspace, Func<Value, string> outer)
    : ScalarProgram(writer, kernel with { Outputs = Sequence<Output>.Empty }, new NameScope("data", "workspace"))
{
    private readonly Dictionary<Yield, string> _targets = [];
    private readonly Dictionary<Require, string> _flags = [];
    private IReadOnlyList<(Value Value, string Name)>? _parameters;

    /// <summary>The columns that hold the arrays which the loop makes.</summary>
    public Dictionary<Yield, string> Columns { get; } = [];

    /// <summary>The numbers from outside, but for those that are written out.</summary>
    public IReadOnlyList<(Value Value, string Name)> Parameters => _parameters ??= [.. Outside()
        .Where(value => !value.Type.IsArray && !IsWritten(value))
        .Select(value => (value, Names.Unique(IsName(outer(value)) ? outer(value) : Naming.Describe(value, Scopes.DefinitionOf) ?? "outer")))];

    /// <summary>The rules of the loop, in the order of the flags that the method hands out.</summary>
    public static IReadOnlyList<Require> RulesOf(Sequence<Statement> body) =>
        [.. body.SelectMany(statement => statement is Require require ? [require] : statement is Loop inner ? RulesOf(inner.Body) : (IEnumerable<Require>)[])];

    public new void Write()
    {
        var sums = loop.Yields.Where(yield => !yield.Result.Type.IsArray).ToList();
        foreach (var yield in sums) _targets.Add(yield, Names.Unique(yield.Name ?? "sum"));
        foreach (var rule in RulesOf(loop.Body)) _flags.Add(rule, Names.Unique("holds"));
        string[] parameters =
        [
            $"{text.DataClass} data", $"{text.WorkspaceClass} workspace",
            .. Parameters.Select(parameter => $"{NameOf(parameter.Value.Type)} {parameter.Name}"),
            .. sums.Select(sum => $"out double {_targets[sum]}"),
            .. _flags.Values.Select(flag => $"out bool {flag}"),
        ];
        Writer.Summary($"{loop.Source.Text}{(loop.Source.Line > 0 ? $", line {loop.Source.Line}" : "")}{(loop.Order == Order.Backward ? ", the way back" : "")}.");
        Writer.Line("[MethodImpl(Hot)]");
        using (Writer.Braces($"private static void {name}({string.Join(", ", parameters)})"))
        {
            foreach (var (value, written) in Parameters) Expressions.Set(value, written);
            foreach (var value in Outside().Where(value => !value.Type.IsArray && IsWritten(value)))
            {
                if (Scopes.DefinitionOf(value) is { Op: var op } && (op == Operations.Constant || op == Operations.Integer)) Expressions.SetNumber(value, outer(value));
                else Expressions.Set(value, outer(value));
            }

            OpenColumns();
            foreach (var sum in sums) Writer.Line($"{_targets[sum]} = {(sum.Kind == YieldKind.Sum ? "0" : "double.NegativeInfinity")};");
            foreach (string flag in _flags.Values) Writer.Line($"{flag} = true;");
            Expressions.Count(UsesIn(Sequence.Of<Statement>(loop)));
            Write(loop);
        }
    }

    protected override string Leaf(Define leaf) => throw new InvalidOperationException($"{leaf.Immediate.Symbol} is read inside a loop");

    protected override void WriteOutput(Output output, string written) => throw new InvalidOperationException("a loop has no outputs");

    protected override string OpenOutput(Output output, string length) => throw new InvalidOperationException("a loop has no outputs");

    protected override void CopyOutput(Output output, string array, bool isBound) => throw new InvalidOperationException("a loop has no outputs");

    protected override void WriteRequire(Require require, string condition, string subject, string? limit) =>
        Writer.Line($"{_flags[require]} &= {condition};");

    /// <summary>Arrays that live for one iteration share a column that grows to the longest.</summary>
    protected override string NewArray(string wish, IrType type, Value length, bool isCleared)
    {
        string array = Names.Unique(wish);
        Writer.Line($"var {array} = workspace.{workspace.Growing(wish)}.Take({Expressions.Text(length)});");
        if (isCleared) Writer.Line($"{array}.Clear();");
        return array;
    }

    protected override bool IsLongLeaf(Define leaf) => IsHeldAsNumbers(leaf);

    protected override bool IsHeldAsNumbers(Define leaf) => leaf.Op == Operations.Bound && text.Counts.Contains(leaf.Immediate.Symbol!);

    protected override void Write(Define define)
    {
        if (define.Op == Operations.Load && Scopes.DefinitionOf(define.Arguments[0]) is { } leaf && leaf.Op == Operations.Bound && text.Masks.Contains(leaf.Immediate.Symbol!))
            Expressions.Put(define, $"({ModelText.IsComplete} || {Expressions.Text(define.Arguments[0])}[{Expressions.Text(define.Arguments[1])}])", 4);
        else if (define.Op == Operations.Load && IsLong(define.Arguments[1]))
            Expressions.Put(define, $"{Expressions.Text(define.Arguments[0])}[(int)({Expressions.Text(define.Arguments[1])})]", 4);
        else
            base.Write(define);
    }

    protected override string? TargetOf(Yield yield) => _targets.TryGetValue(yield, out string? target) ? target : null;

    /// <summary>Opens the columns from outside as spans, and clears those to which the loop adds.</summary>
    private void OpenColumns()
    {
        var opened = new Dictionary<string, string>();
        string Open(string column, IrType type)
        {
            if (opened.TryGetValue(column, out string? known)) return known;
            string span = Names.Unique(column.Substring(column.LastIndexOf('.') + 1).TrimStart('@'));
            Writer.Line(type.Scalar == Scalar.Boolean ? $"var {span} = {column};" : $"var {span} = {column}.Elements;");
            return opened[column] = span;
        }

        foreach (var array in Outside().Where(value => value.Type.IsArray)) Expressions.Set(array, Open(outer(array), array.Type));
        foreach (var yield in loop.Yields.Where(yield => yield.Result.Type.IsArray && yield.Into is null))
        {
            _targets.Add(yield, Open(Columns[yield], yield.Result.Type));
            if (yield.Kind == YieldKind.Scatter) Writer.Line($"{_targets[yield]}.Clear();");
        }
    }

    private IEnumerable<Value> Outside() => Uses.Of(loop).Distinct();

    /// <summary>Whether a value is written in full where it is used: a number, or a field of the data.</summary>
    private bool IsWritten(Value value) =>
        Scopes.DefinitionOf(value) is { Op: var op } && (op == Operations.Constant || op == Operations.Integer || op == Operations.Boolean || op == Operations.Bound);

    private static bool IsName(string written) => written.All(c => char.IsLetterOrDigit(c) || c == '_');
}
