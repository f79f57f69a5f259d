using System.Text;

namespace ProbModels.Generator.Ir;

/// <summary>Prints IR as text that <see cref="Parser"/> reads back: one statement to a line.</summary>
internal sealed class Printer
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, string> _names = [];
    private int _depth;

    public static string Print(Model model)
    {
        var printer = new Printer();
        printer.Line($"model {model.Name} {Quote(model.Method)} {Quote(model.Namespace)} {(model.IsPublic ? "public" : "internal")} {Quote(model.File)} {At(model.Source)} {Quote(model.Summary)}");
        foreach (var parameter in model.Parameters) printer.Line($"parameter {parameter.Name} {Quote(parameter.CSharpType)} {parameter.Type}");
        foreach (var observable in model.Returns) printer.Line($"returns {observable.Name} {Quote(observable.CSharpType)} {observable.Type}");
        foreach (var distribution in model.Distributions) printer.Write(distribution);
        foreach (var function in model.Functions) printer.Write(function);
        printer._names.Clear();
        printer.Write(model.Body);
        return printer._text.ToString();
    }

    public static string Print(Kernel kernel)
    {
        var printer = new Printer();
        printer.Line($"kernel {kernel.Name}");
        printer.Write(kernel.Body);
        foreach (var output in kernel.Outputs) printer.Line($"output {output.Kind} {Quote(output.Symbol)} {printer.Use(output.Value)}");
        return printer._text.ToString();
    }

    public static string Print(Distribution distribution)
    {
        var printer = new Printer();
        printer.Write(distribution);
        return printer._text.ToString();
    }

    public static string Print(Function function)
    {
        var printer = new Printer();
        printer.Write(function);
        return printer._text.ToString();
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"";

    private static string At(Source source) => $"@{source.Line} {Quote(source.Text)}";

    private void Write(Distribution distribution)
    {
        Line($"distribution {distribution.Name}");
        foreach (var parameter in distribution.Parameters) Line($"argument {parameter.Name} {parameter.Type} {Show(parameter.Constraint)}");
        Line($"support {distribution.Support.Name} {distribution.Support.Type} {Show(distribution.Support.Constraint)}");
        Write(distribution.LogDensity);
        foreach (var size in distribution.Event)
        {
            Line("size");
            Write(size);
        }

        foreach (var member in distribution.Members)
        {
            Line("member");
            Write(member);
        }
    }

    private static string Show(Constraint constraint) => constraint.Kind switch
    {
        var kind when constraint.HasLow && constraint.HasHigh => $"{kind} {constraint.Low} {constraint.High}",
        var kind when constraint.HasLow => $"{kind} {constraint.Low}",
        var kind when constraint.HasHigh => $"{kind} {constraint.High}",
        var kind => kind.ToString(),
    };

    private void Write(Function function)
    {
        // Each function numbers its values on its own.
        _names.Clear();
        Line($"function {Quote(function.Name)} {string.Join(" ", function.Parameters.Select(parameter => Typed(parameter, null)))}");
        Write(function.Body);
        Line($"return {Use(function.Result)}");
    }

    private void Write(Sequence<Statement> body)
    {
        _depth++;
        foreach (var statement in body) Write(statement);
        _depth--;
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case Define define:
                string immediate = !define.Op.HasImmediate ? "" : define.Immediate.Symbol is { } symbol ? " " + Quote(symbol) : " " + define.Immediate;
                Line($"{Typed(define.Result, define.Name)} = {define.Op}{immediate}{Uses(define.Arguments)}");
                break;
            case Require require:
                Line($"require {Use(require.Condition)} {Use(require.Subject)} {Show(require.Rule)}{Optional(require.Limit)}");
                break;
            case Loop loop:
                Line($"loop {Typed(loop.Index, loop.Name)} {Use(loop.Extent)}{(loop.Order == Order.Any ? "" : " " + loop.Order)} {At(loop.Source)}{(loop.Plate > 0 ? $" step of {loop.Plate}" : "")}");
                _depth++;
                foreach (var yield in loop.Yields.Where(yield => yield.Into is not null))
                    Line($"receive {Typed(yield.Inside!.Value, yield.Name)} {Use(yield.Into!.Value)}");
                _depth--;
                Write(loop.Body);
                foreach (var yield in loop.Yields)
                    Line($"yield {yield.Kind} {Typed(yield.Result, yield.Name)} {Use(yield.Element)}{Optional(yield.At)}{Optional(yield.Size)}{(yield.Matrix is { } matrix ? " of " + Use(matrix) : "")}");
                Line("end");
                break;
            case Declare declare:
                Line($"site {declare.Site} {declare.Role} {declare.Type}{Uses(declare.Dimensions)}{(declare.Offsets is { } offsets ? " groups " + Use(offsets) : "")}{(declare.EventRank > 0 ? $" event {declare.EventRank}" : "")}{(declare.Coordinates is { } coordinates ? " coordinates " + Use(coordinates) : "")}");
                break;
            case Sample sample:
                Line($"{(sample.IsObserved ? "observe" : "sample")} {sample.Site}{Element(sample.At)} {Typed(sample.Result, sample.Site)} {sample.Distribution}{Uses(sample.Arguments)}{Event(sample.Event)} {At(sample.Source)}{string.Concat(sample.ArgumentSources.Select(text => " " + Quote(text)))}");
                break;
            case Call call:
                Line($"call {Typed(call.Result, null)} {Quote(call.Function)}{Uses(call.Arguments)}");
                break;
            case Record record:
                Line($"record {record.Site}{Element(record.At)} {Use(record.Value)} {Quote(record.Formula)}");
                break;
            case Latent latent:
                Line($"latent {latent.Site}{Element(latent.At)} {Typed(latent.Result, latent.Site)} {latent.Support}{Optional(latent.Low)}{Optional(latent.High)}{Event(latent.Event)}{(latent.If is { } condition ? $" if {Use(condition)}" : "")}");
                break;
            case AddTerm term:
                Line($"term {(term.Site.Length == 0 ? "-" : term.Site)}{Element(term.At)} {Use(term.Value)}");
                break;
            default:
                throw new InvalidOperationException($"no printed form for {statement.GetType().Name}");
        }
    }

    private static string Show(Rule rule) => $"{rule.Kind} {Quote(rule.Site)} {Quote(rule.Subject)} {Quote(rule.Requirement)} {At(rule.Source)}";

    /// <summary>A value where it is defined.</summary>
    private string Typed(Value value, string? name)
    {
        if (name is not null) _names[value.Id] = $"{value}.{name}";
        return $"{Use(value)}:{value.Type}";
    }

    private string Use(Value value) => _names.TryGetValue(value.Id, out string? name) ? name : value.ToString();

    private string Uses(Sequence<Value> values) => string.Concat(values.Select(value => " " + Use(value)));

    /// <summary>The sizes of a value's own axes.</summary>
    private string Event(Sequence<Value> sizes) => sizes.Count == 0 ? "" : " of" + Uses(sizes);

    /// <summary>The number of a site's element, after an at sign.</summary>
    private string Element(Value? at) => at is { } present ? " at " + Use(present) : "";

    private string Optional(Value? value) => value is { } present ? " " + Use(present) : "";

    private void Line(string text) => _text.Append(' ', 2 * _depth).Append(text.TrimEnd()).Append('\n');
}
