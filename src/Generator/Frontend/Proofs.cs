using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Proves simple facts on indices and sizes from the text, so that they are not checked again with every data set.</summary>
internal sealed class Proofs(Builder builder, Nest nest)
{
    private readonly List<Linear> _facts = [];

    /// <summary>States that a number is zero or greater, wherever the model is evaluated at all.</summary>
    public void Learn(Linear number) => _facts.Add(number);

    /// <summary>A whole number as a sum, in which max(0, n) is n where n is known not to be negative.</summary>
    public Linear LinearOf(Value value) => Expand(Linear.Of(builder, value), isInsideLoops: false);

    /// <summary>Whether a number is zero or greater in every iteration of the loops around it.</summary>
    public bool IsNonNegative(Linear number)
    {
        var least = Expand(Least(number), isInsideLoops: true);
        return IsVisiblyNonNegative(least) || _facts.Any(fact => IsVisiblyNonNegative(least - Expand(fact, isInsideLoops: true)));
    }

    public bool IsLess(Linear a, Linear b) => IsNonNegative(b - a - 1);

    /// <summary>A sum that is no greater, without the indices of loops: each is at least 0 and less than its loop's extent.</summary>
    private Linear Least(Linear number)
    {
        while (number.Terms.Where(term => nest.LoopOf(term.Value) is not null).OrderByDescending(term => nest.LoopOf(term.Value)!.Depth).ToList() is [var (index, factor), ..])
            number = number.With(index, factor > 0 ? Linear.Of(0) : Expand(Linear.Of(builder, nest.LoopOf(index)!.Size) - 1, isInsideLoops: true));
        return number;
    }

    private bool IsVisiblyNonNegative(Linear number) =>
        number.Constant >= 0 && number.Terms.All(term => term.Factor > 0 && IsNeverNegative(term.Value));

    private bool IsNeverNegative(Value value) =>
        builder.DefinitionOf(value) is { } define
        && (define.Op == Operations.Length || define.Op == Operations.IndexMax && define.Arguments.Any(argument => Linear.Of(builder, argument).Number >= 0)
            || define.Op == Operations.Input && define.Immediate.Symbol is { } symbol && (symbol.EndsWith(".Rows", StringComparison.Ordinal) || symbol.EndsWith(".Columns", StringComparison.Ordinal) || symbol.EndsWith(".Groups", StringComparison.Ordinal)));

    /// <param name="isInsideLoops">Whether the loops around have an iteration, so that no extent of theirs is 0.</param>
    private Linear Expand(Linear number, bool isInsideLoops)
    {
        foreach (var (value, _) in number.Terms.ToList())
            if (AtLeastZero(value) is { } inner && (IsPositiveAnyway(inner) || (isInsideLoops && nest.Loops.Any(loop => loop.Size == value))))
                number = number.With(value, inner);
        return number;
    }

    private bool IsPositiveAnyway(Linear number) => IsVisiblyNonNegative(number) || _facts.Any(fact => IsVisiblyNonNegative(number - fact));

    /// <summary>n where a value is max(0, n).</summary>
    private Linear? AtLeastZero(Value value) =>
        builder.DefinitionOf(value) is { } define && define.Op == Operations.IndexMax && Linear.Of(builder, define.Arguments[0]).Number == 0
            ? Linear.Of(builder, define.Arguments[1])
            : null;
}
