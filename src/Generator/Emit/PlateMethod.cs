using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A plate as a method of its own.</summary>
/// <param name="text">The model's names.</param>
/// <param name="loop">The plate.</param>
/// <param name="name">The method's name.</param>
/// <param name="scopes">The kernel's definitions.</param>
/// <param name="arrays">Where arrays are written.</param>
/// <param name="outer">How the caller writes a value from outside the plate.</param>
internal sealed class PlateMethod(ModelText text, Loop loop, string name, Scopes scopes, PlateArrays arrays, Func<Value, string> outer) : IPlateMethod
{
    private readonly NameScope _names = new(VectorLoop.Reserved);
    private VectorLoop? _inside;

    public IReadOnlyList<(Value Value, string Name)> Parameters => Inside.Parameters;

    public IReadOnlyList<Require> Rules => [.. loop.Body.OfType<Require>()];

    private VectorLoop Inside => _inside ??= new(text, loop, scopes, _names, arrays, outer);

    public void Write(CodeWriter writer)
    {
        var parameters = Parameters;
        var sums = loop.Yields.Where(yield => !yield.Result.Type.IsArray).Select(yield => (Yield: yield, Result: _names.Unique(yield.Name ?? "sum"))).ToList();
        var rules = Rules.Select(rule => (Rule: rule, Result: _names.Unique("holds"))).ToList();
        WriteSummary(writer, text, loop);
        writer.Line("[MethodImpl(Hot)]");
        using (writer.Braces($"private static void {name}({Signature(text, parameters, sums.Select(sum => sum.Result), rules.Select(rule => rule.Result))})"))
        {
            writer.Line($"int count = {outer(loop.Extent)};");
            VectorLoop.WriteClearing(writer, loop, arrays);
            foreach (var (_, result) in sums) writer.Line($"Partials {result}Partials = default;");
            foreach (var (_, result) in rules) writer.Line($"{result} = true;");
            Inside.Write(
                writer,
                [.. sums.Select(sum => (sum.Yield, Accumulator.Of(sum.Yield, sum.Result)))],
                [.. rules.Select(rule => (rule.Rule, Accumulator.OfRule(rule.Result)))],
                "0",
                "count",
                accumulator => writer.Line(accumulator.Kind == Accumulated.Rule
                    ? $"{accumulator.Name} &= L.All({VectorLoop.Final(accumulator)});"
                    : $"X.StoreUnsafe({VectorLoop.Final(accumulator)}, ref {accumulator.Name}Partials.Start, (nuint)part);"));
            WriteTotals(writer, sums);
            VectorLoop.WritePlaces(writer, loop, arrays, outer);
        }
    }

    /// <summary>The parameters of a plate's method.</summary>
    public static string Signature(ModelText text, IEnumerable<(Value Value, string Name)> parameters, IEnumerable<string> sums, IEnumerable<string> rules) => string.Join(
        ", ",
        [
            $"{text.DataClass} data", $"{text.WorkspaceClass} workspace",
            .. parameters.Select(Declared),
            .. sums.Select(sum => $"out double {sum}"),
            .. rules.Select(rule => $"out bool {rule}"),
        ]);

    /// <summary>A parameter with its type.</summary>
    public static string Declared((Value Value, string Name) parameter) => $"{(parameter.Value.Type == IrType.Boolean ? "bool" : "double")} {parameter.Name}";

    public static void WriteTotals(CodeWriter writer, IReadOnlyList<(Yield Yield, string Result)> sums)
    {
        if (sums.Count > 0) writer.Line();
        foreach (var (yield, result) in sums) writer.Line($"{result} = {result}Partials.{(yield.Kind == YieldKind.Max ? "Greatest" : "Total")}();");
    }

    /// <summary>What the plate computes, with the sites of the user's plate at the same line.</summary>
    public static void WriteSummary(CodeWriter writer, ModelText text, Loop loop)
    {
        var plate = text.Model.Body.OfType<Loop>().FirstOrDefault(candidate => candidate.Source == loop.Source);
        if (plate is null)
        {
            writer.Summary($"{loop.Source.Text}.");
            return;
        }

        writer.Summary($"{loop.Source.Text}, line {loop.Source.Line}.");
        var sites = plate.Body.Select(statement => statement is Sample sample ? sample.Site : statement is Record record ? record.Site : null).Where(site => site is not null);
        foreach (string? site in sites) writer.Line($"// {Header.Equation(text, site!, loop)}");
    }
}
