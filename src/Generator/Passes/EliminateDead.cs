using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Drops definitions, yields and loops that neither an output nor a rule needs.</summary>
internal static class EliminateDead
{
    public static Kernel Run(Kernel kernel)
    {
        var live = new HashSet<int>(kernel.Outputs.Select(output => output.Value.Id));
        return kernel with { Body = Sweep(kernel.Body, live) };
    }

    /// <summary>What certain values, and rules, need of a block.</summary>
    public static Sequence<Statement> Run(Sequence<Statement> body, IEnumerable<Value> roots) => Sweep(body, [.. roots.Select(root => root.Id)]);

    /// <summary>Walks backwards, so that every use is seen before its definition.</summary>
    private static Sequence<Statement> Sweep(Sequence<Statement> body, HashSet<int> live)
    {
        var kept = new List<Statement>();
        foreach (var statement in body.Reverse())
        {
            switch (statement)
            {
                case Define define when live.Contains(define.Result.Id):
                    live.UnionWith(define.Arguments.Select(argument => argument.Id));
                    kept.Add(define);
                    break;
                case Loop loop when Sweep(loop, live) is { } needed:
                    kept.Add(needed);
                    break;
                case Require require:
                    live.UnionWith(Uses.Of(require).Select(value => value.Id));
                    kept.Add(require);
                    break;
            }
        }

        kept.Reverse();
        return kept.ToSequence();
    }

    private static Loop? Sweep(Loop loop, HashSet<int> live)
    {
        var yields = loop.Yields.Where(yield => live.Contains(yield.Result.Id)).ToSequence();
        Sequence<Statement> body;
        while (true)
        {
            foreach (var yield in yields)
                live.UnionWith(Uses.Of(yield).Select(value => value.Id));
            body = Sweep(loop.Body, live);

            // What an iteration reads of the ones before it must be handed on, also if nothing reads it afterwards.
            var needed = loop.Yields.Where(yield => yields.Contains(yield) || (yield.Inside is { } inside && live.Contains(inside.Id))).ToSequence();
            if (needed.Count == yields.Count) break;
            yields = needed;
        }

        if (yields.Count == 0 && !body.Any(statement => statement is Require or Loop)) return null;
        live.Add(loop.Extent.Id);
        return loop with { Body = body, Yields = yields };
    }
}
