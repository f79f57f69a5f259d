namespace ProbModels.Generator.Ir;

/// <summary>What kernel statements use and define, and how to put other values in the place of those they use.</summary>
internal static class Uses
{
    /// <summary>The values from outside that a statement needs.</summary>
    public static IEnumerable<Value> Of(Statement statement) => statement switch
    {
        Define define => define.Arguments,
        Require require => [require.Condition, require.Subject, .. require.Limit is { } limit ? [limit] : Array.Empty<Value>()],
        Loop loop => OfLoop(loop),
        _ => throw new InvalidOperationException($"{statement.GetType().Name} does not belong in a kernel"),
    };

    /// <summary>The values that a yield reads.</summary>
    public static IEnumerable<Value> Of(Yield yield)
    {
        yield return yield.Element;
        if (yield.At is { } at) yield return at;
        if (yield.Size is { } size) yield return size;
        if (yield.Into is { } into) yield return into;
        if (yield.Matrix is { } matrix) yield return matrix;
    }

    /// <summary>How often each value is used in a kernel.</summary>
    public static Dictionary<Value, int> Count(Kernel kernel)
    {
        var counts = new Dictionary<Value, int>();
        void Add(IEnumerable<Value> values)
        {
            foreach (var value in values) counts[value] = counts.TryGetValue(value, out int count) ? count + 1 : 1;
        }

        void Visit(Sequence<Statement> body)
        {
            foreach (var statement in body)
            {
                if (statement is not Loop loop)
                {
                    Add(Of(statement));
                    continue;
                }

                Add([loop.Extent]);
                Visit(loop.Body);
                foreach (var yield in loop.Yields) Add(Of(yield));
            }
        }

        Visit(kernel.Body);
        Add(kernel.Outputs.Select(output => output.Value));
        return counts;
    }

    /// <summary>The values that later statements of the same block may use.</summary>
    public static IEnumerable<Value> DefinedBy(Statement statement) => statement switch
    {
        Define define => [define.Result],
        Loop loop => loop.Yields.Select(yield => yield.Result),
        _ => [],
    };

    /// <summary>The arrays that an iteration receives from the one before it.</summary>
    public static IEnumerable<Value> ReceivedBy(Loop loop) => loop.Yields.Select(yield => yield.Inside).OfType<Value>();

    /// <summary>The greatest number of a value that a block defines; 0 where it defines none.</summary>
    public static int GreatestId(Sequence<Statement> body) => Ids(body).DefaultIfEmpty(0).Max();

    public static Statement Replace(Statement statement, IReadOnlyDictionary<Value, Value> map)
    {
        Value Mapped(Value value) => map.TryGetValue(value, out var other) ? other : value;
        return statement switch
        {
            Define define => define with { Arguments = define.Arguments.Select(Mapped).ToSequence() },
            Require require => require with { Condition = Mapped(require.Condition), Subject = Mapped(require.Subject), Limit = require.Limit is { } limit ? Mapped(limit) : null },
            Loop loop => loop with
            {
                Extent = Mapped(loop.Extent),
                Body = loop.Body.Select(inner => Replace(inner, map)).ToSequence(),
                Yields = loop.Yields.Select(yield => Replace(yield, map)).ToSequence(),
            },
            _ => throw new InvalidOperationException($"{statement.GetType().Name} does not belong in a kernel"),
        };
    }

    public static Yield Replace(Yield yield, IReadOnlyDictionary<Value, Value> map)
    {
        Value Mapped(Value value) => map.TryGetValue(value, out var other) ? other : value;
        return yield with
        {
            Element = Mapped(yield.Element),
            At = yield.At is { } at ? Mapped(at) : null,
            Size = yield.Size is { } size ? Mapped(size) : null,
            Into = yield.Into is { } into ? Mapped(into) : null,
            Matrix = yield.Matrix is { } matrix ? Mapped(matrix) : null,
        };
    }

    /// <summary>The statements in an order in which each follows what it needs; otherwise as they were.</summary>
    public static IReadOnlyList<Statement> InOrder(IReadOnlyList<Statement> statements)
    {
        var makers = Makers(statements);
        var ordered = new List<Statement>();
        var placed = new HashSet<int>();
        void Place(int index)
        {
            if (!placed.Add(index)) return;
            foreach (var use in Of(statements[index]))
                if (makers.TryGetValue(use.Id, out int maker)) Place(maker);
            ordered.Add(statements[index]);
        }

        for (int i = 0; i < statements.Count; i++) Place(i);
        return ordered;
    }

    /// <summary>For each statement, the statements that it needs, directly or not.</summary>
    public static IReadOnlyList<HashSet<int>> Needs(IReadOnlyList<Statement> statements)
    {
        var makers = Makers(statements);
        var needs = new List<HashSet<int>>();
        foreach (var statement in statements)
        {
            var all = new HashSet<int>();
            foreach (var use in Of(statement))
            {
                if (!makers.TryGetValue(use.Id, out int maker) || !all.Add(maker)) continue;
                all.UnionWith(needs[maker]);
            }

            needs.Add(all);
        }

        return needs;
    }

    private static IEnumerable<int> Ids(Sequence<Statement> body) => body.SelectMany(statement =>
        statement is Loop loop
            ? Ids(loop.Body).Concat(DefinedBy(loop).Concat(ReceivedBy(loop)).Append(loop.Index).Select(value => value.Id))
            : DefinedBy(statement).Select(value => value.Id));

    private static Dictionary<int, int> Makers(IReadOnlyList<Statement> statements)
    {
        var makers = new Dictionary<int, int>();
        for (int i = 0; i < statements.Count; i++)
            foreach (var value in DefinedBy(statements[i])) makers[value.Id] = i;
        return makers;
    }

    private static IEnumerable<Value> OfLoop(Loop loop)
    {
        var inside = new HashSet<int>(loop.Body.SelectMany(DefinedBy).Concat(ReceivedBy(loop)).Select(value => value.Id)) { loop.Index.Id };
        var used = loop.Body.SelectMany(Of).Concat(loop.Yields.SelectMany(Of)).Where(value => !inside.Contains(value.Id));
        return used.Append(loop.Extent).Distinct();
    }
}
