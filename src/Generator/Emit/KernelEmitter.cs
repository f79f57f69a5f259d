using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the log density and its gradient as a static class: numbers in plain code, each plate as a vectorised method.</summary>
/// <remarks>The text is the same for all vector widths but for the aliases at its head, which say what a vector is.</remarks>
internal sealed class KernelEmitter
{
    /// <summary>How many elements of a plate the steps take at a time: some columns of so many numbers stay in the first cache.</summary>
    private const int TileLength = 256;

    private readonly ModelText _text;
    private readonly WorkspacePlan _workspace;
    private readonly IReadOnlyList<Rule> _rules;
    private readonly List<Action> _methods = [];
    private readonly NameScope _methodNames = new("LogDensity", "LogDensityAndGradient", "CondensedLogDensity", "CondensedLogDensityAndGradient");
    private readonly HashSet<string> _visited = [];

    /// <summary>The arrays that are written where the caller wants a latent's part of the gradient.</summary>
    private IReadOnlyDictionary<Value, string> _inPlace = new Dictionary<Value, string>();
    private CodeWriter _writer = new();

    private KernelEmitter(ModelText text, WorkspacePlan workspace, IReadOnlyList<Rule> rules) => (_text, _workspace, _rules) = (text, workspace, rules);

    public static string Write(ModelText text, WorkspacePlan workspace, IReadOnlyList<Rule> rules, int bits) => new KernelEmitter(text, workspace, rules).Write(bits);

    private string Write(int bits)
    {
        _workspace.Restart();
        string[] header = [$"{_text.Model.Name}: the log density and its gradient, in vectors of {bits} bits.", "The kernels of the other widths differ in the aliases below and in nothing else.", .. _text.Program.Notes.Select(note => $"In stable form: {note}."), .. _text.Program.Condensed is null ? [] : Header.OfStatistics];
        _writer = _text.Open(
            header,
            "global::System",
            "global::System.Runtime.CompilerServices",
            "global::ProbModels",
            "M = global::ProbModels.ScalarFunctions",
            "static global::ProbModels.VectorFunctions",
            $"L = global::ProbModels.Lanes{bits}",
            $"V = global::System.Runtime.Intrinsics.Vector{bits}<double>",
            $"X = global::System.Runtime.Intrinsics.Vector{bits}");
        if (_text.HasMasks) _writer.Line("/// <typeparam name=\"TData\">Whether data are complete: the kernel is compiled once for each case, and reads no masks where nothing is missing.</typeparam>");
        string constraint = _text.HasMasks ? " where TData : struct, IDataCase" : "";
        using (_writer.Braces($"internal static class {_text.KernelClass(bits)}{_text.KernelCase("TData")}{constraint}"))
        {
            _writer.Line("private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;");
            if (Steps().Any())
                _writer.Lines("", "/// <summary>How many elements the steps of a plate take at a time, so that what they hand on stays in the cache.</summary>", $"private const int Tile = {TileLength};");
            _writer.Line();
            Write(_text.Program.LogDensity, "LogDensity", "ReadOnlySpan<double> position", "");
            _writer.Line();
            Write(_text.Program.Gradient, "LogDensityAndGradient", "ReadOnlySpan<double> position, Span<double> gradient", "Gradient");
            if (_text.Program.Condensed is { } condensed)
            {
                _writer.Line();
                Write(condensed.LogDensity, "CondensedLogDensity", "ReadOnlySpan<double> position", "Condensed");
                _writer.Line();
                Write(condensed.Gradient, "CondensedLogDensityAndGradient", "ReadOnlySpan<double> position, Span<double> gradient", "CondensedGradient");
            }

            foreach (var method in _methods)
            {
                _writer.Line();
                method();
            }
        }

        return _writer.ToString();
    }

    private IEnumerable<Loop> Steps() => _text.Program.Evaluations.SelectMany(kernel => kernel.Body).OfType<Loop>().Where(loop => loop.Plate > 0);

