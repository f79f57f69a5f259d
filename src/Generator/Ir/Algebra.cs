using static ProbModels.Generator.Ir.Operations;

namespace ProbModels.Generator.Ir;

/// <summary>Local algebra: what <see cref="Builder"/> makes of an operation before it adds it.</summary>
/// <remarks>
/// Every rule holds for all finite numbers, up to rounding; none moves a value out of its domain. A rule looks at the definitions of its
/// arguments only, and leaves something smaller, so that building ends.
/// </remarks>
internal static class Algebra
{
    /// <summary>A value that equals <c>op(arguments)</c> and is cheaper, or null.</summary>
    public static Value? Simplify(Builder builder, Op op, Value[] arguments)
    {
        var view = new View(builder);
        if (Fold(view, op, arguments) is { } folded) return folded;
        var (a, b) = (arguments[0], arguments[arguments.Length - 1]);
        return op.Name switch
        {
            "add" => Sum(view, a, b),
            "sub" => Difference(view, a, b),
            "mul" => Product(view, a, b),
            "div" => Quotient(view, a, b),
            "neg" => Negation(view, a),
            "pow" => Power(view, a, b),
            "min" or "max" => a == b ? a : null,
            "exp" => view.Is(a, 0) ? builder.Number(1) : view.Argument(a, Log),
            "log" => view.Is(a, 1) ? builder.Number(0) : view.Argument(a, Exp),
            "and" => view.IsTrue(a) || a == b ? b : view.IsTrue(b) ? a : view.IsFalse(a) ? a : view.IsFalse(b) ? b : null,
            "select" => arguments[1] == arguments[2] || view.IsTrue(a) ? arguments[1] : view.IsFalse(a) ? arguments[2] : null,
            "iadd" => view.Whole(a, b, (x, y) => x + y) ?? (view.IsInteger(a, 0) ? b : view.IsInteger(b, 0) ? a : view.Shifted(a, b, 1)),
            "isub" => view.Whole(a, b, (x, y) => x - y) ?? (view.IsInteger(b, 0) ? a : a == b ? builder.Integer(0) : view.Shifted(a, b, -1)),
            "imul" => view.Whole(a, b, (x, y) => x * y) ?? (view.IsInteger(a, 1) ? b : view.IsInteger(b, 1) ? a : view.IsInteger(a, 0) ? a : view.IsInteger(b, 0) ? b : null),
            "load" when view.Definition(a, Slice) is { } part => builder.Add(Load, part.Arguments[0], builder.Add(IndexAdd, part.Arguments[1], b)),
            "load" => view.Definition(a, Put) is { } put && put.Arguments[1] == b ? put.Arguments[2] : null,
            "length" => view.Definition(a, Slice)?.Arguments[2] ?? view.Definition(a, Blank)?.Arguments[0] ?? (view.Argument(a, Put) is { } before ? builder.Add(Length, before) : null),
            "slice" => view.Definition(a, Slice) is { } whole ? builder.Add(Slice, whole.Arguments[0], builder.Add(IndexAdd, whole.Arguments[1], arguments[1]), arguments[2]) : null,
            "or" => view.IsTrue(a) ? a : view.IsTrue(b) ? b : view.IsFalse(a) ? b : view.IsFalse(b) ? a : view.Argument(a, Not) == b || view.Argument(b, Not) == a ? builder.Boolean(true) : null,
            "not" => view.Truth(a) is { } truth ? builder.Boolean(!truth) : view.Argument(a, Not),
            "real" => view.Definition(a, Integer) is { } integer ? builder.Number(integer.Immediate.Number) : null,
            _ => null,
        };
    }

    /// <summary>Whether a condition compares numbers and holds.</summary>
    public static bool IsTrue(Builder builder, Value condition) => new View(builder).IsTrue(condition);

    private static Value? Fold(View view, Op op, Value[] arguments)
    {
        var numbers = arguments.Select(view.Number).ToArray();
        if (op.Fold is null || numbers.Any(number => number is null)) return null;
        double result = op.Fold(numbers.Select(number => number!.Value).ToArray());
        return double.IsNaN(result) || double.IsInfinity(result) ? null : view.Builder.Number(result);
    }

    private static Value? Sum(View view, Value a, Value b)
    {
        if (view.Is(a, 0)) return b;
        if (view.Is(b, 0)) return a;
        if (view.Opposite(b) is { } minusB) return view.Builder.Add(Subtract, a, minusB);
        if (view.Opposite(a) is { } minusA) return view.Builder.Add(Subtract, b, minusA);
        return LikeTerms(view, a, b, 1) ?? LikeLastTerm(view, a, b, 1);
    }

