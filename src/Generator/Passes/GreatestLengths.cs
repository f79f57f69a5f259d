using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes the kernel that computes lengths of arrays: of one that is made in loops the greatest that it has there.</summary>
internal sealed class GreatestLengths
{
    private readonly Scopes _scopes;
    private readonly IReadOnlyList<Value> _lengths;
    private readonly Dictionary<Value, Value> _raised;
    private int _next;

    private GreatestLengths(Kernel kernel, IReadOnlyList<Value> lengths)
    {
        (_scopes, _lengths) = (new(kernel.Body), lengths);
        _raised = lengths.ToDictionary(length => length);
        _next = ValuesIn(kernel.Body).Select(value => value.Id).DefaultIfEmpty().Max() + 1;
    }

    /// <param name="kernel">The kernel that makes the arrays.</param>
    /// <param name="lengths">Their lengths, each once.</param>
    /// <returns>A kernel without rules whose outputs are the lengths: whole numbers, but real ones where they come from a loop, which are −∞ where that has no iteration.</returns>
    public static Kernel Of(Kernel kernel, IReadOnlyList<Value> lengths)
    {
        var greatest = new GreatestLengths(kernel, lengths);
        var body = greatest.Raise(SeparateChecks.Keep(kernel.Body, _ => false));
        return EliminateDead.Run(new(kernel.Name, body, lengths.Select((length, i) => new Output(OutputKind.Bound, $"{i}", greatest._raised[length])).ToSequence()));
    }

    private Sequence<Statement> Raise(Sequence<Statement> body) => body.Select(statement => statement is Loop loop ? Raise(loop) : statement).ToSequence();

    /// <summary>Hands the lengths that a loop knows out of it.</summary>
    private Loop Raise(Loop loop)
    {
        var before = _lengths.ToDictionary(length => length, length => _raised[length]);
        var body = Raise(loop.Body).ToList();
        var yields = loop.Yields.ToList();
        foreach (var length in _lengths)
        {
            bool isKnownHere = _scopes.LoopOf(length) is { } home && home.Index == loop.Index;
            if (!isKnownHere && _raised[length] == before[length]) continue;
            var element = _raised[length];
            if (element.Type == IrType.Integer)
            {
                element = new Value(_next++, IrType.Real);
                body.Add(new Define(element, Operations.ToReal, Sequence.Of(length)));
            }

            _raised[length] = new Value(_next++, IrType.Real);
            yields.Add(new Yield(YieldKind.Max, _raised[length], element, Name: "longest"));
        }

        return loop with { Body = body.ToSequence(), Yields = yields.ToSequence() };
    }

    private static IEnumerable<Value> ValuesIn(Sequence<Statement> body) =>
        body.SelectMany(statement => statement is Loop loop ? ValuesIn(loop.Body).Concat(loop.Yields.Select(yield => yield.Result)).Append(loop.Index) : Uses.DefinedBy(statement));
}
