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
    /// <returns>The index, or where it need not lie there, one that does.</returns>
    public Value RequireIndex(Value index, Linear limit, string array, IOperation use)
    {
        var at = reading.Proofs.LinearOf(index);
        var conditions = new List<Value>();
        var end = new Lazy<Value>(() => limit.In(Builder));
        if (!reading.Proofs.IsNonNegative(at)) conditions.Add(Builder.Add(Operations.GreaterOrEqual, index, Builder.Integer(0)));
        if (!reading.Proofs.IsLess(at, limit)) conditions.Add(Builder.Add(Operations.Less, index, end.Value));
        if (conditions.Count == 0) return index;
        if (reading.Knowledge.Of(index) == Known.Latents) throw reading.Refused(Descriptors.IndexFromLatents, use, use.Syntax.ToString());
        var isInside = reading.Guards.Relax(conditions.Aggregate((a, b) => Builder.Add(Operations.And, a, b)));
        Builder.Require(new(isInside, index, new(RuleKind.Index, "", array, "", reading.Quote(use)), end.Value));
        if (reading.Guards.Condition is not null) return reading.Guards.OrZero(index);
        reading.Proofs.Learn(at);
        reading.Proofs.Learn(limit - at - 1);
        return index;
    }

    /// <summary>An array has as many elements as a plate has iterations, or another array elements.</summary>
    public void RequireLength(ArrayContent array, Value size, IOperation use, string requirement) =>
        RequireLength(array.Sizes[0], size, array.Name ?? Quotation.OneLine(use), requirement, reading.Quote(use));

    public void RequireLength(Value length, Value size, string array, string requirement, Source source)
    {
        if (AreSame(length, size) || !_compared.Add((length, size, reading.Guards.Condition))) return;
        var isSame = reading.Guards.Relax(Builder.Add(Operations.Equal, length, size));
        Builder.Require(new(isSame, length, new(RuleKind.Length, "", array, requirement, source), size));
        if (reading.Guards.Condition is null) LearnSame(length, size);
    }

    /// <summary>Whether two sizes are the same in any case.</summary>
    public bool AreSame(Value length, Value size)
    {
        var difference = reading.Proofs.LinearOf(length) - reading.Proofs.LinearOf(size);
        return reading.Proofs.IsNonNegative(difference) && reading.Proofs.IsNonNegative(Linear.Of(0) - difference);
    }

    /// <summary>Learns that two sizes are the same.</summary>
    public void LearnSame(Value length, Value size)
    {
        var difference = Linear.Of(Builder, length) - Linear.Of(Builder, size);
        reading.Proofs.Learn(difference);
        reading.Proofs.Learn(Linear.Of(0) - difference);
    }

    /// <summary>A size is not negative.</summary>
    public void RequireSize(Value size, string subject, IOperation use)
    {
        var number = reading.Proofs.LinearOf(size);
        if (reading.Proofs.IsNonNegative(number)) return;
        var isSize = Builder.Add(Operations.GreaterOrEqual, size, Builder.Integer(0));
        Builder.Require(new(reading.Guards.Relax(isSize), size, new(RuleKind.Size, "", subject, "zero or greater", reading.Quote(use))));
        if (reading.Guards.Condition is null) reading.Proofs.Learn(number);
    }

    /// <summary>A whole number by which another is divided is not 0.</summary>
    /// <returns>The divisor, or where it may be 0 one that is not.</returns>
    public Value RequireDivisor(Value divisor, IOperation use)
    {
        if (reading.Proofs.LinearOf(divisor).Number is { } number && number != 0) return divisor;
        if (reading.Knowledge.Of(divisor) == Known.Latents) throw reading.Unsupported(use, "a whole number that depends on latents is no divisor; divide numbers of double");
        var isDivisor = Builder.Add(Operations.Not, Builder.Add(Operations.Equal, divisor, Builder.Integer(0)));
        Builder.Require(new(reading.Guards.Relax(isDivisor), divisor, new(RuleKind.Size, "", "a divisor", "other than 0", reading.Quote(use))));
        return reading.Guards.Condition is { } condition ? Builder.Add(Operations.Select, condition, divisor, Builder.Integer(1)) : divisor;
    }

    /// <summary>Two whole numbers are the same: where a piece of an array begins, and where the one before it ended.</summary>
    public void RequireEqual(Linear actual, Linear needed, string array, string requirement, Source source)
    {
        if (actual.IsSame(needed)) return;
        RequireLength(actual.In(Builder), needed.In(Builder), array, requirement, source);
    }
}