    private void Write(Kernel kernel, string method, string parameters, string suffix)
    {
        string way = suffix.StartsWith("Condensed", StringComparison.Ordinal) ? " from sufficient statistics" : "";
        _writer.Summary($"The log density at a position{(suffix.EndsWith("Gradient", StringComparison.Ordinal) ? ", and its gradient" : "")}{way}.");
        var names = new NameScope("data", "workspace", "position", "gradient");
        var scopes = new Scopes(kernel.Body);
        var expressions = new Expressions(_writer, Target.Scalars, names, scopes.DefinitionOf);
        expressions.Count(kernel.Body.SelectMany(Uses.Of).Concat(kernel.Outputs.Select(output => output.Value)));
        expressions.Share([.. kernel.Body.OfType<Define>()]);
        var pairs = new FunctionPairs(kernel.Body);
        _inPlace = GradientsInPlace.Of(kernel, _text);
        using (_writer.Braces($"internal static double {method}({_text.DataClass} data, {_text.WorkspaceClass} workspace, {parameters})"))
        {
            for (int i = 0; i < kernel.Body.Count; i++)
            {
                if (kernel.Body[i] is Loop { Plate: > 0 } first)
                {
                    var steps = kernel.Body.Skip(i).OfType<Loop>().TakeWhile(step => step.Plate == first.Plate).ToList();
                    Call(steps, kernel, scopes, expressions, names, suffix);
                    i += steps.Count - 1;
                    continue;
                }

                if (kernel.Body[i] is Define define && pairs.PartnerOf(define) is { } partner && expressions.CanDefineTogether(define, partner))
                {
                    foreach (var leaf in partner.Arguments.Where(argument => !expressions.IsWritten(argument))) Write(scopes.DefinitionOf(leaf)!, kernel, scopes, expressions, names, suffix);
                    expressions.DefineTogether(define, partner);
                    continue;
                }

                if (kernel.Body[i] is Define { Result: var result } && expressions.IsWritten(result)) continue;
                Write(kernel.Body[i], kernel, scopes, expressions, names, suffix);
            }

            foreach (var output in kernel.Outputs.Where(output => output.Kind == OutputKind.Gradient))
            {
                string at = _text.OffsetOf(output.Symbol, "data");
                if (RestoringOf(output, kernel) is { } restore)
                    _writer.Line($"{OrderOf(restore, scopes)}.Restore({expressions.Text(restore.Arguments[0])}.Elements, gradient.Slice({at}));");
                if (RestoringOf(output, kernel) is not null || _inPlace.Values.Contains(output.Symbol)) continue;
                _writer.Line(output.Value.Type.IsArray
                    ? $"{expressions.Text(output.Value)}.Elements{(_text.IsImputed(output.Symbol) ? $"[..{_text.CoordinateCountOf(output.Symbol, "data")}]" : "")}.CopyTo(gradient.Slice({at}));"
                    : $"gradient[{at}] = {expressions.Text(output.Value)};");
            }

            _writer.Line($"return {expressions.Text(kernel.Outputs.First(output => output.Kind == OutputKind.LogDensity).Value)};");
        }
    }

    private void Write(Statement statement, Kernel kernel, Scopes scopes, Expressions expressions, NameScope names, string suffix)
    {
        switch (statement)
        {
            case Define { Op: var op } leaf when op == Operations.Bound:
                expressions.Set(leaf.Result, "data." + NameScope.Escape(leaf.Immediate.Symbol!));
                break;
            case Define { Op: var op } leaf when op == Operations.Position:
                if (!IsReadInOrderAlone(leaf.Result, kernel)) WritePosition(leaf, expressions);
                break;
            case Define { Op: var op } arranged when op == Operations.Arrange:
                WriteArranged(arranged, scopes, expressions);
                break;
            case Define { Op: var op } when op == Operations.Restore:
                break; // written with the outputs
            case Define { Op: var op } array when op == Operations.Blank || op == Operations.Zeros:
                string made = "workspace." + _workspace.Array(array.Name ?? "array", expressions.Text(array.Arguments[0]), suffix);
                if (op == Operations.Zeros) _writer.Line($"{made}.Elements.Clear();");
                expressions.Set(array.Result, made);
                break;
            case Define { Op: var op } change when op == Operations.Put || op == Operations.Increase:
                string changed = expressions.Text(change.Arguments[0]);
                _writer.Line($"{changed}[{expressions.Text(change.Arguments[1])}] {(op == Operations.Put ? "=" : "+=")} {expressions.Text(change.Arguments[2])};");
                expressions.Set(change.Result, changed);
                break;
            case Define define:
                expressions.Define(define);
                break;
            case Require require:
                _writer.Line($"if (!({expressions.Text(require.Condition)})) return workspace.Reject({RuleNumber(require.Rule)}); // {require.Rule.Subject} at site {require.Rule.Site} must be {require.Rule.Requirement}");
                break;
            case Loop loop when Passes.LoopShape.IsFlat(loop):
                Call([loop], kernel, scopes, expressions, names, suffix);
                break;
            case Loop loop:
                CallLoop(loop, kernel, expressions, names, suffix);
                break;
        }
    }

