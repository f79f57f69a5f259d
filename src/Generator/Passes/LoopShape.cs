using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Questions about the form of loops.</summary>
internal static class LoopShape
{
    /// <summary>Whether a loop's iterations are independent and hold no loop: it can be computed in vectors and handed out as new arrays.</summary>
    /// <remarks>Arrays that it fills piecewise it must fill at one place, and not read.</remarks>
    public static bool IsFlat(Loop loop) =>
        loop.Order == Order.Any
        && !loop.Body.Any(statement => statement is Loop)
        && loop.Yields.All(yield => yield.Kind != YieldKind.Thread || FillOf(loop, yield) is not null)
        && loop.Body.OfType<Define>().Where(define => define.Op == Operations.Put || define.Op == Operations.Increase).All(put => loop.Yields.Any(yield => yield.Element == put.Result));

    /// <summary>The one put by which each iteration fills its element of an array that nothing else in the loop reads; null where there is another way.</summary>
    public static Define? FillOf(Loop loop, Yield thread)
    {
        if (loop.Body.OfType<Define>().FirstOrDefault(define => define.Result == thread.Element) is not { } put || put.Op != Operations.Put || put.Arguments[0] != thread.Inside) return null;
        var others = loop.Body.Where(statement => !ReferenceEquals(statement, put)).SelectMany(Uses.Of)
            .Concat(loop.Yields.Where(yield => yield != thread).SelectMany(Uses.Of));
        return others.Any(value => value == put.Result || value == thread.Inside) ? null : put;
    }

    /// <summary>By how much an index of a loop's iterations is shifted from the loop's own; null for other indices.</summary>
    public static (Value Amount, bool IsBack)? ShiftOf(Loop loop, Value index)
    {
        if (loop.Body.OfType<Define>().FirstOrDefault(define => define.Result == index) is not { Arguments.Count: 2 } define) return null;
        var (a, b) = (define.Arguments[0], define.Arguments[1]);
        bool IsOutside(Value value) => value != loop.Index && !loop.Body.SelectMany(Uses.DefinedBy).Contains(value);
        if (define.Op == Operations.IndexAdd && a == loop.Index && IsOutside(b)) return (b, false);
        if (define.Op == Operations.IndexAdd && b == loop.Index && IsOutside(a)) return (a, false);
        return define.Op == Operations.IndexSubtract && a == loop.Index && IsOutside(b) ? (b, true) : null;
    }
}
