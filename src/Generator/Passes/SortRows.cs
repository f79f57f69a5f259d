using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Brings rows of one group together: plates that read, or add to, what groups share run over rows that were sorted when data were bound.</summary>
/// <remarks>
/// All such plates over one extent have one order, by all columns of indices through which they read. What was bound by row is arranged once, when
/// data are bound, and keeps its name unless something else reads it as it was; positions are copied into the order, and derivatives back, in every
/// evaluation. A plate stays as it is where an iteration meets what belongs to other rows, or where anything but another plate in the same order, or the
/// gradient, reads what it makes by row. Rules on data are checked before, row by row as the user knows them. Needs kernels that are cut by binding time.
/// </remarks>
internal static class SortRows
{
    /// <param name="bind">What is computed when data are bound.</param>
    /// <param name="evaluations">The kernels that may change the order; that of the first decides for all.</param>
    /// <param name="others">All other kernels that read what is bound.</param>
    /// <param name="names">The names of bound values.</param>
    public static (Kernel Bind, IReadOnlyList<Kernel> Evaluations) Run(Kernel bind, IReadOnlyList<Kernel> evaluations, IEnumerable<Kernel> others, BoundNames names)
    {
        var plates = evaluations.Select(kernel => new RowPlates(kernel)).ToList();
        var columns = plates[0].Groups;
        if (columns.Count == 0) return (bind, evaluations);

        var orders = columns.ToDictionary(group => group.Key, group => (Name: names.Unique(group.Value[0] + "Order"), Columns: group.Value));
        var taken = new HashSet<string>(plates.SelectMany(plate => plate.BoundByOthers(orders.ContainsKey)).Concat(others.SelectMany(RowPlates.BoundIn)));
        var arranged = plates.SelectMany(plate => plate.BoundBySorted(orders.ContainsKey)).Distinct()
            .ToDictionary(array => array, array => taken.Add(array.Symbol) ? array.Symbol : names.Unique(array.Symbol + "Sorted"));
        var changed = plates.Select(plate => plate.Sort(extent => orders.TryGetValue(extent, out var order) ? order.Name : null, arranged)).ToList();
        var read = new HashSet<string>(changed.Concat(others).SelectMany(RowPlates.BoundIn));
        return (Arrange(bind, [.. arranged.Select(array => (array.Key.Symbol, array.Value, orders[array.Key.Extent].Name))], orders.Values, read), changed);
    }

    /// <summary>Adds the orders, and what is arranged in them, to what is bound, and leaves out what nothing reads any more.</summary>
    private static Kernel Arrange(
        Kernel bind, IReadOnlyList<(string Symbol, string Name, string Order)> arranged, IEnumerable<(string Name, IReadOnlyList<string> Columns)> orders, HashSet<string> read)
    {
        int next = 1 + Uses.GreatestId(bind.Body);
        var bound = bind.Outputs.ToDictionary(output => output.Symbol, output => output.Value);
        var body = bind.Body.ToList();
        var places = new Dictionary<string, Value>();
        var outputs = bind.Outputs.Where(output => read.Contains(output.Symbol) && arranged.All(array => array.Name != output.Symbol)).ToList();
        foreach (var (name, columns) in orders)
        {
            var order = Add(Operations.RowOrder, IrType.Integer.ArrayOf, name, [.. columns.Select(column => bound[column])]);
            places.Add(name, order);
            if (read.Contains(name)) outputs.Add(new(OutputKind.Bound, name, order));
        }

        foreach (var (symbol, name, order) in arranged)
            outputs.Add(new(OutputKind.Bound, name, Add(Operations.Arrange, bound[symbol].Type, name, bound[symbol], places[order])));
        return EliminateDead.Run(bind with { Body = body.ToSequence(), Outputs = outputs.ToSequence() });

        Value Add(Op op, IrType type, string name, params Value[] arguments)
        {
            var result = new Value(next++, type);
            body.Add(new Define(result, op, arguments.ToSequence(), default, name));
            return result;
        }
    }
}
