using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Takes out of a plate's sum whatever does not depend on the plate or on the position.</summary>
/// <remarks>
/// A summand is a linear combination Σ c·v. Coefficients c from outside the loop multiply the sum of v afterwards; a summand without
/// elements becomes n·c; summands that are known when data are bound get a sum of their own, which is then computed once.
/// What counts only where an element is given, select(given, Σ c·v, 0), is Σ c·select(given, v, 0): each summand has the mask of its own.
/// Only sums that are summands of the log density are taken apart: their summands are terms of their own. To take apart a sum of
/// differences, such as the residuals in a gradient, would lose digits.
/// </remarks>
internal static class HoistInvariants
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(Simplify.Run(new Hoister(kernel).Run()));

    private sealed class Hoister(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private HashSet<Value> _termSums = [];
        private int _unused = -1;

        public Kernel Run()
        {
            _termSums = TermSums.Of(kernel, _scopes);
            return Rebuild(kernel);
        }

        protected override void Rewrite(Define define)
        {
            if (define.Op == Operations.Multiply && _scopes.LoopOf(define.Result) is { } loop && Regroup(define, loop) is { } product)
            {
                Bind(define.Result, Builder.Name(product, define.Name));
                return;
            }

            base.Rewrite(define);
        }

        /// <summary>A product with the factors from outside the loop in front, where they become one; null where they are so already.</summary>
        private Value? Regroup(Define define, Loop loop)
        {
            var factors = Factors(define.Result, loop).ToList();
            var outside = factors.Where(factor => _scopes.LoopOf(factor) != loop).ToList();
            if (outside.Count == 0 || factors.Count == 2) return null;
            var front = outside.Select(Map).Aggregate((a, b) => Builder.Add(Operations.Multiply, a, b));
            return ProductInside(define.Result, loop) is { } rest ? Builder.Add(Operations.Multiply, front, rest) : front;
        }

        /// <summary>A product without its factors from outside the loop, grouped as it was, so that it still shares its parts with others.</summary>
        private Value? ProductInside(Value value, Loop loop)
        {
            if (_scopes.LoopOf(value) != loop) return null;
            if (_scopes.DefinitionOf(value) is not { } define || define.Op != Operations.Multiply) return Map(value);
            var (a, b) = (ProductInside(define.Arguments[0], loop), ProductInside(define.Arguments[1], loop));
            return a is { } left && b is { } right ? Builder.Add(Operations.Multiply, left, right) : a ?? b;
        }

        /// <summary>The factors of a product that is made in a loop.</summary>
        private IEnumerable<Value> Factors(Value value, Loop loop) =>
            _scopes.LoopOf(value) == loop && _scopes.DefinitionOf(value) is { } define && define.Op == Operations.Multiply
                ? define.Arguments.SelectMany(argument => Factors(argument, loop))
                : [value];

        protected override void Rewrite(Loop loop)
        {
            var sums = new List<(Yield Old, List<Part> Parts)>();
            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = new List<(Yield?, Yield)>();
            foreach (var yield in loop.Yields)
            {
                if (yield.Kind != YieldKind.Sum)
                {
                    yields.Add((yield, Rewrite(yield)));
                    continue;
                }

                var parts = Split(loop, yield);
                sums.Add((yield, parts));
                yields.AddRange(parts.Where(part => part.Sum is not null).Select(part => ((Yield?)null, part.Sum!)));
            }

            Close(loop, index, [.. yields]);
            foreach (var (old, parts) in sums) Bind(old.Result, Total(loop, parts));
        }

        /// <summary>The parts of a sum: one for each coefficient and time, and one of summands without elements.</summary>
        private List<Part> Split(Loop loop, Yield yield)
        {
            var summands = new List<Summand>();
            Collect(loop, yield.Element, new Coefficient(1, []), summands, _termSums.Contains(yield.Result));
            var parts = new List<Part>();
            foreach (var group in summands.GroupBy(summand => (summand.Coefficient.Unsigned, summand.Time)))
            {
                var coefficient = group.Key.Unsigned;
                if (group.Key.Time is null)
                {
                    parts.Add(new(coefficient with { Number = group.Sum(summand => summand.Coefficient.Number) }, null));
                    continue;
                }

                // The sign of the first summand goes outside, those of the others are relative to it.
                double sign = Math.Sign(group.First().Coefficient.Number);
                var masked = group.GroupBy(summand => summand.Mask)
                    .Select(same => (Mask: same.Key, Sum: same.Select(summand => Signed(summand, sign)).Aggregate((a, b) => a + b)))
                    .ToList();
                var element = masked.Select(same => same.Mask is { } mask ? Term.Select(new(Builder, mask), same.Sum, 0) : same.Sum).Aggregate((a, b) => a + b).In(Builder);
                string name = masked.Count == 1 && Naming.Describe(masked[0].Sum.In(Builder), Builder.DefinitionOf) is { } what ? "sum" + Naming.Capital(what) : "sum";
                if (masked.Count == 1 && masked[0].Mask is { } counted && Builder.DefinitionOf(masked[0].Sum.In(Builder))?.Op == Operations.Constant)
                    name = Naming.Describe(counted, Builder.DefinitionOf) is { } given ? given + "Count" : "count";
                parts.Add(new(coefficient with { Number = sign * coefficient.Number }, new Yield(YieldKind.Sum, new(_unused--, IrType.Real), element, Name: name)));
            }

            return parts;
        }

        private Term Signed(Summand summand, double sign)
        {
            var element = new Term(Builder, summand.Element!.Value);
            return sign * summand.Coefficient.Number < 0 ? -element : element;
        }

        /// <summary>Writes an element as a sum of summands, and each of these as a coefficient from outside the loop times the rest.</summary>
        /// <param name="takesApart">Whether sums become several summands.</param>
        /// <param name="mask">The condition, of the old block, on which the value counts; null where it always does.</param>
        private void Collect(Loop loop, Value value, Coefficient coefficient, List<Summand> summands, bool takesApart, Value? mask = null)
        {
            bool IsOutside(Value candidate) => _scopes.LoopOf(candidate) != loop;
            if (IsOutside(value))
            {
                coefficient = coefficient.Times(_scopes, value);
                summands.Add(mask is null ? new(coefficient, null, null) : new(coefficient, Builder.Number(1), Time.Bind, Map(mask)));
                return;
            }

            var define = _scopes.DefinitionOf(value);
            var (a, b) = define is { Arguments.Count: > 0 } ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
            switch (define?.Op.Name)
            {
                case "add" when takesApart:
                    Collect(loop, a, coefficient, summands, takesApart, mask);
                    Collect(loop, b, coefficient, summands, takesApart, mask);
                    break;
                case "sub" when takesApart:
                    Collect(loop, a, coefficient, summands, takesApart, mask);
                    Collect(loop, b, coefficient with { Number = -coefficient.Number }, summands, takesApart, mask);
                    break;
                case "neg":
                    Collect(loop, a, coefficient with { Number = -coefficient.Number }, summands, takesApart, mask);
                    break;
                case "select" when IsOutside(a) && _scopes.NumberOf(b) == 0:
                    Collect(loop, define.Arguments[1], coefficient.Where(a), summands, takesApart, mask);
                    break;
                case "select" when mask is null && IsGivenElement(a) && _scopes.NumberOf(b) == 0:
                    Collect(loop, define.Arguments[1], coefficient, summands, takesApart, a);
                    break;
                case "div" when IsOutside(b):
                    Collect(loop, a, coefficient.DividedBy(b), summands, takesApart, mask);
                    break;
                case "mul":
                    var factors = Factors(value, loop).ToList();
                    foreach (var factor in factors.Where(IsOutside)) coefficient = coefficient.Times(_scopes, factor);
                    var inside = factors.Where(factor => !IsOutside(factor)).ToList();
                    if (inside.Count == 1) Collect(loop, inside[0], coefficient, summands, takesApart, mask);
                    else summands.Add(new(coefficient, ProductInside(value, loop), inside.Max(_scopes.TimeOf), Map(mask)));
                    break;
                default:
                    summands.Add(new(coefficient, Map(value), _scopes.TimeOf(value), Map(mask)));
                    break;
            }
        }

        /// <summary>Whether a condition says that an observable's element is given. Other conditions stay where they are: a coefficient beside them may be infinite.</summary>
        private bool IsGivenElement(Value condition) =>
            _scopes.DefinitionOf(condition) is { } load && load.Op == Operations.Load && _scopes.Is(load.Arguments[0], Operations.Given);

        private Value Total(Loop loop, List<Part> parts)
        {
            Value? total = null;
            foreach (var part in parts)
            {
                var amount = part.Sum is { } sum ? new Term(Builder, Map(sum.Result)) : new Term(Builder, Builder.Add(Operations.ToReal, Map(loop.Extent)));
                foreach (var (role, value) in part.Coefficient.Factors)
                {
                    var factor = new Term(Builder, Map(value));
                    amount = role switch
                    {
                        Role.Factor => factor * amount,
                        Role.Divisor => amount / factor,
                        _ => Term.Select(factor, amount, 0),
                    };
                }

                var summand = (part.Coefficient.Number * amount).In(Builder);
                total = total is { } present ? Builder.Add(Operations.Add, present, summand) : summand;
            }

            return total ?? Builder.Number(0);
        }
    }

    /// <summary>What a value from outside the loop does to a sum.</summary>
    private enum Role
    {
        Factor,
        Divisor,

        /// <summary>Where it does not hold, the sum counts as 0.</summary>
        Condition,
    }

    /// <summary>A number times, divided by and conditioned on values from outside the loop.</summary>
    private sealed record Coefficient(double Number, Sequence<(Role Role, Value Value)> Factors)
    {
        public Coefficient Unsigned => this with { Number = Math.Abs(Number) };

        public Coefficient Times(Scopes scopes, Value value) =>
            scopes.NumberOf(value) is { } number
                ? this with { Number = Number * number }
                : this with { Factors = Factors.Append((Role.Factor, value)).ToSequence() };

        public Coefficient DividedBy(Value value) => this with { Factors = Factors.Append((Role.Divisor, value)).ToSequence() };

        public Coefficient Where(Value condition) => this with { Factors = Factors.Append((Role.Condition, condition)).ToSequence() };
    }

    /// <summary>One summand; without an element it is the coefficient alone.</summary>
    /// <param name="Element">In the new block.</param>
    /// <param name="Time">When the element is known.</param>
    /// <param name="Mask">The condition, in the new block, on which the element counts; null where it always does.</param>
    private sealed record Summand(Coefficient Coefficient, Value? Element, Time? Time, Value? Mask = null);

    /// <summary>A part of a sum; without a sum it stands for one coefficient in each iteration.</summary>
    private sealed record Part(Coefficient Coefficient, Yield? Sum);
}
