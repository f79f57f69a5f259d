using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>The plates of an evaluation whose rows may be computed in any order, and how they look in another one.</summary>
internal sealed class RowPlates
{
    private readonly Kernel _kernel;
    private readonly Scopes _scopes;
    private readonly List<Plate> _plates = [];

    public RowPlates(Kernel kernel)
    {
        (_kernel, _scopes) = (kernel, new(kernel.Body));
        foreach (var loop in kernel.Body.OfType<Loop>())
            if (LoopShape.IsFlat(loop) && _scopes.DefinitionOf(loop.Extent) is { } extent) _plates.Add(new(loop, extent.Immediate.ToString()));
        while (_plates.RemoveAll(plate => !MayBeSorted(plate)) > 0) { }
        foreach (var plate in _plates) plate.IsSorted = GroupsOf(plate.Loop).Any();
        while (_plates.Where(plate => !plate.IsSorted && Neighbours(plate).Any(other => other.IsSorted)).ToList() is { Count: > 0 } reached)
            foreach (var plate in reached) plate.IsSorted = true;
        _plates.RemoveAll(plate => !plate.IsSorted);
    }

    /// <summary>For each extent at which an order pays, the names of the bound columns by which plates read, or add to, what groups share.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups => _plates
        .GroupBy(plate => plate.Extent)
        .Where(same => Pays([.. same]))
        .ToDictionary(same => same.Key, same => (IReadOnlyList<string>)[.. same.SelectMany(plate => GroupsOf(plate.Loop)).Distinct()]);

    /// <summary>The names of all bound values that a kernel reads.</summary>
    public static IEnumerable<string> BoundIn(Kernel kernel) => BoundIn(kernel.Body);

    /// <summary>The bound arrays and matrices that plates read row by row, by name, with the plates' extent.</summary>
    /// <param name="isSorted">Whether the plates over an extent change their order.</param>
    public IEnumerable<(string Symbol, string Extent)> BoundBySorted(Func<string, bool> isSorted) =>
        from plate in _plates
        where isSorted(plate.Extent)
        from array in RowArraysOf(plate.Loop)
        where _scopes.Is(array, Operations.Bound)
        select (SymbolOf(array), plate.Extent);

    /// <summary>The names of the bound values that are read elsewhere, or otherwise than row by row.</summary>
    /// <param name="isSorted">Whether the plates over an extent change their order.</param>
    public IEnumerable<string> BoundByOthers(Func<string, bool> isSorted)
    {
        foreach (var statement in _kernel.Body)
        {
            if (statement is Define) continue;
            var plate = _plates.FirstOrDefault(candidate => ReferenceEquals(candidate.Loop, statement) && isSorted(candidate.Extent));
            foreach (var used in plate is null ? Uses.Of(statement) : Uses.Of(Replace(plate.Loop, _ => null)))
                if (_scopes.Is(used, Operations.Bound)) yield return SymbolOf(used);
        }

        foreach (var used in _kernel.Body.OfType<Define>().SelectMany(define => define.Arguments).Concat(_kernel.Outputs.Select(output => output.Value)))
            if (_scopes.Is(used, Operations.Bound)) yield return SymbolOf(used);
    }

    /// <summary>The kernel with plates in the orders that their extents have.</summary>
    /// <param name="orderOf">The name of an extent's order; null where there is none.</param>
    /// <param name="names">The names of bound arrays, with the plates' extent, as they are in its order.</param>
    public Kernel Sort(Func<string, string?> orderOf, IReadOnlyDictionary<(string Symbol, string Extent), string> names)
    {
        int next = 1 + Uses.GreatestId(_kernel.Body);
        var body = new List<Statement>();
        var orders = new Dictionary<string, Value>();
        var arranged = new Dictionary<(Value Array, string Extent), Value>();
        var outputs = _kernel.Outputs.ToList();
        foreach (var statement in _kernel.Body)
        {
            var plate = _plates.FirstOrDefault(candidate => ReferenceEquals(candidate.Loop, statement));
            if (plate is null || orderOf(plate.Extent) is not { } name)
            {
                body.Add(statement);
                continue;
            }

            foreach (var array in RowArraysOf(plate.Loop).Where(array => !arranged.ContainsKey((array, plate.Extent))).ToList())
            {
                if (_scopes.Is(array, Operations.Bound))
                    arranged.Add((array, plate.Extent), names[(SymbolOf(array), plate.Extent)] is var other && other == SymbolOf(array) ? array : Leaf(array.Type, other));
                else if (_scopes.Is(array, Operations.Position))
                    arranged.Add((array, plate.Extent), Make(Operations.Arrange, array.Type, default, SymbolOf(array), array, OrderOf(name)));
            }

            body.Add(Replace(plate.Loop, array => arranged.TryGetValue((array, plate.Extent), out var inOrder) ? inOrder : array));
            for (int i = 0; i < outputs.Count; i++)
                if (YieldsByRow(plate.Loop).Contains(outputs[i].Value))
                    outputs[i] = outputs[i] with { Value = Make(Operations.Restore, outputs[i].Value.Type, default, null, outputs[i].Value, OrderOf(name)) };
        }

        return EliminateDead.Run(_kernel with { Body = body.ToSequence(), Outputs = outputs.ToSequence() });

        Value OrderOf(string name) => orders.TryGetValue(name, out var order) ? order : orders[name] = Leaf(IrType.Integer.ArrayOf, name);

        Value Leaf(IrType type, string symbol) => Make(Operations.Bound, type, new Immediate(0, symbol), symbol);

        Value Make(Op op, IrType type, Immediate immediate, string? wish, params Value[] arguments)
        {
            var result = new Value(next++, type);
            body.Add(new Define(result, op, arguments.ToSequence(), immediate, wish));
            return result;
        }
    }

