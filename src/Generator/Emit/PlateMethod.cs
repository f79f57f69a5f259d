using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>A plate as a method of its own: whole vectors of elements at a time, eight partial sums for each sum.</summary>
/// <param name="text">The model's names.</param>
/// <param name="loop">The plate.</param>
/// <param name="name">The method's name.</param>
/// <param name="scopes">The kernel's definitions.</param>
/// <param name="outer">How the caller writes a value from outside the plate.</param>
internal sealed class PlateMethod(ModelText text, Loop loop, string name, Scopes scopes, Func<Value, string> outer)
{
    private static readonly string[] Reserved = ["data", "workspace", "count", "part", "i", "at", "live", "V", "X", "L"];

    private readonly NameScope _names = new(Reserved);
    private IReadOnlyList<(Value Value, string Name)>? _parameters;
    private readonly Dictionary<Value, (string Tile, string Columns)> _tiles = [];
    private readonly Dictionary<Value, string> _columnCounts = [];
    private CodeWriter? _writer;

    /// <summary>The columns that the plate's arrays are written to.</summary>
    public Dictionary<Yield, string> Targets { get; } = [];

    /// <summary>For a scatter, the column that holds the summands until they are added, in the order of the rows.</summary>
    public Dictionary<Yield, string> Summands { get; } = [];

    /// <summary>The numbers from outside that depend on the position.</summary>
    public IReadOnlyList<(Value Value, string Name)> Parameters => _parameters ??= [.. Outside()
        .Where(value => !IsBound(value) && !IsNumber(value))
        .Select(value => (value, _names.Unique(IsName(outer(value)) ? outer(value) : Naming.Describe(value, scopes.DefinitionOf) ?? "outer")))];

    public void Write(CodeWriter writer)
    {
        _writer = writer;
        var sums = loop.Yields.Where(yield => !yield.Result.Type.IsArray).Select(yield => (Yield: yield, Result: _names.Unique(yield.Name ?? "sum"))).ToList();
        var rules = loop.Body.OfType<Require>().Select(rule => (Rule: rule, Result: _names.Unique("holds"))).ToList();
        string[] parameters =
        [
            $"{text.DataClass} data", $"{text.WorkspaceClass} workspace",
            .. Parameters.Select(parameter => $"{(parameter.Value.Type == IrType.Boolean ? "bool" : "double")} {parameter.Name}"),
            .. sums.Select(sum => $"out double {sum.Result}"),
            .. rules.Select(rule => $"out bool {rule.Result}"),
        ];
        WriteSummary(writer);
        writer.Line("[MethodImpl(Hot)]");
        using (writer.Braces($"private static void {name}({string.Join(", ", parameters)})"))
        {
            writer.Line($"int count = {outer(loop.Extent)};");
            var expressions = new Expressions(writer, Target.Vectors, _names, scopes.DefinitionOf);
            expressions.Count(loop.Body.SelectMany(Uses.Of).Concat(loop.Yields.SelectMany(Uses.Of)));
            var columns = WriteColumns(writer);
            WriteLanes(writer, expressions);
            WriteLoop(writer, expressions, columns, sums, rules);
            foreach (var yield in Summands.Keys)
            {
                if (yield.Kind == YieldKind.Rows) WriteColumnTotals(writer, yield);
                else WriteOneByOne(writer, yield);
            }
        }
    }

    /// <summary>What the plate computes, with the sites of the user's plate at the same line.</summary>
    private void WriteSummary(CodeWriter writer)
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

    /// <summary>The numbers and conditions from outside; sizes, which are integers, stay outside.</summary>
    private IEnumerable<Value> Outside() => Uses.Of(loop).Where(value => value.Type == IrType.Real || value.Type == IrType.Boolean).Distinct();

    private bool IsBound(Value value) => outer(value) is var written && written.StartsWith("data.", StringComparison.Ordinal) && IsName(written.Substring("data.".Length).TrimStart('@'));

    private bool IsNumber(Value value) => scopes.NumberOf(value) is not null;

    private static bool IsName(string written) => written.All(c => char.IsLetterOrDigit(c) || c == '_');

    /// <summary>References to the first elements of the columns that the plate reads or writes.</summary>
    private Dictionary<string, string> WriteColumns(CodeWriter writer)
    {
        var columns = new Dictionary<string, string>();
        void Open(string column, string type)
        {
            if (columns.ContainsKey(column)) return;
            columns.Add(column, _names.Unique(column.Substring(column.IndexOf('.') + 1).TrimStart('@') + "Data"));
            writer.Line($"ref {type} {columns[column]} = ref {column}.Start;");
        }

        void OpenMatrix(Value matrix)
        {
            Open(outer(matrix), "double");
            if (_columnCounts.ContainsKey(matrix)) return;
            _columnCounts.Add(matrix, _names.Unique("columns"));
            writer.Line($"int {_columnCounts[matrix]} = {outer(matrix)}.Columns;");
        }

        foreach (var array in loop.Body.OfType<Define>().Where(define => define.Op == Operations.Load && !IsMask(define.Arguments[0])).Select(define => define.Arguments[0]))
            Open(outer(array), array.Type.Scalar == Scalar.Integer ? "int" : "double");
        foreach (var product in loop.Body.OfType<Define>().Where(define => define.Op == Operations.RowProduct))
        {
            OpenMatrix(product.Arguments[0]);
            Open(outer(product.Arguments[2]), "double");
        }

        foreach (var rows in loop.Yields.Where(yield => yield.Kind == YieldKind.Rows)) OpenMatrix(rows.Matrix!.Value);
        foreach (var yield in loop.Yields.Where(yield => yield.Result.Type.IsArray))
            Open(StoredTo(yield), "double");
        return columns;
    }

