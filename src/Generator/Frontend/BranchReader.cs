using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads <c>if</c> and <c>?:</c>. Values of both sides are computed and one is selected; sites make a branch a loop of one iteration or none.</summary>
internal sealed class BranchReader(Reading reading)
{
    private Builder Builder => reading.Builder;

    /// <summary>Chooses between two values by a condition of the source.</summary>
    public Content Choose(IOperation condition, IOperation use, Func<Content> whenTrue, Func<Content> otherwise) =>
        Choose(reading.Expressions.ReadScalar(condition), use, condition, whenTrue, otherwise);

    public Content Choose(Value condition, IOperation use, IOperation source, Func<Content> whenTrue, Func<Content> otherwise)
    {
        if (TruthOf(condition) is { } truth) return truth ? whenTrue() : otherwise();
        WarnOfJump(condition, source);
        return Select(condition, Under(condition, source, whenTrue), Under(Not(condition), source, otherwise), use);
    }

    /// <summary>Reads an <c>if</c> statement.</summary>
    public void Read(IConditionalOperation branch)
    {
        var condition = reading.Expressions.ReadScalar(branch.Condition);
        if (TruthOf(condition) is { } truth)
        {
            if ((truth ? branch.WhenTrue : branch.WhenFalse) is { } taken) reading.Statements.ReadBody(taken);
            return;
        }

        var (first, second) = (Assignments.In(reading.Library, branch.WhenTrue), Assignments.In(reading.Library, branch.WhenFalse));
        bool isOfInputs = reading.Knowledge.Of(condition) == Known.Inputs;
        bool assignsAlike = !first.HasLoops && !second.HasLoops && first.Elements.OrderBy(text => text).SequenceEqual(second.Elements.OrderBy(text => text));
        bool assignsArrays = first.Arrays.Count + second.Arrays.Count > 0;
        if (isOfInputs && (first.HasSites || second.HasSites || (assignsArrays && !assignsAlike)))
        {
            new SiteBranch(reading, branch, condition).Read(first, second);
            return;
        }

        if (assignsArrays && !assignsAlike) throw reading.Unsupported(branch.Condition, "it does not follow from inputs: assign the same elements on both sides, or choose between two values by ?:");
        WarnOfJump(condition, branch.Condition);
        ReadBoth(branch, condition, () => reading.Statements.ReadBody(branch.WhenTrue), () => reading.Statements.ReadBody(branch.WhenFalse));
    }

    /// <summary>Reads the rest of a method in which one side of a branch, or both, return.</summary>
    public Content ReadReturn(IConditionalOperation branch, IReadOnlyList<IOperation> rest)
    {
        var condition = reading.Expressions.ReadScalar(branch.Condition);
        Content Side(IOperation? side) =>
            (side is null ? null : reading.Statements.ReadBody(side)) ?? reading.Statements.ReadAll(rest)
            ?? (reading.Helpers.IsVoid ? new TupleContent(Sequence<Content>.Empty) : throw reading.Refused(Descriptors.UnsupportedStatement, branch));
        if (TruthOf(condition) is { } truth) return Side(truth ? branch.WhenTrue : branch.WhenFalse);

        WarnOfJump(condition, branch.Condition);
        Content? whenTrue = null, otherwise = null;
        ReadBoth(branch, condition, () => whenTrue = Side(branch.WhenTrue), () => otherwise = Side(branch.WhenFalse));
        return Select(condition, whenTrue!, otherwise!, branch);
    }

    /// <summary>One of two values: both are computed, so that no other is lost in a gradient.</summary>
    public Content Select(Value condition, Content whenTrue, Content otherwise, IOperation use)
    {
        if (ReferenceEquals(whenTrue, otherwise) || whenTrue == otherwise) return whenTrue;
        switch (whenTrue, otherwise)
        {
            case (ScalarContent a, ScalarContent b) when a.Value.Type == b.Value.Type:
                return new ScalarContent(Builder.Add(Operations.Select, condition, a.Value, b.Value));
            case (TupleContent a, TupleContent b) when a.Items.Count == b.Items.Count:
                return new TupleContent(a.Items.Zip(b.Items, (x, y) => Select(condition, x, y, use)).ToSequence());
            default:
                throw reading.Unsupported(use, "its two sides give different arrays; choose between their elements");
        }
    }

    /// <summary>Reads what counts under a condition only.</summary>
    /// <param name="leavesOutSites">Whether sites that are read have no element where the condition does not hold.</param>
    public T Under<T>(Value condition, IOperation source, Func<T> read, bool leavesOutSites = false) => reading.Guards.Under(condition, reading.Knowledge.Of(condition), source, read, leavesOutSites);

    public void Under(Value condition, IOperation source, Action read) => Under(condition, source, () =>
    {
        read();
        return true;
    });

    public Value Not(Value condition) => Builder.Add(Operations.Not, condition);

    private void ReadBoth(IConditionalOperation branch, Value condition, Action whenTrue, Action otherwise)
    {
        var before = reading.State;
        Under(condition, branch.Condition, whenTrue);
        var first = reading.State;
        reading.State = before;
        Under(Not(condition), branch.Condition, otherwise);
        reading.State = new StateMerger(reading, branch, condition).Merge(before, first, reading.State);
    }

    /// <summary>Whether a condition is plain from the source.</summary>
    private bool? TruthOf(Value condition) =>
        Builder.DefinitionOf(condition) is { } define && define.Op == Operations.Boolean ? define.Immediate.Number != 0 : null;

    /// <summary>Warns where what a jump depends on follows from latents.</summary>
    public void WarnOfJump(Value cause, IOperation source)
    {
        if (!reading.IsDensity && reading.Knowledge.Of(cause) == Known.Latents)
            reading.Report(DiagnosticInfo.At(Descriptors.Discontinuity, source.Syntax.GetLocation(), source.Syntax.ToString()));
    }
}
