using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>The inside of the method of a plate's stretch, or of a step of it: from one element to another, whole vectors of elements at a time, eight partial sums for each sum.</summary>
/// <param name="text">The model's names.</param>
/// <param name="loop">The plate, or the step.</param>
/// <param name="scopes">The kernel's definitions.</param>
/// <param name="names">The method's names.</param>
/// <param name="arrays">Where arrays are written.</param>
/// <param name="outer">How the caller writes a value from outside the plate.</param>
internal sealed class VectorLoop(ModelText text, Loop loop, Scopes scopes, NameScope names, PlateArrays arrays, Func<Value, string> outer)
{
    /// <summary>Names that the loop uses for itself.</summary>
    public static readonly string[] Reserved = ["data", "workspace", "count", "from", "to", "part", "i", "at", "inTile", "live", "whole", "V", "X", "L"];

    private readonly Dictionary<string, string> _columns = [];
    private readonly Dictionary<Value, Define> _products = ProductsOf(loop);
    private IReadOnlyList<(Value Value, string Name)>? _parameters;

    /// <summary>The numbers from outside that depend on the position.</summary>
    public IReadOnlyList<(Value Value, string Name)> Parameters => _parameters ??= [.. Outside()
        .Where(value => !IsBound(value) && !IsNumber(value))
        .Select(value => (value, names.Unique(IsName(outer(value)) ? outer(value) : Naming.Describe(value, scopes.DefinitionOf) ?? "outer")))];

    /// <summary>Writes the loop.</summary>
    /// <param name="sums">The sums, each with its accumulator.</param>
    /// <param name="rules">The rules, each with its accumulator.</param>
    /// <param name="close">Writes what becomes of an accumulator.</param>
    public void Write(CodeWriter writer, IReadOnlyList<(Yield Yield, Accumulator Accumulator)> sums, IReadOnlyList<(Require Rule, Accumulator Accumulator)> rules, Action<Accumulator> close)
    {
        var expressions = new Expressions(writer, Target.Vectors, names, scopes.DefinitionOf);
        expressions.Count(loop.Body.SelectMany(Uses.Of).Concat(loop.Yields.SelectMany(Uses.Of)));
        expressions.Share([.. loop.Body.OfType<Define>()]);
        OpenColumns(writer);
        WriteLanes(writer, expressions);
        var accumulators = sums.Select(sum => sum.Accumulator).Concat(rules.Select(rule => rule.Accumulator)).ToList();
        bool needsLive = accumulators.Count > 0;
        var gradients = Gradients().ToList();
        if (gradients.Count > 0) writer.Line("int whole = to & ~7;");
        using (writer.Braces("for (int part = 0; part < 8; part += V.Count)"))
        {
            foreach (var accumulator in accumulators) writer.Line($"V {accumulator.Lanes} = {accumulator.Start}, {accumulator.Before} = {accumulator.Lanes};");
            if (needsLive) writer.Line("V live = V.AllBitsSet;");
            foreach (var yield in gradients) writer.Line($"ref double {_columns[arrays.Targets[yield]]} = ref {arrays.Targets[yield]}.Start;");
            using (writer.Braces("for (int i = from + part; i < to; i += 8)"))
            {
                writer.Line("nuint at = (nuint)i;");
                if (UsesTiles()) writer.Line("nuint inTile = (nuint)(i - from);");
                WriteLastVector(writer, accumulators, gradients);
                foreach (var statement in loop.Body)
                {
                    if (statement is Define define) Define(define, expressions);
                    else if (statement is Require require) WriteRule(writer, rules.First(rule => rule.Rule == require).Accumulator.Lanes, expressions.Text(require.Condition));
                }

                foreach (var yield in loop.Yields.Where(yield => yield.Result.Type.IsArray)) WriteArray(writer, yield, expressions);
                foreach (var (yield, accumulator) in sums) WriteAccumulation(writer, yield, accumulator.Lanes, expressions);
            }

            if (accumulators.Count > 0) writer.Line();
            foreach (var accumulator in accumulators) close(accumulator);
        }
    }

