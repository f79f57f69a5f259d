
namespace ProbModels.Generator.Tests.Programs;

/// <summary>Makes expressions of a kind from what is in scope.</summary>
internal sealed class ExpressionGenerator(Random random, Scope scope, MethodGenerator methods)
{
    private static readonly ILookup<Kind, Production> Productions = Production.Expressions.ToLookup(production => production.Result);

    private static readonly Kind[] Kinds = [Kind.Real, Kind.Tame, Kind.Unit, Kind.Positive, Kind.Moderate, Kind.Integer, Kind.Condition];

    /// <param name="depth">How many expressions may stand within each other.</param>
    public Expression Of(Kind kind, int depth)
    {
        if (kind.Name == "index") return Index(kind.Into!, depth);
        if (depth == 0 || random.Next(4) == 0 || !Productions.Contains(kind)) return Leaf(kind, depth);
        if (kind != Kind.Integer && kind != Kind.Condition && random.Next(12) == 0)
        {
            var method = methods.Of(kind);
            return method.Call([.. method.Parameters.Select(parameter => Of(parameter.Kind, depth - 1))]);
        }

        // What is of a narrower kind will do, but most is of the kind itself.
        var fitting = Kinds.Where(kind.Accepts).ToList();
        var chosen = random.Next(3) > 0 ? kind : fitting[random.Next(fitting.Count)];
        var candidates = Productions[chosen].ToList();
        return Of(candidates[random.Next(candidates.Count)], depth - 1);
    }

    public Expression Of(Production production, int depth) =>
        new(production.Result, production.Format, [.. production.Parts.Select(part => Of(part, depth))]);

    private Expression Leaf(Kind kind, int depth)
    {
        var readable = scope.Readable.Where(entry => kind.Accepts(entry.Variable.Kind)).ToList();
        bool hasExtents = !scope.Extents.IsEmpty;
        return random.Next(8) switch
        {
            0 => Literal(kind),
            1 when hasExtents && kind != Kind.Unit => Read(NewInput(kind), depth),
            2 when hasExtents && kind == Kind.Integer => Size(scope.Extents[random.Next(scope.Extents.Length)]),
            2 when hasExtents && kind == Kind.Real && Reduction() is { } reduction => reduction,
            _ when readable.Count > 0 => Read(readable[random.Next(readable.Count)], depth),
            _ => Literal(kind),
        };
    }

    /// <summary>A number made of whole arrays; null where none is known.</summary>
    private Expression? Reduction()
    {
        bool IsColumn(Scope.Entry entry) => entry is { Only: null, Variable: { Over.Length: 1, Kind.Type: "double" } };
        var columns = scope.Readable.Where(IsColumn).Select(entry => entry.Variable).ToList();
        if (columns.Count == 0) return null;
        var column = columns[random.Next(columns.Count)];
        var others = columns.Where(other => other.Over[0] == column.Over[0]).ToList();
        var other = others[random.Next(others.Count)];
        return random.Next(6) switch
        {
            0 => new(Kind.Real, "Sum({0})", [column.Whole]),
            1 => new(Kind.Real, "Mean({0})", [column.Whole]),
            2 => new(Kind.Real, "LogSumExp({0})", [column.Whole]),
            3 => new(Kind.Real, "Max({0})", [column.Whole]),
            _ => new(Kind.Real, "Dot({0}, {1})", [column.Whole, other.Whole]),
        };
    }

    private static Expression Size(Extent extent) => new(Kind.SizeOf(extent), extent.Text, []);

    private Expression Literal(Kind kind)
    {
        string[] literals = kind.Name switch
        {
            "tame" => ["0.0", "1.0", "(-1.0)", "0.5", "2.0", "(-0.3)"],
            "unit" => ["0.5", "0.25", "0.9"],
            "positive" or "moderate" => ["1.0", "0.5", "2.0", "3.0", "0.7"],
            "count" => ["0L", "3L"],
            "binary" => ["0", "1"],
            "condition" => ["true", "false"],
            "integer" => ["0", "1", "2", "5"],
            _ => ["0.0", "1.0", "(-1.0)", "2.0", "0.5", "(-3.0)", "7.5"],
        };
        return new(kind, literals[random.Next(literals.Length)], []);
    }

    private Variable NewInput(Kind kind)
    {
        int rank = random.Next(6) switch { < 2 => 0, 5 => 2, _ => 1 };
        var input = new Variable(scope.NewName("x"), kind, [.. Enumerable.Range(0, rank).Select(_ => AnyExtent())], IsInput: true);
        scope.AddInput(input);
        return input;
    }

    private Extent AnyExtent() => scope.Extents[random.Next(scope.Extents.Length)];

    private Expression Read(Scope.Entry entry, int depth) => entry.Only ?? Read(entry.Variable, depth);

    private Expression Read(Variable variable, int depth) => variable.At([.. variable.Over.Select(extent => Index(extent, depth - 1))]);

    /// <summary>An index: mostly that of a plate around, else one from data, a mirrored or a fixed one.</summary>
    private Expression Index(Extent extent, int depth)
    {
        var kind = Kind.IndexOf(extent);
        var own = scope.IndicesOver(extent).ToList();
        if (own.Count > 0 && random.Next(4) > 0) return own[random.Next(own.Count)].At();
        var known = scope.Readable.Where(entry => entry.Variable.Kind == kind).ToList();
        switch (random.Next(5))
        {
            case 0 when depth > 0:
                return new(kind, $"({extent.Text} - 1 - {{0}})", [Index(extent, depth - 1)]);
            case 1:
                return new(kind, $"({extent.Text} - 1)", []);
            case 2:
                return new(kind, "0", []);
            case 3 when known.Count > 0 && depth > 0:
                return Read(known[random.Next(known.Count)], depth);
            default:
                if (depth <= 0) return new(kind, "0", []);
                var loops = scope.Loops;
                var table = new Variable(scope.NewName("g"), kind, [loops.IsEmpty ? AnyExtent() : loops[random.Next(loops.Length)]], IsInput: true);
                scope.AddInput(table);
                return Read(table, depth);
        }
    }
}
