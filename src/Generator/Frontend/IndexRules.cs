using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>States the rules of indices, lengths and sizes: they are checked when data are bound, unless the text proves them.</summary>
internal sealed class IndexRules(Reading reading)
{
    private readonly HashSet<(Value Length, Value Size, Value? Guard)> _compared = [];

    private Builder Builder => reading.Builder;

    /// <summary>An index lies between 0 and a limit, which it does not reach.</summary>
    public void RequireIndex(Value index, Linear limit, string array, IOperation use)
    {
        var at = reading.Proofs.LinearOf(index);
        if (reading.Proofs.IsNonNegative(at) && reading.Proofs.IsLess(at, limit)) return;
        if (reading.Knowledge.Of(index) == Known.Latents) throw reading.Refused(Descriptors.IndexFromLatents, use, use.Syntax.ToString());
        var end = limit.In(Builder);
        var isInside = Builder.Add(Operations.And, Builder.Add(Operations.GreaterOrEqual, index, Builder.Integer(0)), Builder.Add(Operations.Less, index, end));
        Builder.Require(new(reading.Guards.Relax(isInside), index, new(RuleKind.Index, "", array, "", reading.Quote(use)), end));
        if (reading.Guards.Condition is not null || !Builder.IsOutermost(index)) return;
        reading.Proofs.Learn(at);
        reading.Proofs.Learn(limit - at - 1);
    }

    /// <summary>An array has as many elements as a plate has iterations, or another array elements.</summary>
    public void RequireLength(ArrayContent array, Value size, IOperation use, string requirement) =>
        RequireLength(array.Sizes[0], size, array.Name ?? Quotation.OneLine(use), requirement, reading.Quote(use));

    public void RequireLength(Value length, Value size, string array, string requirement, Source source)
    {
        if (length == size || reading.Proofs.LinearOf(length).IsSame(reading.Proofs.LinearOf(size)) || !_compared.Add((length, size, reading.Guards.Condition))) return;
        var isSame = reading.Guards.Relax(Builder.Add(Operations.Equal, length, size));
        Builder.Require(new(isSame, length, new(RuleKind.Length, "", array, requirement, source), size));
        if (reading.Guards.Condition is not null || !Builder.IsOutermost(isSame)) return;
        reading.Proofs.Learn(Linear.Of(Builder, length) - Linear.Of(Builder, size));
        reading.Proofs.Learn(Linear.Of(Builder, size) - Linear.Of(Builder, length));
    }

    /// <summary>A size is not negative.</summary>
    public void RequireSize(Value size, string subject, IOperation use)
    {
        var number = reading.Proofs.LinearOf(size);
        if (reading.Proofs.IsNonNegative(number)) return;
        var isSize = Builder.Add(Operations.GreaterOrEqual, size, Builder.Integer(0));
        Builder.Require(new(reading.Guards.Relax(isSize), size, new(RuleKind.Size, "", subject, "zero or greater", reading.Quote(use))));
        if (reading.Guards.Condition is null && Builder.IsOutermost(size)) reading.Proofs.Learn(number);
    }

    /// <summary>Two whole numbers are the same: where a piece of an array begins, and where the one before it ended.</summary>
    public void RequireEqual(Linear actual, Linear needed, string array, string requirement, Source source)
    {
        if (actual.IsSame(needed)) return;
        RequireLength(actual.In(Builder), needed.In(Builder), array, requirement, source);
    }
}
