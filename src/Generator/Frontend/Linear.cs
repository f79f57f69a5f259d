using System.Collections.Immutable;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>A whole number as a sum: a constant and multiples of values. Two indices with the same sum are the same.</summary>
internal sealed class Linear
{
    private readonly ImmutableSortedDictionary<int, (Value Value, int Factor)> _terms;

    private Linear(int constant, ImmutableSortedDictionary<int, (Value Value, int Factor)> terms) => (Constant, _terms) = (constant, terms);

    public int Constant { get; }

    public IEnumerable<(Value Value, int Factor)> Terms => _terms.Values;

    /// <summary>The constant, where there is nothing else.</summary>
    public int? Number => _terms.IsEmpty ? Constant : null;

    public static Linear Of(int number) => new(number, ImmutableSortedDictionary<int, (Value, int)>.Empty);

    public static Linear Of(Builder builder, Value value)
    {
        if (builder.DefinitionOf(value) is { } define)
        {
            Linear Part(int i) => Of(builder, define.Arguments[i]);
            if (define.Op == Operations.Integer) return Of((int)define.Immediate.Number);
            if (define.Op == Operations.IndexAdd) return Part(0) + Part(1);
            if (define.Op == Operations.IndexSubtract) return Part(0) - Part(1);
            if (define.Op == Operations.IndexMultiply && Part(0).Number is { } left) return Part(1).Times(left);
            if (define.Op == Operations.IndexMultiply && Part(1).Number is { } right) return Part(0).Times(right);
        }

        return new(0, ImmutableSortedDictionary<int, (Value, int)>.Empty.Add(value.Id, (value, 1)));
    }

    public static Linear operator +(Linear a, Linear b)
    {
        var terms = a._terms;
        foreach (var (value, factor) in b.Terms)
        {
            int sum = a.FactorOf(value) + factor;
            terms = sum == 0 ? terms.Remove(value.Id) : terms.SetItem(value.Id, (value, sum));
        }

        return new(a.Constant + b.Constant, terms);
    }

    public static Linear operator -(Linear a, Linear b) => a + b.Times(-1);

    public static Linear operator +(Linear a, int b) => a + Of(b);

    public static Linear operator -(Linear a, int b) => a + Of(-b);

    public int FactorOf(Value value) => _terms.TryGetValue(value.Id, out var term) ? term.Factor : 0;

    /// <summary>The sum with another sum in the place of a value.</summary>
    public Linear With(Value value, Linear replacement)
    {
        int factor = FactorOf(value);
        return factor == 0 ? this : new Linear(Constant, _terms.Remove(value.Id)) + replacement.Times(factor);
    }

    public bool IsSame(Linear other) => (this - other).Number == 0;

    /// <summary>The sum as a value of the IR.</summary>
    public Value In(Builder builder)
    {
        Value? sum = null;
        foreach (var (value, factor) in Terms.OrderBy(term => term.Factor < 0))
        {
            var size = Math.Abs(factor);
            var part = size == 1 ? value : builder.Add(Operations.IndexMultiply, builder.Integer(size), value);
            sum = sum is { } before ? builder.Add(factor < 0 ? Operations.IndexSubtract : Operations.IndexAdd, before, part)
                : factor > 0 ? part
                : builder.Add(Operations.IndexSubtract, builder.Integer(0), part);
        }

        if (sum is not { } total) return builder.Integer(Constant);
        return Constant == 0 ? total
            : Constant > 0 ? builder.Add(Operations.IndexAdd, total, builder.Integer(Constant))
            : builder.Add(Operations.IndexSubtract, total, builder.Integer(-Constant));
    }

    private Linear Times(int factor) => factor == 0 ? Of(0) : new(Constant * factor, _terms.ToImmutableSortedDictionary(term => term.Key, term => (term.Value.Value, term.Value.Factor * factor)));
}
