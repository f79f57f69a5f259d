using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes a kernel as plain C# on numbers: definitions as locals, loops as loops, arrays that are filled piece by piece in place.</summary>
internal abstract class ScalarProgram
{
    private readonly Kernel _kernel;
    private readonly Stack<(Loop Loop, string Index)> _loops = new();
    private readonly Dictionary<Value, Output> _outputs = [];
    private readonly HashSet<Output> _opened = [];

    /// <param name="writer">Receives the text.</param>
    /// <param name="kernel">What is to be written.</param>
    /// <param name="names">Knows the names that are taken.</param>
    /// <param name="isFilledInPlace">Whether the statements that make an array which is an output fill its place; if not, it is copied there. All are filled in place by default.</param>
    protected ScalarProgram(CodeWriter writer, Kernel kernel, NameScope names, Func<Output, bool>? isFilledInPlace = null)
    {
        (Writer, Names, _kernel) = (writer, names, kernel);
        Scopes = new(kernel.Body);
        Expressions = new(writer, Target.Scalars, names, Scopes.DefinitionOf);
        var forms = new ArrayForms(kernel.Body);
        foreach (var output in kernel.Outputs.Where(output => output.Value.Type.IsArray && isFilledInPlace?.Invoke(output) != false))
            if (!_outputs.ContainsKey(forms.OriginOf(output.Value))) _outputs.Add(forms.OriginOf(output.Value), output);
    }

    protected CodeWriter Writer { get; }

    protected NameScope Names { get; }

    protected Scopes Scopes { get; }

    protected Expressions Expressions { get; }

    /// <summary>Writes all statements, then the outputs that are numbers, and arrays that no statement of this program fills for them alone.</summary>
    public void Write()
    {
        Expressions.Count(UsesIn(_kernel.Body).Concat(_kernel.Outputs.Select(output => output.Value)));
        WriteBlock(_kernel.Body);
        foreach (var output in _kernel.Outputs)
        {
            string text = Expressions.Text(output.Value);
            if (!output.Value.Type.IsArray) WriteOutput(output, text);
            else if (!_opened.Contains(output)) CopyOutput(output, text, isBound: Scopes.Is(output.Value, Operations.Bound));
            else if (IsPieced(output)) CloseOutput(output, text);
        }
    }

    /// <summary>How a leaf is written; an array as what stands before <c>[i]</c>.</summary>
    protected abstract string Leaf(Define leaf);

    /// <summary>Whether a leaf is a long, or an array of them, in C#.</summary>
    protected virtual bool IsLongLeaf(Define leaf) => false;

    /// <summary>Whether an array of whole numbers is one of doubles in C#.</summary>
    protected virtual bool IsHeldAsNumbers(Define leaf) => leaf.Op == Operations.Observed;

    /// <summary>Writes where a number goes.</summary>
    protected abstract void WriteOutput(Output output, string text);

    /// <summary>Makes room for an array that is an output and says how it is written before <c>[i]</c>.</summary>
    protected abstract string OpenOutput(Output output, string length);

    /// <summary>Called once an array that is an output was filled.</summary>
    protected virtual void CloseOutput(Output output, string array)
    {
    }

    /// <summary>Writes where an array goes that is at hand already.</summary>
    /// <param name="isBound">Whether it was computed when data were bound; otherwise it is an input or another output.</param>
    protected abstract void CopyOutput(Output output, string array, bool isBound);

    /// <summary>How an element of an array is written.</summary>
    protected virtual string ElementOf(string array, string index) => $"{array}[{index}]";

    /// <summary>Makes an array that is no output and says how it is written before <c>[i]</c>.</summary>
    /// <param name="isCleared">Whether its elements must be 0.</param>
    protected virtual string NewArray(string wish, IrType type, Value length, bool isCleared)
    {
        string name = Names.Unique(wish);
        Writer.Line($"var {name} = new {NameOf(type)}[{Expressions.Text(length)}];");
        return name;
    }

    /// <summary>Writes what happens where a rule is broken.</summary>
    protected abstract void WriteRequire(Require require, string condition, string subject, string? limit);

    /// <summary>The loops around the current statement, innermost first, with how their indices are written.</summary>
    protected IReadOnlyCollection<(Loop Loop, string Index)> Loops => _loops;