    private static Value? Difference(View view, Value a, Value b)
    {
        if (view.Is(b, 0)) return a;
        if (view.Is(a, 0)) return view.Builder.Add(Negate, b);
        if (view.Opposite(b) is { } minusB) return view.Builder.Add(Add, a, minusB);
        if (view.Opposite(a) is { } minusA) return view.Builder.Add(Negate, view.Builder.Add(Add, minusA, b));
        return LikeTerms(view, a, b, -1) ?? LikeLastTerm(view, a, b, -1);
    }

    /// <summary>p·x ± q·x = (p ± q)·x for numbers p and q.</summary>
    private static Value? LikeTerms(View view, Value a, Value b, int sign)
    {
        var (p, x) = view.Scaled(a);
        var (q, y) = view.Scaled(b);
        return x == y ? view.Builder.Add(Multiply, view.Builder.Number(p + sign * q), x) : null;
    }

    /// <summary>(c ± p·x) ± q·x = c ± (p ± q)·x for numbers p and q.</summary>
    private static Value? LikeLastTerm(View view, Value a, Value b, int sign)
    {
        if ((view.Definition(a, Add) ?? view.Definition(a, Subtract)) is not { } sum) return null;
        var (p, x) = view.Scaled(sum.Arguments[1]);
        var (q, y) = view.Scaled(b);
        if (x != y) return null;
        int inner = sum.Op == Add ? 1 : -1;
        return view.Builder.Add(Add, sum.Arguments[0], view.Builder.Add(Multiply, view.Builder.Number(inner * p + sign * q), x));
    }

    private static Value? Product(View view, Value a, Value b)
    {
        if (view.Number(b) is not null && view.Number(a) is null) return view.Builder.Add(Multiply, b, a);
        if (view.Number(a) is { } factor)
        {
            if (factor == 0) return view.Builder.Number(0);
            if (factor == 1) return b;
            if (factor == -1) return view.Builder.Add(Negate, b);
            var (inner, x) = view.Scaled(b);
            if (inner != 1) return view.Builder.Add(Multiply, view.Builder.Number(factor * inner), x);
            return view.OuterFactor(b) is var (outer, rest) ? view.Builder.Add(Multiply, view.Builder.Add(Multiply, a, outer), rest) : null;
        }

        // Numbers and signs move to the front, where they meet, but not into a loop.
        var (p, u) = view.Scaled(a);
        var (q, v) = view.Scaled(b);
        if (u != a && view.Builder.IsOutside(a, b)) return q == 1 ? null : view.Builder.Add(Multiply, view.Builder.Add(Multiply, view.Builder.Number(q), a), v);
        if (v != b && view.Builder.IsOutside(b, a)) return p == 1 ? null : view.Builder.Add(Multiply, view.Builder.Add(Multiply, view.Builder.Number(p), b), u);
        return p * q == 1 && u == a && v == b ? null : view.Builder.Add(Multiply, view.Builder.Number(p * q), view.Builder.Add(Multiply, u, v));
    }

    private static Value? Quotient(View view, Value a, Value b)
    {
        if (view.Is(b, 1)) return a;
        if (view.Is(a, 0)) return a;
        if (a == b) return view.Builder.Number(1);
        if (view.Number(b) is { } divisor && IsPowerOfTwo(divisor)) return view.Builder.Add(Multiply, view.Builder.Number(1 / divisor), a);
        if (view.Argument(a, Negate) is { } minusA) return view.Builder.Add(Negate, view.Builder.Add(Divide, minusA, b));
        if (view.Argument(b, Negate) is { } minusB) return view.Builder.Add(Negate, view.Builder.Add(Divide, a, minusB));
        return null;
    }

    /// <summary>Small whole powers as products: faster, and differentiable where the base is negative or zero.</summary>
    private static Value? Power(View view, Value a, Value b) => view.Number(b) switch
    {
        0 => view.Builder.Number(1),
        1 => a,
        2 => view.Builder.Add(Multiply, a, a),
        3 => view.Builder.Add(Multiply, view.Builder.Add(Multiply, a, a), a),
        4 => view.Builder.Add(Pow, view.Builder.Add(Multiply, a, a), view.Builder.Number(2)),
        -1 => view.Builder.Add(Divide, view.Builder.Number(1), a),
        _ => null,
    };

    private static Value? Negation(View view, Value a)
    {
        if (view.Argument(a, Negate) is { } inner) return inner;
        if (view.Definition(a, Subtract) is { } difference) return view.Builder.Add(Subtract, difference.Arguments[1], difference.Arguments[0]);
        var (factor, x) = view.Scaled(a);
        return x == a ? null : view.Builder.Add(Multiply, view.Builder.Number(-factor), x);
    }

