using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>A rewriter that may come to the body of a loop again when arrays of that body are there already: it then reads them instead of filling them.</summary>
internal abstract class Revisitor : Rewriter
{
    /// <summary>The finished array, in the new block, of which a value is a form; null where the array is yet to be filled.</summary>
    protected abstract Value? Finished(Value form);

    protected override void Rewrite(Define define)
    {
        if (define.Op == Operations.Put && Finished(define.Result) is { } finished) Bind(define.Result, finished);
        else base.Rewrite(define);
    }

    protected override void Rewrite(Loop loop)
    {
        var rest = loop with { Yields = loop.Yields.Where(yield => !IsFinished(yield)).ToSequence() };
        var index = Open(rest);
        ReadFinished(loop);
        Rewrite(rest.Body);
        Close(rest, index, [.. rest.Yields.Select(yield => ((Yield?)yield, Rewrite(yield)))]);
    }

    /// <summary>Lets the finished ones of a loop's threads stand for what its iterations receive and hand on.</summary>
    protected void ReadFinished(Loop loop)
    {
        foreach (var thread in loop.Yields.Where(IsFinished))
        {
            Bind(thread.Inside!.Value, Finished(thread.Inside.Value)!.Value);
            Bind(thread.Result, Finished(thread.Result)!.Value);
        }
    }

    private bool IsFinished(Yield yield) => yield.Inside is not null && Finished(yield.Result) is not null;
}