    /// <summary>What the subject of a rule is, by name and row, as the inside of an interpolated string.</summary>
    protected string SubjectName(Require require)
    {
        var define = Scopes.DefinitionOf(require.Subject);
        if (define is not null && define.Op == Operations.ToReal) define = Scopes.DefinitionOf(define.Arguments[0]);
        if (define is not null && define.Op == Operations.Load && Loops.FirstOrDefault(loop => loop.Loop.Index == define.Arguments[1]) is { Index: { } index } && Scopes.DefinitionOf(define.Arguments[0]) is { Op.HasImmediate: true } array)
            return $"{array.Immediate.Symbol}[{{{index}}}]";
        if (define is { Op.HasImmediate: true, Immediate.Symbol: { } symbol }) return symbol;
        string text = require.Rule.Source.Text.Replace("{", "{{").Replace("}", "}}").Replace("\"", "\\\"");
        var places = Loops.Reverse().Where(loop => loop.Loop.Name is not null).Select(loop => $"{loop.Loop.Name} = {{{loop.Index}}}").ToList();
        return places.Count == 0 ? text : $"{text} at {string.Join(", ", places)}";
    }

    protected static IEnumerable<Value> UsesIn(Sequence<Statement> body) => body.SelectMany(statement =>
        statement is Loop loop ? UsesIn(loop.Body).Concat(loop.Yields.SelectMany(Uses.Of)).Append(loop.Extent) : Uses.Of(statement));