    /// <summary>Whether dividing by a number equals multiplying by its reciprocal, to the bit.</summary>
    private static bool IsPowerOfTwo(double number) =>
        number != 0 && (BitConverter.DoubleToInt64Bits(number) & 0xF_FFFF_FFFF_FFFF) == 0 && Math.Abs(number) is > 1e-300 and < 1e300;

    /// <summary>Questions about values.</summary>
    private readonly struct View(Builder builder)
    {
        public Builder Builder => builder;

        public Define? Definition(Value value, Op op) => builder.DefinitionOf(value) is { } define && define.Op == op ? define : null;

        /// <summary>x where the value is <c>op(x)</c>.</summary>
        public Value? Argument(Value value, Op op) => Definition(value, op)?.Arguments[0];

        public double? Number(Value value) => Definition(value, Constant)?.Immediate.Number;

        public bool Is(Value value, double number) => Number(value) is { } actual && actual == number;

        public bool IsInteger(Value value, int number) => Definition(value, Integer) is { } define && define.Immediate.Number == number;

        private double? Literal(Value value) => Number(value) ?? Definition(value, Integer)?.Immediate.Number;

        public bool IsTrue(Value value) => Truth(value) == true;

        public bool IsFalse(Value value) => Truth(value) == false;

        /// <summary>Whether the value, a constant or a comparison of numbers or of a value with itself, holds; null where that is not plain.</summary>
        public bool? Truth(Value value)
        {
            if (Definition(value, Operations.Boolean) is { } constant) return constant.Immediate.Number != 0;
            if (builder.DefinitionOf(value) is not { Arguments.Count: 2 } define) return null;
            if (define.Arguments[0] == define.Arguments[1])
                return define.Op == Equal || define.Op == LessOrEqual || define.Op == GreaterOrEqual ? true : define.Op == Less || define.Op == Greater ? false : null;
            if (Literal(define.Arguments[0]) is not { } a || Literal(define.Arguments[1]) is not { } b) return null;
            return define.Op == Equal ? a == b
                : define.Op == Less ? a < b
                : define.Op == LessOrEqual ? a <= b
                : define.Op == Greater ? a > b
                : define.Op == GreaterOrEqual ? a >= b
                : null;
        }

        /// <summary>The result for two integers that are written out, unless it overflows.</summary>
        public Value? Whole(Value a, Value b, Func<long, long, long> compute)
        {
            if (Definition(a, Integer) is not { } x || Definition(b, Integer) is not { } y) return null;
            long result = compute((long)x.Immediate.Number, (long)y.Immediate.Number);
            return result is >= int.MinValue and <= int.MaxValue ? builder.Integer((int)result) : null;
        }

        /// <summary>(x + p) ± q = x + (p ± q) for integers p and q that are written out.</summary>
        public Value? Shifted(Value a, Value b, int sign)
        {
            if (Definition(b, Integer) is not { } q || (Definition(a, IndexAdd) ?? Definition(a, IndexSubtract)) is not { } sum || Definition(sum.Arguments[1], Integer) is not { } p) return null;
            long shift = (sum.Op == IndexAdd ? 1 : -1) * (long)p.Immediate.Number + sign * (long)q.Immediate.Number;
            if (shift is < -int.MaxValue or > int.MaxValue) return null;
            return builder.Add(shift < 0 ? IndexSubtract : IndexAdd, sum.Arguments[0], builder.Integer((int)Math.Abs(shift)));
        }

        /// <summary>−x where the value is visibly negative: −y, or a negative number times y.</summary>
        public Value? Opposite(Value value)
        {
            if (Argument(value, Negate) is { } negated) return negated;
            var (factor, rest) = Scaled(value);
            return factor < 0 ? builder.Add(Multiply, builder.Number(-factor), rest) : null;
        }

        /// <summary>(c, x) where the value is c·x in a loop, and c no number but from outside it.</summary>
        public (Value Factor, Value Other)? OuterFactor(Value value)
        {
            if (Definition(value, Multiply) is not { } product) return null;
            var (x, y) = (product.Arguments[0], product.Arguments[1]);
            return builder.IsOutside(x, y) ? (x, y) : builder.IsOutside(y, x) ? (y, x) : null;
        }

        /// <summary>(p, x) where the value is p·x with a number p; p is 1 or −1 where none is written.</summary>
        public (double Factor, Value Of) Scaled(Value value)
        {
            if (Argument(value, Negate) is { } negated) return (-1, negated);
            return Definition(value, Multiply) is { } product && Number(product.Arguments[0]) is { } factor
                ? (factor, product.Arguments[1])
                : (1, value);
        }
    }
}
