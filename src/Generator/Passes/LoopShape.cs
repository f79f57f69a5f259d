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

    /// <summary>By how much an index of a loop's iterations is shifted from the loop's own, as the operation that shifts it; null for other indices.</summary>
    public static Define? ShiftOf(Loop loop, Value index) =>
        loop.Body.OfType<Define>().FirstOrDefault(define => define.Result == index) is { } define
        && (define.Op == Operations.IndexAdd || define.Op == Operations.IndexSubtract)
        && define.Arguments[0] == loop.Index && !loop.Body.SelectMany(Uses.DefinedBy).Contains(define.Arguments[1])
            ? define
            : null;
}