    protected void WriteBlock(Sequence<Statement> body)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Define define:
                    Write(define);
                    break;
                case Loop loop:
                    Write(loop);
                    break;
                case Require require:
                    string? limit = require.Limit is { } length ? Expressions.Text(length) : null;
                    WriteRequire(require, Expressions.Text(require.Condition), Expressions.Text(require.Subject), limit);
                    break;
            }
        }
    }

    /// <summary>Where a loop's array goes; null for one that gets room of its own.</summary>
    protected virtual string? TargetOf(Yield yield) => null;

    protected virtual void Write(Define define)
    {
        if (define.Op == Operations.Blank || define.Op == Operations.Zeros)
        {
            Expressions.Set(define.Result, _outputs.TryGetValue(define.Result, out var output)
                ? OpenOnce(output, Expressions.Text(define.Arguments[0]))
                : NewArray(define.Name ?? "array", define.Result.Type, define.Arguments[0], define.Op == Operations.Zeros));
        }
        else if (define.Op == Operations.Put || define.Op == Operations.Increase)
        {
            string array = Expressions.Text(define.Arguments[0]);
            Writer.Line($"{ElementOf(array, Expressions.Text(define.Arguments[1]))} {(define.Op == Operations.Put ? "=" : "+=")} {Element(define.Arguments[2])};");
            Expressions.Set(define.Result, array);
        }
        else if (define.Op == Operations.NeverEmpty)
        {
            string array = Names.Unique(define.Name ?? "array");
            Writer.Line($"var {array} = Binding.NeverEmpty({Expressions.Text(define.Arguments[0])});");
            Expressions.Set(define.Result, array);
        }
        else if (define.Op == Operations.LeastSquares)
        {
            string numbers = Names.Unique(define.Name ?? "squares");
            Writer.Line($"double[] {numbers} = LeastSquares.Of({string.Join(", ", define.Arguments.Take(3).Select(argument => Expressions.Text(argument)))}, [{string.Join(", ", BlocksOf(define))}]);");
            Expressions.Set(define.Result, numbers);
        }
        else if (define.Op == Operations.Slice)
        {
            Expressions.Set(define.Result, $"{Expressions.Text(define.Arguments[0])}.AsSpan({Expressions.Text(define.Arguments[1])}, {Expressions.Text(define.Arguments[2])})");
        }
        else if (define.Op == Operations.Pack)
        {
            Expressions.Set(define.Result, $"{Expressions.Text(define.Arguments[0])}, {Expressions.Text(define.Arguments[1])}");
        }
        else if (define is { Op.HasImmediate: true, Immediate.Symbol: not null })
        {
            Expressions.Set(define.Result, Leaf(define));
        }
        else if (define.Op == Operations.Load && define.Result.Type == IrType.Integer && Scopes.DefinitionOf(define.Arguments[0]) is { } array && IsHeldAsNumbers(array))
        {
            // Observations are held as doubles, counts and categories exactly.
            Expressions.Put(define, $"(long){Expressions.Text(define.Arguments[0])}[{IndexText(define.Arguments[1])}]", 3);
        }
        else if (define.Op == Operations.Load && IsLong(define.Arguments[1]))
        {
            Expressions.Put(define, $"{Expressions.Text(define.Arguments[0])}[{IndexText(define.Arguments[1])}]", 4);
        }
        else
        {
            Expressions.Define(define);
        }
    }

    /// <summary>The columns of squares: a matrix, which is written as its elements and the number of its columns, belongs to the column before it.</summary>
    private IEnumerable<string> BlocksOf(Define squares)
    {
        for (int i = 3; i < squares.Arguments.Count; i++)
        {
            string column = Expressions.Text(squares.Arguments[i]);
            bool hasMatrix = i + 1 < squares.Arguments.Count && squares.Arguments[i + 1].Type == IrType.Matrix;
            yield return $"new({column}{(hasMatrix ? ", " + Expressions.Text(squares.Arguments[++i]) : "")})";
        }
    }

    /// <summary>Whether an integer is a long in C#: what comes from observations, or from a long input, or was made one.</summary>
    protected bool IsLong(Value value) =>
        value.Type.Scalar == Scalar.Integer && Scopes.DefinitionOf(value) is { } define
        && (define.Op == Operations.Widen || (define.Op != Operations.Narrow && (IsLongLeaf(define) || define.Arguments.Any(IsLong))));

    /// <summary>An index as spans take it, which unlike arrays know no long ones.</summary>
    private string IndexText(Value index) => IsLong(index) ? $"checked((int)({Expressions.Text(index)}))" : Expressions.Text(index);

    /// <summary>An element as an array holds it: indices are ints.</summary>
    private string Element(Value element) => IsLong(element) ? $"checked((int){Expressions.Text(element, 3)})" : Expressions.Text(element);

    protected virtual void Write(Loop loop)
    {
        string extent = Expressions.Text(loop.Extent);
        Writer.Line();
        if (loop.Source.Line > 0) Writer.Line($"// {loop.Source.Text}    (line {loop.Source.Line})");
        var targets = loop.Yields.Select(yield => (Yield: yield, Target: Open(yield, loop))).ToList();
        string index = Names.Unique(loop.Name ?? "i");
        Expressions.Set(loop.Index, index);
        foreach (var (yield, target) in targets)
            if (yield.Inside is { } inside) Expressions.Set(inside, target);
        _loops.Push((loop, index));
        using (Writer.Braces(loop.Order == Order.Backward ? $"for (int {index} = {extent} - 1; {index} >= 0; {index}--)" : $"for (int {index} = 0; {index} < {extent}; {index}++)"))
        {
            WriteBlock(loop.Body);
            foreach (var (yield, target) in targets.Where(item => item.Yield.Kind != YieldKind.Thread)) Write(yield, target, index);
        }

        _loops.Pop();
        foreach (var (yield, target) in targets)
        {
            Expressions.Set(yield.Result, target);
            if (_outputs.TryGetValue(yield.Result, out var output) && _opened.Contains(output)) CloseOutput(output, target);
        }

        Writer.Line();
    }

    /// <summary>Writes what an iteration hands out.</summary>
    protected virtual void Write(Yield yield, string target, string index) => Writer.Line(yield.Kind switch
    {
        YieldKind.Sum => $"{target} += {Expressions.Text(yield.Element)};",
        YieldKind.Max => $"{target} = M.Max({target}, {Expressions.Text(yield.Element)});",
        YieldKind.Array => $"{ElementOf(target, index)} = {Element(yield.Element)};",
        _ => $"{ElementOf(target, Expressions.Text(yield.At!.Value))} += {Expressions.Text(yield.Element)};",
    });

    private string Open(Yield yield, Loop loop)
    {
        if (yield.Into is { } into) return Expressions.Text(into);
        if (TargetOf(yield) is { } known) return known;
        if (!yield.Result.Type.IsArray)
        {
            string name = Names.Unique(yield.Name ?? (yield.Kind == YieldKind.Sum ? "sum" : "greatest"));
            Writer.Line($"double {name} = {(yield.Kind == YieldKind.Sum ? "0" : "double.NegativeInfinity")};");
            return name;
        }

        var length = yield.Size ?? loop.Extent;
        return yield.Kind == YieldKind.Array && _outputs.TryGetValue(yield.Result, out var output)
            ? OpenOnce(output, Expressions.Text(length))
            : NewArray(yield.Name ?? "array", yield.Result.Type, length, isCleared: yield.Kind != YieldKind.Array);
    }

    /// <summary>Whether several statements fill an output, so that it is complete at the end.</summary>
    private bool IsPieced(Output output) => _outputs.Any(item => item.Value == output && Scopes.DefinitionOf(item.Key)?.Op == Operations.Blank);

    private string OpenOnce(Output output, string length)
    {
        _opened.Add(output);
        return OpenOutput(output, length);
    }

    protected static string NameOf(IrType type) => type.Scalar switch { Scalar.Real => "double", Scalar.Integer => "int", _ => "bool" };
}
