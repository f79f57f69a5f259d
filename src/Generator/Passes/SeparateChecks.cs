using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Cuts the bind kernel in two: rules on the inputs alone are checked when a model is made, the rest when it is given observations.</summary>
internal static class SeparateChecks
{
    public static (Kernel Check, Kernel Bind) Run(Kernel bind)
    {
        var observed = new HashSet<Value>();
        Trace(bind.Body, observed);
        bool IsEarly(Require require) => !observed.Contains(require.Condition);
        var check = new Kernel(bind.Name, Keep(bind.Body, IsEarly), Sequence<Output>.Empty);
        var rest = bind with { Body = Keep(bind.Body, require => !IsEarly(require)) };
        return (EliminateDead.Run(check), EliminateDead.Run(rest));
    }

    /// <summary>Finds the values that depend on observations.</summary>
    private static void Trace(Sequence<Statement> body, HashSet<Value> observed)
    {
        foreach (var statement in body)
        {
            if (statement is Define define && (define.Op == Operations.Observed || define.Op == Operations.Given || define.Op == Operations.Imputed || define.Op == Operations.Slot || define.Arguments.Any(observed.Contains))) observed.Add(define.Result);
            if (statement is not Loop loop) continue;
            Trace(loop.Body, observed);
            observed.UnionWith(loop.Yields.Where(yield => Uses.Of(yield).Any(observed.Contains)).Select(yield => yield.Result));
        }
    }

    /// <summary>A block with some of its rules.</summary>
    public static Sequence<Statement> Keep(Sequence<Statement> body, Func<Require, bool> keeps) =>
        body.Where(statement => statement is not Require require || keeps(require))
            .Select(statement => statement is Loop loop ? loop with { Body = Keep(loop.Body, keeps) } : statement)
            .ToSequence();
}
