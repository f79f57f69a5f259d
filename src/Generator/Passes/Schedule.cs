using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Puts a kernel's statements in the order in which they run and read best.</summary>
/// <remarks>Rules that need no loop come first, so that a rejected evaluation costs little; every definition stands just before its first use.</remarks>
internal static class Schedule
{
    public static Kernel Run(Kernel kernel)
    {
        var roots = kernel.Outputs.Select(output => output.Value);
        return kernel with { Body = Order(kernel.Body, roots) };
    }

    private static Sequence<Statement> Order(Sequence<Statement> body, IEnumerable<Value> roots)
    {
        var makers = body.SelectMany(statement => Uses.DefinedBy(statement).Select(value => (value, statement))).ToDictionary(pair => pair.value, pair => pair.statement);
        var ordered = new List<Statement>();
        var placed = new HashSet<Statement>(ReferenceComparer<Statement>.Instance);
        void Place(Statement statement)
        {
            if (!placed.Add(statement)) return;
            foreach (var use in Uses.Of(statement))
                if (makers.TryGetValue(use, out var maker)) Place(maker);
            ordered.Add(statement is Loop loop ? loop with { Body = Order(loop.Body, loop.Yields.SelectMany(Uses.Of)) } : statement);
        }

        var needs = Uses.Needs(body);
        bool NeedsLoop(int index) => needs[index].Any(need => body[need] is Loop);
        for (int i = 0; i < body.Count; i++)
            if (body[i] is Require && !NeedsLoop(i)) Place(body[i]);
        foreach (var anchor in body.Where(statement => statement is Loop or Require)) Place(anchor);
        foreach (var root in roots)
            if (makers.TryGetValue(root, out var maker)) Place(maker);
        return ordered.ToSequence();
    }
}
