using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes one loop of two that run over the same extent, so that the data are read once and shared work is done once.</summary>
/// <remarks>
/// Two loops fuse when the later one needs of the earlier one nothing but array elements at its own index, neither directly nor through
/// statements between them. Iterates until no two loops fuse. Loops that hold loops, and those whose order matters, stay as they are.
/// </remarks>
internal static class FuseLoops
{
    public static Kernel Run(Kernel kernel)
    {
        IReadOnlyList<Statement> body = kernel.Body;
        while (FusePair(body) is { } fused) body = fused;
        return Simplify.Run(kernel with { Body = body.ToSequence() });
    }

    private static IReadOnlyList<Statement>? FusePair(IReadOnlyList<Statement> body)
    {
        var needs = Uses.Needs(body);
        for (int second = 0; second < body.Count; second++)
        {
            if (body[second] is not Loop later || !LoopShape.IsFlat(later)) continue;
            for (int first = 0; first < second; first++)
            {
                if (body[first] is not Loop earlier || earlier.Extent != later.Extent || !LoopShape.IsFlat(earlier)) continue;
                if (ReadsOwnElementsOnly(earlier, later) && !needs[second].Any(between => needs[between].Contains(first)))
                    return Uses.InOrder([.. body.Take(first), Fuse(earlier, later), .. body.Skip(first + 1).Where(statement => statement != later)]);
            }
        }

        return null;
    }

    private static bool ReadsOwnElementsOnly(Loop earlier, Loop later)
    {
        var yields = new HashSet<Value>(earlier.Yields.Select(yield => yield.Result));
        var arrays = new HashSet<Value>(earlier.Yields.Where(yield => yield.Kind == YieldKind.Array).Select(yield => yield.Result));
        bool IsOwnElement(Statement statement) =>
            statement is Define define && define.Op == Operations.Load && arrays.Contains(define.Arguments[0]) && define.Arguments[1] == later.Index;
        return later.Body.All(statement => (IsOwnElement(statement) || !Uses.Of(statement).Any(yields.Contains)))
            && !later.Yields.SelectMany(Uses.Of).Any(yields.Contains);
    }

    private static Loop Fuse(Loop earlier, Loop later)
    {
        var elements = earlier.Yields.Where(yield => yield.Kind == YieldKind.Array).ToDictionary(yield => yield.Result, yield => yield.Element);
        var map = new Dictionary<Value, Value> { [later.Index] = earlier.Index };
        var body = earlier.Body.ToList();
        foreach (var statement in later.Body)
        {
            if (statement is Define define && define.Op == Operations.Load && elements.TryGetValue(define.Arguments[0], out var element))
                map.Add(define.Result, element);
            else
                body.Add(Uses.Replace(statement, map));
        }

        var yields = earlier.Yields.Concat(later.Yields.Select(yield => Uses.Replace(yield, map)));
        return earlier with
        {
            Body = body.ToSequence(),
            Yields = yields.ToSequence(),
            Source = earlier.Source.Line == 0 ? later.Source : earlier.Source,
            Name = earlier.Name ?? later.Name,
        };
    }
}