    /// <summary>Whether plates gain by an order. To copy the latents of rows into it, or their derivatives back, takes as long as it saves for one array of groups that is read or added to. Measured.</summary>
    private bool Pays(IReadOnlyList<Plate> plates)
    {
        int gains = plates.Sum(plate => GroupsOf(plate.Loop).Count());
        var made = new HashSet<Value>(plates.SelectMany(plate => YieldsByRow(plate.Loop)));
        int copies = plates.SelectMany(plate => RowArraysOf(plate.Loop)).Distinct().Count(array => _scopes.Is(array, Operations.Position)) + _kernel.Outputs.Count(output => made.Contains(output.Value));
        return gains > copies;
    }

    /// <summary>Whether a plate's iterations may run over rows in another order.</summary>
    private bool MayBeSorted(Plate plate)
    {
        var loop = plate.Loop;
        bool IsOfRows(Value array) =>
            _scopes.Is(array, Operations.Bound)
            || (_scopes.DefinitionOf(array) is { } leaf && leaf.Op == Operations.Position && leaf.Arguments.Contains(loop.Extent))
            || (_scopes.YieldOf(array) is { Yield.Kind: YieldKind.Array } made && _plates.Any(other => ReferenceEquals(other.Loop, made.Loop) && other.Extent == plate.Extent));
        if (!RowArraysOf(loop).All(IsOfRows)) return false;

        // All else that knows the row's number would have to learn the row's place.
        if (Uses.Of(Replace(loop, _ => null) with { Index = new(-1, IrType.Integer) }).Contains(loop.Index)) return false;
        if (loop.Yields.Any(yield => yield.Kind == YieldKind.Thread)) return false;
        var made = new HashSet<Value>(YieldsByRow(loop));
        bool IsReadByRow(Statement statement) =>
            !Uses.Of(statement).Any(made.Contains)
            || (_plates.FirstOrDefault(other => ReferenceEquals(other.Loop, statement)) is { } reader && reader.Extent == plate.Extent && !Uses.Of(Replace(reader.Loop, _ => null)).Any(made.Contains));
        return _kernel.Body.All(IsReadByRow) && _kernel.Outputs.All(output => output.Kind == OutputKind.Gradient || !made.Contains(output.Value));
    }

    /// <summary>The plates that read by row what a plate makes, or make what it reads.</summary>
    private IEnumerable<Plate> Neighbours(Plate plate) => _plates.Where(other => RowArraysOf(other.Loop).Intersect(YieldsByRow(plate.Loop)).Any() || RowArraysOf(plate.Loop).Intersect(YieldsByRow(other.Loop)).Any());

    /// <summary>The bound columns of indices through which a plate reads, or adds to, what follows from the position.</summary>
    private IEnumerable<string> GroupsOf(Loop loop)
    {
        var indices = loop.Body.OfType<Define>().Where(define => define.Op == Operations.Load).Select(load => load.Arguments[1]).Concat(loop.Yields.Select(yield => yield.At).OfType<Value>());
        return from index in indices
               where _scopes.LoopOf(index) == loop && _scopes.Is(index, Operations.Load)
               let column = _scopes.DefinitionOf(index)!.Arguments[0]
               where _scopes.Is(column, Operations.Bound)
               select SymbolOf(column);
    }

    private static IEnumerable<Value> YieldsByRow(Loop loop) => loop.Yields.Where(yield => yield.Kind == YieldKind.Array).Select(yield => yield.Result);

    /// <summary>The arrays of which each iteration reads the element, or the row, at its own index.</summary>
    private static IEnumerable<Value> RowArraysOf(Loop loop)
    {
        var arrays = new List<Value>();
        Replace(loop, array =>
        {
            arrays.Add(array);
            return array;
        });
        return arrays.Distinct();
    }

    /// <summary>A loop with other arrays in the place of those of which each iteration reads the element, or the row, at its own index.</summary>
    /// <param name="replace">Gives the other array; null to leave the read out, of which only the reads that remain are then of use.</param>
    private static Loop Replace(Loop loop, Func<Value, Value?> replace)
    {
        bool IsByRow(Define define) => (define.Op == Operations.Load || define.Op == Operations.RowProduct) && define.Arguments[1] == loop.Index;
        Statement Replaced(Statement statement) =>
            statement is not Define define || !IsByRow(define) ? statement
            : define with { Arguments = (replace(define.Arguments[0]) is { } array ? define.Arguments.Skip(1).Prepend(array) : define.Arguments.Skip(2)).ToSequence() };
        return loop with
        {
            Body = loop.Body.Select(Replaced).ToSequence(),
            Yields = loop.Yields.Select(yield => yield.Matrix is { } matrix ? yield with { Matrix = replace(matrix) } : yield).ToSequence(),
        };
    }

    private static IEnumerable<string> BoundIn(Sequence<Statement> body) => body.SelectMany(statement =>
        statement is Loop loop ? BoundIn(loop.Body) : statement is Define define && define.Op == Operations.Bound ? [define.Immediate.Symbol!] : []);

    private string SymbolOf(Value leaf) => _scopes.DefinitionOf(leaf)!.Immediate.Symbol!;

    /// <summary>A plate.</summary>
    /// <param name="Extent">How the number of its rows is called, or that number.</param>
    private sealed record Plate(Loop Loop, string Extent)
    {
        /// <summary>Whether it runs in the order of its extent.</summary>
        public bool IsSorted { get; set; }
    }
}