    private void WritePosition(Define leaf, Expressions expressions)
    {
        string symbol = leaf.Immediate.Symbol!;
        string at = _text.OffsetOf(symbol, "data");
        if (!leaf.Result.Type.IsArray)
        {
            expressions.Put(leaf, $"position[{at}]", 4);
            return;
        }

        string part = $"position.Slice({at}, {_text.CoordinateCountOf(symbol, "data")})";
        string column = "workspace." + (_text.IsImputed(symbol) ? _workspace.Widened(symbol) : _workspace.Position(symbol));
        _writer.Line(_text.IsImputed(symbol) ? $"{part}.CopyTo({column}.Elements);" : $"{column}.Lend({part});");
        expressions.Set(leaf.Result, column);
    }

    /// <summary>Lends a latent's part of the position in the order of its rows.</summary>
    private void WriteArranged(Define arranged, Scopes scopes, Expressions expressions)
    {
        string latent = scopes.DefinitionOf(arranged.Arguments[0])!.Immediate.Symbol!, order = OrderOf(arranged, scopes);
        string column = "workspace." + _workspace.PositionInOrder(latent), room = "workspace." + _workspace.RoomForPosition(latent, order);
        _writer.Line($"{column}.Lend({order}.Arrange(position.Slice({_text.OffsetOf(latent, "data")}, {_text.CoordinateCountOf(latent, "data")}), {room}));");
        expressions.Set(arranged.Result, column);
    }

    /// <summary>The bound order into which, or from which, rows are brought.</summary>
    private static string OrderOf(Define moving, Scopes scopes) => "data." + NameScope.Escape(scopes.DefinitionOf(moving.Arguments[1])!.Immediate.Symbol!);

    /// <summary>How a part of the gradient comes back from the order of its rows; null where it is in the user's.</summary>
    private static Define? RestoringOf(Output output, Kernel kernel) =>
        kernel.Body.OfType<Define>().FirstOrDefault(define => define.Op == Operations.Restore && define.Result == output.Value);

    /// <summary>Whether nothing reads a latent's part of the position as it lies.</summary>
    private static bool IsReadInOrderAlone(Value position, Kernel kernel)
    {
        var readers = kernel.Body.Where(statement => Uses.Of(statement).Contains(position)).ToList();
        return readers.Count > 0 && readers.All(reader => reader is Define { Op: var op } && op == Operations.Arrange);
    }

    private int RuleNumber(Rule rule) => _rules.ToList().IndexOf(rule);

    /// <summary>Writes the call of a plate's method, and notes the method to be written later.</summary>
    /// <param name="steps">The plate's loop, or where it is cut into steps these.</param>
    private void Call(IReadOnlyList<Loop> steps, Kernel kernel, Scopes scopes, Expressions expressions, NameScope names, string suffix)
    {
        string method = MethodName(steps[0], "Plate", suffix), extent = expressions.Text(steps[0].Extent);
        var arrays = new PlateArrays();
        var results = new List<string>();
        var read = new HashSet<Value>(steps.SelectMany(step => step.Body).OfType<Define>().Where(define => define.Op == Operations.Load).Select(load => load.Arguments[0]));
        foreach (var (step, yield) in steps.SelectMany(step => step.Yields.Select(yield => (step, yield))))
        {
            bool isInPlace = VectorLoop.IsStoredInPlace(step, yield);
            if (!yield.Result.Type.IsArray)
            {
                string name = names.Unique(yield.Name ?? "sum");
                results.Add($"out double {name}");
                expressions.Set(yield.Result, name);
            }
            else if (yield.Into is { } into)
            {
                string target = expressions.Text(into);
                expressions.Set(yield.Result, target);
                arrays.Targets.Add(yield, target);
                if (!isInPlace) arrays.Summands.Add(yield, Scratch("elements", extent));
            }
            else if (read.Contains(yield.Result))
            {
                string tile = Scratch((yield.Name ?? "values") + "Tile", $"{TileLength}", isOfThread: true);
                expressions.Set(yield.Result, tile);
                arrays.Targets.Add(yield, tile);
                arrays.Tiles.Add(yield.Result);
            }
            else if (_inPlace.TryGetValue(yield.Result, out string? latent))
            {
                string part = "workspace." + _workspace.Gradient(latent), place = $"gradient.Slice({_text.OffsetOf(latent, "data")}, {_text.CoordinateCountOf(latent, "data")})";
                if (RestoringOf(kernel.Outputs.First(output => output.Kind == OutputKind.Gradient && output.Symbol == latent), kernel) is { } restore)
                    place = $"{OrderOf(restore, scopes)}.Room({place}, workspace.{_workspace.RoomForGradient(latent, OrderOf(restore, scopes))})";
                _writer.Line($"{part}.Lend({place});");
                expressions.Set(yield.Result, part);
                arrays.Targets.Add(yield, part);
                arrays.Gradients.Add(yield);
            }
            else
            {
                string size = expressions.Text(yield.Size ?? steps[0].Extent);
                string column = "workspace." + _workspace.Array(yield.Name ?? "adjoint", size, suffix);
                expressions.Set(yield.Result, column);
                arrays.Targets.Add(yield, column);
                if (yield.Kind == YieldKind.Rows) arrays.Summands.Add(yield, Scratch("columnSums", $"8 * {size}", isOfThread: true));
                if (yield.Kind == YieldKind.Scatter && !isInPlace) arrays.Summands.Add(yield, Scratch("summands", extent));
            }
        }

        PlateRange range = steps[0].Plate == 0
            ? new PlateLoop(_text, steps[0], scopes, arrays, value => expressions.Text(value))
            : new SteppedPlate(_text, steps, [.. steps.Select(step => SteppedPlate.IsOfMatrix(step) ? "" : _methodNames.Unique(method + PurposeOf(step)))], scopes, arrays, value => expressions.Text(value));
        var plate = new PlateMethod(_text, range, method, _methodNames.Unique(method + "Range"), arrays, value => expressions.Text(value));
        string[] arguments = ["data", "workspace", .. range.Parameters.Select(parameter => expressions.Text(parameter.Value)), .. results];
        WriteCall(method, arguments, [.. range.Rules.Select(rule => rule.Rule)], names);
        _methods.Add(() => plate.Write(_writer));

        // Arrays of the plate's own are told apart by their number.
        string Scratch(string wish, string size, bool isOfThread = false) => "workspace." + _workspace.Scratch(wish, size, suffix, arrays.Summands.Count + arrays.Tiles.Count, isOfThread);
    }