    /// <summary>The column that the vector loop writes: of a scatter the summands, of an array the array itself.</summary>
    private string StoredTo(Yield yield) => Summands.TryGetValue(yield, out string? summands) ? summands : Targets[yield];

    /// <summary>Numbers from outside, repeated in every lane.</summary>
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
            string lanes = _names.Unique("all" + Naming.Capital(number.Substring(number.IndexOf('.') + 1).TrimStart('@')));
            writer.Line(value.Type == IrType.Boolean ? $"V {lanes} = {number} ? V.AllBitsSet : V.Zero;" : $"V {lanes} = X.Create({number});");
            expressions.Set(value, lanes);
        }
    }

    private void WriteLoop(
        CodeWriter writer, Expressions expressions, Dictionary<string, string> columns, List<(Yield Yield, string Result)> sums, List<(Require Rule, string Result)> rules)
    {
        foreach (var rows in loop.Yields.Where(yield => yield.Kind == YieldKind.Rows)) writer.Line($"{Summands[rows]}.Elements.Clear();");
        foreach (var (_, result) in sums) writer.Line($"Partials {result}Partials = default;");
        foreach (var (_, result) in rules) writer.Line($"V {result}Everywhere = V.AllBitsSet;");
        using (writer.Braces("for (int part = 0; part < 8; part += V.Count)"))
        {
            foreach (var (yield, result) in sums) writer.Line($"V {result}Lanes = {(yield.Kind == YieldKind.Sum ? "V.Zero" : "X.Create(double.NegativeInfinity)")};");
            using (writer.Braces("for (int i = part; i < count; i += 8)"))
            {
                writer.Line("nuint at = (nuint)i;");
                if (sums.Count + rules.Count > 0 || loop.Yields.Any(yield => yield.Kind == YieldKind.Rows)) writer.Line("V live = count - i >= V.Count ? V.AllBitsSet : L.First(count - i);");
                foreach (var statement in loop.Body)
                {
                    if (statement is Define define) Define(define, expressions, columns);
                    else if (statement is Require require)
                        writer.Line($"{rules.First(rule => rule.Rule == require).Result}Everywhere &= ({expressions.Text(require.Condition)}) | ~live;");
                }

                foreach (var rows in loop.Yields.Where(yield => yield.Kind == YieldKind.Rows)) WriteRows(writer, rows, expressions, columns);
                foreach (var yield in loop.Yields.Where(yield => yield.Result.Type.IsArray && yield.Kind != YieldKind.Rows))
                {
                    string column = columns[StoredTo(yield)];
                    writer.Line($"X.StoreUnsafe({AsLanes(expressions, ElementOf(yield))}, ref {column}, at);");
                }

                foreach (var (yield, result) in sums)
                {
                    string element = AsLanes(expressions, yield.Element);
                    writer.Line(yield.Kind == YieldKind.Sum
                        ? $"{result}Lanes += {element} & live;"
                        : $"{result}Lanes = X.Max({result}Lanes, X.ConditionalSelect(live, {element}, X.Create(double.NegativeInfinity)));");
                }
            }

            if (sums.Count > 0) writer.Line();
            foreach (var (_, result) in sums) writer.Line($"X.StoreUnsafe({result}Lanes, ref {result}Partials.Start, (nuint)part);");
        }

        if (sums.Count + rules.Count > 0) writer.Line();
        foreach (var (yield, result) in sums) writer.Line($"{result} = {result}Partials.{(yield.Kind == YieldKind.Sum ? "Total" : "Greatest")}();");
        foreach (var (_, result) in rules) writer.Line($"{result} = L.All({result}Everywhere);");
    }

    private static string AsLanes(Expressions expressions, Value value) =>
        expressions.IsNumber(value) ? expressions.Broadcast(value) : expressions.Text(value, 2);

    private void Define(Define define, Expressions expressions, Dictionary<string, string> columns)
    {
        if (define.Op == Operations.Put) return;
        if (define.Op == Operations.RowProduct)
        {
            WriteRowProduct(_writer!, define, expressions, columns);
            return;
        }

        if (define.Op != Operations.Load)
        {
            expressions.Define(define);
            return;
        }

        if (define.Result.Type.Scalar == Scalar.Integer) return;
        bool isMask = IsMask(define.Arguments[0]);
        string array = isMask ? outer(define.Arguments[0]) + ".Start" : columns[outer(define.Arguments[0])];
        string load = define.Arguments[1] == loop.Index
            ? $"X.LoadUnsafe(ref {array}, at)"
            : $"L.Gather(ref {array}, ref {columns[IndexColumn(define.Arguments[1])!]}, at)";
        if (isMask) load = $"{ModelText.IsComplete} ? V.AllBitsSet : {load}";
        string name = define.Name ?? outer(define.Arguments[0]).Split('.').Last().TrimStart('@');
        expressions.Put(define with { Name = name }, load, 4, isAlwaysLocal: true);
    }

    /// <summary>Writes the products of eight rows, or as many as a vector holds, with a vector: column after column, so that every width rounds alike.</summary>
    private void WriteRowProduct(CodeWriter writer, Define product, Expressions expressions, Dictionary<string, string> columns)
    {
        var (tile, count) = OpenTile(writer, product.Arguments[0], columns);
        string vector = columns[outer(product.Arguments[2])], result = _names.Unique(product.Name ?? "product"), j = _names.Unique("j");
        writer.Line($"V {result} = V.Zero;");
        using (writer.Braces($"for (int {j} = 0; {j} < {count}; {j}++)"))
            writer.Line($"{result} += X.LoadUnsafe(ref {tile}, 8 * (nuint){j}) * X.Create(Unsafe.Add(ref {vector}, {j}));");
        expressions.Set(product.Result, result);
    }

    /// <summary>Writes how each row times its element is added to the eight partial sums of each column.</summary>
    private void WriteRows(CodeWriter writer, Yield rows, Expressions expressions, Dictionary<string, string> columns)
    {
        var (tile, count) = OpenTile(writer, rows.Matrix!.Value, columns);
        string sums = columns[StoredTo(rows)], weight = _names.Unique("weight"), j = _names.Unique("j"), sum = _names.Unique("columnSum");
        writer.Line($"V {weight} = {AsLanes(expressions, rows.Element)} & live;");
        using (writer.Braces($"for (int {j} = 0; {j} < {count}; {j}++)"))
        {
            writer.Line($"ref double {sum} = ref Unsafe.Add(ref {sums}, 8 * {j} + part);");
            writer.Line($"X.StoreUnsafe(X.LoadUnsafe(ref {sum}) + X.LoadUnsafe(ref {tile}, 8 * (nuint){j}) * {weight}, ref {sum});");
        }
    }

    /// <summary>A reference to the current rows in a packed matrix, tiles of eight rows, and the count of columns; written once.</summary>
    private (string Tile, string Columns) OpenTile(CodeWriter writer, Value matrix, Dictionary<string, string> columns)
    {
        if (_tiles.TryGetValue(matrix, out var known)) return known;
        string count = _columnCounts[matrix], tile = _names.Unique("tile");
        writer.Line($"ref double {tile} = ref Unsafe.Add(ref {columns[outer(matrix)]}, (nint)(i - part) * {count} + part);");
        return _tiles[matrix] = (tile, count);
    }

    private bool IsMask(Value array) => scopes.DefinitionOf(array) is { } leaf && leaf.Op == Operations.Bound && text.Masks.Contains(leaf.Immediate.Symbol!);

    /// <summary>The column of a bound index; null for an index that is the same in every iteration.</summary>
    private string? IndexColumn(Value index) =>
        loop.Body.OfType<Define>().FirstOrDefault(define => define.Result == index) is { } load ? outer(load.Arguments[0]) : null;

    /// <summary>What a yield stores for each iteration: of an array that is filled piece by piece, the element that is put.</summary>
    private Value ElementOf(Yield yield) => Passes.LoopShape.FillOf(loop, yield) is { } put ? put.Arguments[2] : yield.Element;

    /// <summary>Adds or puts elements to their places one by one, in the order of the rows, so that the result does not depend on the vector width.</summary>
    private void WriteOneByOne(CodeWriter writer, Yield yield)
    {
        var at = Passes.LoopShape.FillOf(loop, yield) is { } put ? put.Arguments[1] : yield.At!.Value;
        string target = Targets[yield], summands = Summands[yield];
        string index = at == loop.Index ? "i" : IndexColumn(at) is { } column ? $"{column}[i]" : outer(at);
        writer.Line();
        if (yield.Kind == YieldKind.Scatter) writer.Line($"{target}.Elements.Clear();");
        using (writer.Braces("for (int i = 0; i < count; i++)"))
            writer.Line($"{target}[{index}] {(yield.Kind == YieldKind.Scatter ? "+=" : "=")} {summands}[i];");
    }

    private void WriteColumnTotals(CodeWriter writer, Yield rows)
    {
        writer.Line();
        using (writer.Braces($"for (int j = 0; j < {outer(rows.Matrix!.Value)}.Columns; j++)"))
            writer.Line($"{Targets[rows]}[j] = Partials.Total({Summands[rows]}.Elements.Slice(8 * j, 8));");
    }
}