    /// <summary>Writes that a rule holds no longer where its condition does not: a choice, which costs less than to make a vector of the condition.</summary>
    private static void WriteRule(CodeWriter writer, string lanes, string condition) => writer.Line($"{lanes} = X.ConditionalSelect({condition}, {lanes}, V.Zero);");

    /// <summary>The last state of an accumulator, in which lanes without an element are as they were before the last vector.</summary>
    public static string Final(Accumulator accumulator) => $"X.ConditionalSelect(live, {accumulator.Lanes}, {accumulator.Before})";

    /// <summary>Writes how what was computed in vectors is added, or put, to its places: one by one in the order of the rows, so that no width matters.</summary>
    public static void WritePlaces(CodeWriter writer, Loop loop, PlateArrays arrays, Func<Value, string> outer)
    {
        foreach (var yield in loop.Yields.Where(yield => yield.Kind != YieldKind.Rows && arrays.Summands.ContainsKey(yield)))
        {
            string target = arrays.Targets[yield], summands = arrays.Summands[yield];
            writer.Line();
            var at = PlaceOf(loop, yield);
            if (IndexColumn(loop, at) is { } column)
            {
                if (yield.Kind == YieldKind.Scatter) writer.Line($"{outer(column)}.Scatter({summands}, {target});");
                else WriteOneByOne(writer, $"{target}[{outer(column)}[i]] = {summands}[i];");
                continue;
            }

            // One place for all rows.
            if (yield.Kind == YieldKind.Scatter) writer.Line($"{target}.Elements.Clear();");
            WriteOneByOne(writer, $"{target}[{outer(at)}] {(yield.Kind == YieldKind.Scatter ? "+=" : "=")} {summands}[i];");
        }

        foreach (var yield in loop.Yields.Where(arrays.Gradients.Contains))
        {
            string shift = yield.At is { } at && ShiftText(loop, at, outer) is { } amount ? $", {amount}" : "";
            writer.Line($"{arrays.Targets[yield]}.CopyLastBlock(count & ~7, count{shift});");
        }

        foreach (var yield in loop.Yields.Where(yield => yield.Kind == YieldKind.Scatter && !arrays.Summands.ContainsKey(yield)))
            writer.Line($"{arrays.Targets[yield]}.ClearOutside({ShiftText(loop, yield.At!.Value, outer) ?? "0"}, count);");
    }

    /// <summary>Whether each element of an array that a loop hands out lies at the loop's own index or beside it, so that whole vectors are stored.</summary>
    public static bool IsStoredInPlace(Loop loop, Yield yield) =>
        yield.Kind == YieldKind.Array || (yield.Kind is YieldKind.Scatter or YieldKind.Thread && PlaceOf(loop, yield) is var at && (at == loop.Index || Passes.LoopShape.ShiftOf(loop, at) is not null));

    /// <summary>Where each iteration puts, or adds, its element.</summary>
    private static Value PlaceOf(Loop loop, Yield yield) => Passes.LoopShape.FillOf(loop, yield) is { } put ? put.Arguments[1] : yield.At ?? loop.Index;

    private static void WriteOneByOne(CodeWriter writer, string statement)
    {
        using (writer.Braces("for (int i = 0; i < count; i++)")) writer.Line(statement);
    }

    /// <summary>By how much an index is shifted from the loop's own, as C#; null where it is not.</summary>
    private static string? ShiftText(Loop loop, Value index, Func<Value, string> outer) =>
        Passes.LoopShape.ShiftOf(loop, index) is { } shift ? (shift.IsBack ? "-" : "") + outer(shift.Amount) : null;

    /// <summary>The place of a vector in an array, as C#.</summary>
    private string PlaceText(Value index, bool isTile)
    {
        if (isTile) return "inTile";
        if (Passes.LoopShape.ShiftOf(loop, index) is not { } shift) return "at";
        string amount = outer(shift.Amount), sign = shift.IsBack ? "-" : "+";
        return amount.All(char.IsDigit) ? $"at {sign} {amount}" : $"(nuint)(i {sign} {amount})";
    }