    /// <summary>What a step is there for, as a name: the first of what it computes that takes long, or hands out.</summary>
    private static string PurposeOf(Loop step)
    {
        var made = step.Body.OfType<Define>().Where(define => define.Op != Operations.Load).ToDictionary(define => define.Result);
        Define? DefinitionOf(Value value) => made.TryGetValue(value, out var define) ? define : step.Body.OfType<Define>().FirstOrDefault(define => define.Result == value);
        var main = made.Values.FirstOrDefault(define => define.Op.Weight > 0);
        string? name = main is null ? step.Yields.FirstOrDefault()?.Name : main.Name ?? Naming.Describe(main.Result, DefinitionOf) ?? main.Op.Method;
        return Naming.Capital(Naming.Identifier(name ?? "Terms"));
    }

    /// <summary>Writes the call of a method of plain code, and notes the method to be written later.</summary>
    private void CallLoop(Loop loop, Kernel kernel, Expressions expressions, NameScope names, string suffix)
    {
        string method = MethodName(loop, "Loop", suffix);
        var steps = new LoopMethod(_text, _writer, kernel, loop, method, _workspace, value => expressions.Text(value));
        var results = new List<string>();
        foreach (var yield in loop.Yields)
        {
            if (!yield.Result.Type.IsArray)
            {
                string name = names.Unique(yield.Name ?? "sum");
                results.Add($"out double {name}");
                expressions.Set(yield.Result, name);
                continue;
            }

            string column = yield.Into is { } into ? expressions.Text(into) : "workspace." + _workspace.Array(yield.Name ?? "adjoint", expressions.Text(yield.Size ?? loop.Extent), suffix);
            expressions.Set(yield.Result, column);
            steps.Columns.Add(yield, column);
        }

        string[] arguments = ["data", "workspace", .. steps.Parameters.Select(parameter => expressions.Text(parameter.Value)), .. results];
        WriteCall(method, arguments, LoopMethod.RulesOf(loop.Body), names);
        _methods.Add(steps.Write);
    }

    private void WriteCall(string method, string[] arguments, IReadOnlyList<Require> rules, NameScope names)
    {
        var flags = rules.Select(rule => names.Unique($"holds{Naming.Capital(Naming.Identifier(rule.Rule.Site))}")).ToList();
        _writer.Line($"{method}({string.Join(", ", arguments.Concat(flags.Select(flag => $"out bool {flag}")))});");
        for (int i = 0; i < rules.Count; i++)
            _writer.Line($"if (!{flags[i]}) return workspace.Reject({RuleNumber(rules[i].Rule)}); // {rules[i].Rule.Subject} at site {rules[i].Rule.Site} must be {rules[i].Rule.Requirement}");
    }

    private string MethodName(Loop loop, string kind, string suffix)
    {
        string place = loop.Source.Line > 0 ? $"{kind}AtLine{loop.Source.Line}" : Naming.Capital(loop.Yields[0].Name ?? "Sums");
        string wish = place + suffix;

        // The second visit of a plate in one program is the backward one.
        return _methodNames.Unique(_visited.Add(wish) ? wish : place + "Adjoints");
    }
}
