using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes a kernel as plain C# on numbers: definitions as locals, loops as loops.</summary>
internal abstract class ScalarProgram
{
    private readonly Kernel _kernel;
    private readonly Scopes _scopes;
    private readonly Expressions _expressions;
    private readonly HashSet<Output> _filled = [];

    protected ScalarProgram(CodeWriter writer, Kernel kernel, NameScope names)
    {
        (Writer, Names, _kernel) = (writer, names, kernel);
        _scopes = new(kernel.Body);
        _expressions = new(writer, Target.Scalars, names, _scopes.DefinitionOf);
    }

    protected CodeWriter Writer { get; }

    protected NameScope Names { get; }

    /// <summary>Writes all statements, then the outputs that are numbers, and arrays that no loop of this program fills for them alone.</summary>
    public void Write()
    {
        _expressions.Count(AllUses(_kernel.Body).Concat(_kernel.Outputs.Select(output => output.Value)));
        WriteBlock(_kernel.Body, null);
        foreach (var output in _kernel.Outputs.Where(output => !output.Value.Type.IsArray))
            WriteOutput(output, _expressions.Text(output.Value));
        foreach (var output in _kernel.Outputs.Where(output => output.Value.Type.IsArray && !_filled.Contains(output)))
            WriteCopy(output, _expressions.Text(output.Value), isBound: _scopes.Is(output.Value, Operations.Bound));
    }

    /// <summary>How a leaf is written; an array as what stands before <c>[i]</c>.</summary>
    protected abstract string Leaf(Define leaf);

    /// <summary>Whether a leaf is a long, or an array of them, in C#.</summary>
    protected virtual bool IsLongLeaf(Define leaf) => false;

    /// <summary>Writes where a number goes.</summary>
    protected abstract void WriteOutput(Output output, string text);

    /// <summary>Makes room for an array that is an output and says how it is written before <c>[i]</c>.</summary>
    protected abstract string OpenOutput(Output output, string extent);

    /// <summary>Writes where an array goes that is at hand already.</summary>
    /// <param name="isBound">Whether it was computed when data were bound; otherwise it is another output.</param>
    protected abstract void WriteCopy(Output output, string array, bool isBound);

    /// <summary>Called after the loop that filled an array.</summary>
    protected virtual void CloseOutput(Output output, string array)
    {
    }

    /// <summary>Writes what happens where a rule is broken.</summary>
    protected abstract void WriteRequire(Require require, string condition, string subject, string? limit, Loop? loop, string? index);

    /// <summary>What the subject of a rule is, by name and row, as the inside of an interpolated string.</summary>
    protected string SubjectName(Require require, Loop? loop, string? index)
    {
        var define = _scopes.DefinitionOf(require.Subject);
        if (define is not null && define.Op == Operations.ToReal) define = _scopes.DefinitionOf(define.Arguments[0]);
        if (define is not null && define.Op == Operations.Load && loop is not null && define.Arguments[1] == loop.Index && _scopes.DefinitionOf(define.Arguments[0]) is { Op.HasImmediate: true } array)
            return $"{array.Immediate.Symbol}[{{{index}}}]";
        if (define is { Op.HasImmediate: true, Immediate.Symbol: { } symbol }) return symbol;
        string text = require.Rule.Source.Text.Replace("{", "{{").Replace("}", "}}").Replace("\"", "\\\"");
        return loop is null ? text : $"{text} at {loop.Name} = {{{index}}}";
    }

    private static IEnumerable<Value> AllUses(Sequence<Statement> body) => body.SelectMany(statement =>
        statement is Loop loop ? AllUses(loop.Body).Concat(loop.Yields.SelectMany(Uses.Of)).Append(loop.Extent) : Uses.Of(statement));

    private void WriteBlock(Sequence<Statement> body, Loop? around)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Define { Op.HasImmediate: true, Immediate.Symbol: not null } leaf:
                    _expressions.Set(leaf.Result, Leaf(leaf));
                    break;
                case Define define when define.Op == Operations.Load && define.Result.Type == IrType.Integer && _scopes.Is(define.Arguments[0], Operations.Observed):
                    // Observations are held as doubles, counts and categories exactly.
                    _expressions.Put(define, $"(long){_expressions.Text(define.Arguments[0])}[{_expressions.Text(define.Arguments[1])}]", 3);
                    break;
                case Define define:
                    _expressions.Define(define);
                    break;
                case Loop loop:
                    Write(loop);
                    break;
                case Require require:
                    string? index = around is null ? null : _expressions.Text(around.Index);
                    string? limit = require.Limit is { } length ? _expressions.Text(length) : null;
                    WriteRequire(require, _expressions.Text(require.Condition), _expressions.Text(require.Subject), limit, around, index);
                    break;
            }
        }
    }

    /// <summary>Whether an integer is a long in C#: what comes from observations, or from a long input.</summary>
    private bool IsLong(Value value) =>
        value.Type.Scalar == Scalar.Integer && _scopes.DefinitionOf(value) is { } define && (IsLongLeaf(define) || define.Arguments.Any(IsLong));

    private void Write(Loop loop)
    {
        string extent = _expressions.Text(loop.Extent);
        var targets = new List<(Yield Yield, string Target, Output? Output)>();
        Writer.Line();
        if (loop.Source.Line > 0) Writer.Line($"// {loop.Source.Text}    (line {loop.Source.Line})");
        foreach (var yield in loop.Yields)
        {
            var output = _kernel.Outputs.FirstOrDefault(candidate => candidate.Value == yield.Result);
            string target;
            if (output is not null && yield.Kind == YieldKind.Array)
            {
                target = OpenOutput(output, extent);
                _filled.Add(output);
            }
            else
            {
                target = Names.Unique(yield.Name ?? "sum");
                string length = yield.Size is { } size ? _expressions.Text(size) : extent;
                string type = yield.Result.Type.Scalar == Scalar.Real ? "double" : "int";
                Writer.Line(yield.Kind == YieldKind.Sum ? $"double {target} = 0;" : $"var {target} = new {type}[{length}];");
            }

            targets.Add((yield, target, output));
        }

        string index = Names.Unique(loop.Name ?? "i");
        _expressions.Set(loop.Index, index);
        using (Writer.Braces($"for (int {index} = 0; {index} < {extent}; {index}++)"))
        {
            WriteBlock(loop.Body, loop);
            foreach (var (yield, target, _) in targets)
            {
                string element = _expressions.Text(yield.Element);
                Writer.Line(yield.Kind switch
                {
                    YieldKind.Sum => $"{target} += {element};",
                    YieldKind.Array => $"{target}[{index}] = {(IsLong(yield.Element) ? $"checked((int){element})" : element)};",
                    _ => $"{target}[{_expressions.Text(yield.At!.Value)}] += {element};",
                });
            }
        }

        foreach (var (yield, target, output) in targets)
        {
            _expressions.Set(yield.Result, target);
            if (output is not null && yield.Kind == YieldKind.Array) CloseOutput(output, target);
        }

        Writer.Line();
    }
}