    /// <summary>The numbers and conditions from outside; sizes, which are integers, stay outside.</summary>
    private IEnumerable<Value> Outside() => Uses.Of(loop).Where(value => value.Type == IrType.Real || value.Type == IrType.Boolean).Distinct();

    private bool IsBound(Value value) => outer(value) is var written && written.StartsWith("data.", StringComparison.Ordinal) && IsName(written.Substring("data.".Length).TrimStart('@'));

    private bool IsNumber(Value value) => scopes.NumberOf(value) is not null;

    private static bool IsName(string written) => written.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>Writes references to the first elements of the columns that the plate reads or writes.</summary>
    private void OpenColumns(CodeWriter writer)
    {
        var loads = loop.Body.OfType<Define>().Where(define => define.Op == Operations.Load && !IsMask(define.Arguments[0]));
        foreach (var array in loads.Select(load => load.Arguments[0]))
        {
            Open(writer, outer(array), array.Type.Scalar == Scalar.Integer ? "int" : "double");
            if (array.Type.Scalar == Scalar.Integer) OpenCommon(writer, outer(array));
        }

        foreach (var yield in loop.Yields.Where(yield => yield.Result.Type.IsArray && !arrays.Gradients.Contains(yield))) Open(writer, arrays.StoredTo(yield), "double");
        foreach (var yield in Gradients()) Name(arrays.Targets[yield]);
    }

    private void Open(CodeWriter writer, string column, string type)
    {
        if (_columns.ContainsKey(column)) return;
        Name(column);
        writer.Line($"ref {type} {_columns[column]} = ref {column}.Start;");
    }

    private void Name(string column) => _columns.Add(column, names.Unique(column.Substring(column.IndexOf('.') + 1).TrimStart('@') + "Data"));

    private void OpenCommon(CodeWriter writer, string column)
    {
        string key = column + ".Common";
        if (_columns.ContainsKey(key)) return;
        _columns.Add(key, names.Unique(column.Substring(column.IndexOf('.') + 1).TrimStart('@') + "Common"));
        writer.Line($"ref int {_columns[key]} = ref {key};");
    }

    /// <summary>Writes numbers from outside, repeated in every lane.</summary>
    private void WriteLanes(CodeWriter writer, Expressions expressions)
    {
        foreach (var value in Outside())
        {
            if (IsNumber(value))
            {
                expressions.SetNumber(value, outer(value));
                continue;
            }

            string number = IsBound(value) ? outer(value) : Parameters.First(parameter => parameter.Value == value).Name;
            string lanes = names.Unique("all" + Naming.Capital(number.Substring(number.IndexOf('.') + 1).TrimStart('@')));
            writer.Line(value.Type == IrType.Boolean ? $"V {lanes} = {number} ? V.AllBitsSet : V.Zero;" : $"V {lanes} = X.Create({number});");
            expressions.Set(value, lanes);
        }
    }

    /// <summary>
    /// Writes what happens before the last vector where it is not full: accumulators are kept as they were, for the lanes without an element, and
    /// gradients are written to a block of their own.
    /// </summary>
    private void WriteLastVector(CodeWriter writer, List<Accumulator> accumulators, List<Yield> gradients)
    {
        string kept = accumulators.Count == 0 ? "" : $"(live, {string.Join(", ", accumulators.Select(accumulator => accumulator.Before))}) = (L.First(to - i), {string.Join(", ", accumulators.Select(accumulator => accumulator.Lanes))});";
        if (gradients.Count == 0)
        {
            if (kept.Length > 0) writer.Line($"if (to - i < V.Count) {kept}");
            return;
        }

        using (writer.Braces("if (i >= whole)"))
        {
            if (kept.Length > 0) writer.Line(kept);
            foreach (var yield in gradients) writer.Line($"{_columns[arrays.Targets[yield]]} = ref {arrays.Targets[yield]}.LastBlock(whole);");
        }

        writer.Line();
    }

    /// <summary>The arrays that are parts of the gradient.</summary>
    private IEnumerable<Yield> Gradients() => loop.Yields.Where(arrays.Gradients.Contains);

