using System.Collections.Immutable;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Makes expressions of a kind from what is in scope.</summary>
internal sealed class ExpressionGenerator(Random random, Scope scope, MethodGenerator methods)
{
    private static readonly ILookup<Kind, Production> Productions = Production.Expressions.ToLookup(production => production.Result);

    private static readonly Kind[] Kinds = [Kind.Real, Kind.Tame, Kind.Unit, Kind.Positive, Kind.Moderate, Kind.Integer];

    /// <param name="depth">How many expressions may stand within each other.</param>
    public Expression Of(Kind kind, int depth)
    {
        if (kind.Name == "index") return Index(kind.Into!, depth);
        if (depth == 0 || random.Next(4) == 0 || !Productions.Contains(kind)) return Leaf(kind, depth);
        if (kind != Kind.Integer && random.Next(12) == 0)
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
        var readable = scope.Variables.Where(variable => kind.Accepts(variable.Kind)).ToList();
        bool hasExtents = !scope.Extents.IsEmpty;
        return random.Next(8) switch
        {
            0 => Literal(kind),
            1 when hasExtents && kind != Kind.Unit => Read(NewInput(kind), depth),
            2 when hasExtents && kind == Kind.Integer => Size(scope.Extents[random.Next(scope.Extents.Length)]),
            _ when readable.Count > 0 => Read(readable[random.Next(readable.Count)], depth),
            _ => Literal(kind),
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
            "integer" => ["0", "1", "2", "5"],
            _ => ["0.0", "1.0", "(-1.0)", "2.0", "0.5", "(-3.0)", "7.5"],
        };
        return new(kind, literals[random.Next(literals.Length)], []);
    }

    private Variable NewInput(Kind kind)
    {
        ImmutableArray<Extent> over = random.Next(3) == 0 ? [] : [scope.Extents[random.Next(scope.Extents.Length)]];
        var input = new Variable(scope.NewName("x"), kind, over, IsInput: true);
        scope.Add(input);
        return input;
    }

    private Expression Read(Variable variable, int depth) =>
        scope.IsUnfinished(variable) ? variable.At(scope.OwnIndices) : variable.At([.. variable.Over.Select(extent => Index(extent, depth - 1))]);

    /// <summary>An index: mostly that of a plate around, else one from data, a mirrored or a fixed one.</summary>
    private Expression Index(Extent extent, int depth)
    {
        var kind = Kind.IndexOf(extent);
        var own = scope.IndicesOver(extent).ToList();
        if (own.Count > 0 && random.Next(4) > 0) return own[random.Next(own.Count)].At();
        var known = scope.Variables.Where(variable => variable.Kind == kind).ToList();
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
                var plates = scope.Plates;
                var over = plates.IsEmpty ? scope.Extents[random.Next(scope.Extents.Length)] : plates[random.Next(plates.Length)];
                var table = new Variable(scope.NewName("g"), kind, [over], IsInput: true);
                scope.Add(table);
                return Read(table, depth);
        }
    }
}
