using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A stretch of a plate in steps: a method for each, and one that calls them for tile after tile.</summary>
/// <param name="text">The model's names.</param>
/// <param name="steps">The plate's loops, in order.</param>
/// <param name="stepNames">The names of the steps' methods.</param>
/// <param name="scopes">The kernel's definitions.</param>
/// <param name="arrays">Where arrays are written.</param>
/// <param name="outer">How the caller writes a value from outside the plate.</param>
internal sealed class SteppedPlate(ModelText text, IReadOnlyList<Loop> steps, IReadOnlyList<string> stepNames, Scopes scopes, PlateArrays arrays, Func<Value, string> outer) : PlateRange
{
    private readonly List<StepMethod?> _methods = [.. steps.Select((step, i) => IsOfMatrix(step) ? null : new StepMethod(text, step, stepNames[i], scopes, arrays, outer))];
    private IReadOnlyList<(Value Value, string Name)>? _parameters;

    public override IReadOnlyList<Loop> Loops => steps;

    public override IReadOnlyList<(Value Value, string Name)> Parameters => _parameters ??= [.. _methods
        .SelectMany(method => method?.Parameters ?? [])
        .GroupBy(parameter => parameter.Value)
        .Select(same => (same.Key, Names.Unique(same.First().Name)))];

    public override void Write(CodeWriter writer, string name)
    {
        var parameters = Parameters.ToDictionary(parameter => parameter.Value, parameter => parameter.Name);
        writer.Line("[MethodImpl(Hot)]");
        using (writer.Braces($"private static void {name}({Signature(text)})"))
        {
            string length = "Tile";
            foreach (var matrix in Matrices()) length = $"{outer(matrix)}.RowsInTile({length})";
            if (length != "Tile")
            {
                writer.Line($"int length = {length};");
                length = "length";
            }

            foreach (var (yield, _) in Rows) writer.Line($"{arrays.Summands[yield]}.Elements.Clear();");
            foreach (var (_, result) in Sums) writer.Line($"Partials {result}Partials = default;");
            foreach (var (_, result) in Rules) writer.Line($"{result} = true;");
            using (writer.Braces($"for (int tile = from; tile < to; tile += {length})"))
            {
                writer.Line($"int end = tile + {length} < to ? tile + {length} : to;");
                for (int i = 0; i < steps.Count; i++)
                {
                    if (_methods[i] is not { } method)
                    {
                        WriteMatrix(writer, steps[i]);
                        continue;
                    }

                    string[] arguments =
                    [
                        "data", "workspace", "tile", "end",
                        .. method.Parameters.Select(parameter => parameters[parameter.Value]),
                        .. Sums.Where(sum => steps[i].Yields.Contains(sum.Yield)).Select(sum => $"ref {sum.Result}Partials"),
                        .. Rules.Where(rule => steps[i].Body.Contains(rule.Rule)).Select(rule => $"ref {rule.Result}"),
                    ];
                    writer.Line($"{stepNames[i]}({string.Join(", ", arguments)});");
                }
            }

            WriteTotals(writer);
            foreach (var (yield, result) in Rows) writer.Line($"{outer(yield.Matrix!.Value)}.Total({arrays.Summands[yield]}, {result});");
        }

        for (int i = 0; i < steps.Count; i++)
        {
            if (_methods[i] is not { } method) continue;
            writer.Line();
            writer.Summary($"Step {i + 1} of {steps.Count} of {name}.");
            method.Write(writer);
        }
    }

    /// <summary>Whether a step multiplies a matrix's rows, or adds them up: the library does.</summary>
    public static bool IsOfMatrix(Loop step) => step.Yields.Any(yield => yield.Kind == YieldKind.Rows) || step.Body.Any(statement => statement is Define { Op: var op } && op == Operations.RowProduct);

    /// <summary>The matrices whose rows the plate reads.</summary>
    private IEnumerable<Value> Matrices() => steps
        .SelectMany(step => step.Body.OfType<Define>().Where(define => define.Op == Operations.RowProduct).Select(product => product.Arguments[0]).Concat(step.Yields.Select(yield => yield.Matrix).OfType<Value>()))
        .Distinct();

    private void WriteMatrix(CodeWriter writer, Loop step)
    {
        foreach (var product in step.Body.OfType<Define>().Where(define => define.Op == Operations.RowProduct))
        {
            var (matrix, vector) = (product.Arguments[0], product.Arguments[2]);
            foreach (var yield in step.Yields.Where(yield => yield.Element == product.Result))
                writer.Line($"{outer(matrix)}.Multiply({outer(vector)}.Elements, tile, end, {arrays.Targets[yield]});");
        }

        foreach (var rows in step.Yields.Where(yield => yield.Kind == YieldKind.Rows))
        {
            var weights = step.Body.OfType<Define>().First(define => define.Result == rows.Element).Arguments[0];
            writer.Line($"{outer(rows.Matrix!.Value)}.AddRows({outer(weights)}, tile, end, {arrays.Summands[rows]});");
        }
    }

    /// <summary>One step for one tile.</summary>
    private sealed class StepMethod
    {
        private readonly ModelText _text;
        private readonly Loop _step;
        private readonly string _name;
        private readonly NameScope _names = new(PlateRange.Reserved);
        private readonly VectorLoop _inside;

        public StepMethod(ModelText text, Loop step, string name, Scopes scopes, PlateArrays arrays, Func<Value, string> outer) =>
            (_text, _step, _name, _inside) = (text, step, name, new(text, step, scopes, _names, arrays, outer));

        public IReadOnlyList<(Value Value, string Name)> Parameters => _inside.Parameters;

        public void Write(CodeWriter writer)
        {
            var parameters = Parameters;
            var sums = _step.Yields.Where(yield => !yield.Result.Type.IsArray).Select(yield => (Yield: yield, Name: _names.Unique(yield.Name ?? "sum"))).ToList();
            var rules = _step.Body.OfType<Require>().Select(rule => (Rule: rule, Name: _names.Unique("holds"))).ToList();
            string[] declared =
            [
                $"{_text.DataClass} data", $"{_text.WorkspaceClass} workspace", "int from", "int to",
                .. parameters.Select(PlateRange.Declared),
                .. sums.Select(sum => $"ref Partials {sum.Name}"),
                .. rules.Select(rule => $"ref bool {rule.Name}"),
            ];
            writer.Line("[MethodImpl(Hot)]");
            using (writer.Braces($"private static void {_name}({string.Join(", ", declared)})"))
            {
                _inside.Write(
                    writer,
                    [.. sums.Select(sum => (sum.Yield, Accumulator.InTile(sum.Yield, sum.Name)))],
                    [.. rules.Select(rule => (rule.Rule, Accumulator.OfRule(rule.Name)))],
                    accumulator => writer.Line(accumulator.Kind switch
                    {
                        Accumulated.Rule => $"{accumulator.Name} &= L.All({VectorLoop.Final(accumulator)});",
                        Accumulated.Products => $"X.StoreUnsafe({Accumulator.Partials(accumulator.Name)} + Log({VectorLoop.Final(accumulator)}), ref {accumulator.Name}.Start, (nuint)part);",
                        _ => $"X.StoreUnsafe({VectorLoop.Final(accumulator)}, ref {accumulator.Name}.Start, (nuint)part);",
                    }));
            }
        }
    }
}
