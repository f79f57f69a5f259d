using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>The sums over plates that the log density adds up: their summands are terms of their own, so that they may be taken apart.</summary>
internal static class TermSums
{
    public static HashSet<Value> Of(Kernel kernel, Scopes scopes)
    {
        var sums = new HashSet<Value>();
        foreach (var output in kernel.Outputs.Where(output => output.Kind == OutputKind.LogDensity)) Find(output.Value, scopes, sums);
        return sums;
    }

    private static void Find(Value value, Scopes scopes, HashSet<Value> sums)
    {
        if (scopes.YieldOf(value) is not null) sums.Add(value);
        if (scopes.DefinitionOf(value) is not { } define) return;
        if (define.Op == Operations.Add || define.Op == Operations.Subtract || define.Op == Operations.Negate)
            foreach (var argument in define.Arguments) Find(argument, scopes, sums);
        else if (define.Op == Operations.Multiply && scopes.NumberOf(define.Arguments[0]) is not null)
            Find(define.Arguments[1], scopes, sums);
    }
}