    /// <summary>Adds an element to its sum, a product of its own in one operation with the addition.</summary>
    private void WriteAccumulation(CodeWriter writer, Yield yield, string lanes, Expressions expressions)
    {
        if (yield.Kind == YieldKind.Max)
            writer.Line($"{lanes} = X.Max({lanes}, {AsLanes(expressions, yield.Element)});");
        else if (yield.Kind == YieldKind.LogProduct)
            writer.Line($"{lanes} *= {AsLanes(expressions, yield.Element, 0)};");
        else if (_products.TryGetValue(yield.Element, out var product))
            writer.Line($"{lanes} = Fma({AsLanes(expressions, product.Arguments[0], 0)}, {AsLanes(expressions, product.Arguments[1], 0)}, {lanes});");
        else
            writer.Line($"{lanes} += {AsLanes(expressions, yield.Element)};");
    }

    private void WriteArray(CodeWriter writer, Yield yield, Expressions expressions)
    {
        // Of an array that is filled piece by piece, the element that is put.
        var element = Passes.LoopShape.FillOf(loop, yield) is { } put ? put.Arguments[2] : yield.Element;
        string place = arrays.Summands.ContainsKey(yield) ? "at" : PlaceText(PlaceOf(loop, yield), arrays.Tiles.Contains(yield.Result));
        writer.Line($"X.StoreUnsafe({AsLanes(expressions, element, 0)}, ref {_columns[arrays.StoredTo(yield)]}, {place});");
    }

    private static string AsLanes(Expressions expressions, Value value, int precedence = 1) =>
        expressions.IsNumber(value) ? expressions.Broadcast(value) : expressions.Text(value, precedence);

    private void Define(Define define, Expressions expressions)
    {
        if (define.Op == Operations.Put || _products.ContainsKey(define.Result)) return;
        if (define.Result.Type.Scalar == Scalar.Integer) return;
        if (define.Op == Operations.Load) WriteLoad(define, expressions);
        else expressions.Define(define);
    }

    private void WriteLoad(Define define, Expressions expressions)
    {
        var source = define.Arguments[0];
        bool isMask = IsMask(source);
        string array = isMask ? outer(source) + ".Start" : _columns[outer(source)];
        string load = IndexColumn(loop, define.Arguments[1]) is { } indices
            ? $"L.Gather(ref {array}, ref {_columns[outer(indices)]}, ref {_columns[outer(indices) + ".Common"]}, at)"
            : $"X.LoadUnsafe(ref {array}, {PlaceText(define.Arguments[1], arrays.Tiles.Contains(source))})";
        if (isMask) load = $"{ModelText.IsComplete} ? V.AllBitsSet : {load}";
        string name = define.Name ?? outer(source).Split('.').Last().TrimStart('@');
        expressions.Put(define with { Name = name }, load, 4, isAlwaysLocal: true);
    }

    private bool UsesTiles() => loop.Yields.Any(yield => arrays.Tiles.Contains(yield.Result)) || loop.Body.OfType<Define>().Any(define => define.Op == Operations.Load && arrays.Tiles.Contains(define.Arguments[0]));

    /// <summary>Products that nothing but one sum uses.</summary>
    private static Dictionary<Value, Define> ProductsOf(Loop loop)
    {
        var uses = loop.Body.SelectMany(Uses.Of).Concat(loop.Yields.SelectMany(Uses.Of)).GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count());
        var summands = new HashSet<Value>(loop.Yields.Where(yield => yield.Kind == YieldKind.Sum).Select(yield => yield.Element));
        return loop.Body.OfType<Define>()
            .Where(define => define.Op == Operations.Multiply && summands.Contains(define.Result) && uses[define.Result] == 1)
            .ToDictionary(define => define.Result);
    }

    private bool IsMask(Value array) => scopes.DefinitionOf(array) is { } leaf && leaf.Op == Operations.Bound && text.Masks.Contains(leaf.Immediate.Symbol!);

    /// <summary>The column of a bound index; null for the loop's own index, shifted or not, and for one that is the same in every iteration.</summary>
    private static Value? IndexColumn(Loop loop, Value index) =>
        loop.Body.OfType<Define>().FirstOrDefault(define => define.Result == index && define.Op == Operations.Load)?.Arguments[0];
}
