using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Takes out of a plate's sum whatever does not depend on the plate or on the position.</summary>
/// <remarks>
/// A summand is a linear combination Σ c·v. Coefficients c from outside the loop multiply the sum of v afterwards; a summand without
/// elements becomes n·c; summands that are known when data are bound get a sum of their own, which is then computed once. A division by
/// something known earlier than its numerator becomes a product with the reciprocal, which moves to that time.
/// </remarks>
internal static class HoistInvariants
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(Simplify.Run(new Hoister(kernel).Run()));

    private sealed class Hoister(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private int _unused = -1;

        public Kernel Run()
        {
            Rewrite(kernel.Body);
            var outputs = kernel.Outputs.Select(output => output with { Value = Map(output.Value) }).ToSequence();
            return new(kernel.Name, Builder.Finish(), outputs);
        }

        protected override void Rewrite(Define define)
        {
            if (define.Op == Operations.Divide && _scopes.NumberOf(define.Arguments[1]) is null && IsKnownEarlier(define.Arguments[1], define.Arguments[0]))
            {
                var reciprocal = Builder.Add(Operations.Divide, Builder.Number(1), Map(define.Arguments[1]));
                Bind(define.Result, Builder.Add(Operations.Multiply, [Map(define.Arguments[0]), reciprocal], define.Name));
                return;
            }

            base.Rewrite(define);
        }

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
                    yields.Add((yield, yield with { Element = Map(yield.Element), At = yield.At is { } at ? Map(at) : null }));
                    continue;
                }

                var parts = Split(loop, yield);
                sums.Add((yield, parts));
                yields.AddRange(parts.Where(part => part.Sum is not null).Select(part => ((Yield?)null, part.Sum!)));
            }

            Close(loop, index, [.. yields]);
            foreach (var (old, parts) in sums) Bind(old.Result, Total(loop, parts));
        }

        private bool IsKnownEarlier(Value divisor, Value numerator)
        {
            if (_scopes.TimeOf(divisor) != _scopes.TimeOf(numerator)) return _scopes.TimeOf(divisor) < _scopes.TimeOf(numerator);
            return _scopes.LoopOf(divisor) is null && _scopes.LoopOf(numerator) is not null;
        }

        /// <summary>The parts of a sum: one for each coefficient and time, and one of summands without elements.</summary>
        private List<Part> Split(Loop loop, Yield yield)
        {
            var summands = new List<Summand>();
            Collect(loop, yield.Element, new Coefficient(1, []), summands);
            var parts = new List<Part>();
            foreach (var group in summands.GroupBy(summand => (summand.Coefficient.Unsigned, Time: summand.Element is { } element ? (Time?)_scopes.TimeOf(element) : null)))
            {
                var coefficient = group.Key.Unsigned;
                if (group.Key.Time is null)
                {
                    parts.Add(new(coefficient with { Number = group.Sum(summand => summand.Coefficient.Number) }, null));
                    continue;
                }

                // The sign of the first summand goes outside, those of the others are relative to it.
                double sign = Math.Sign(group.First().Coefficient.Number);
                var element = group.Select(summand => Signed(summand, sign)).Aggregate((a, b) => a + b).In(Builder);
                parts.Add(new(coefficient with { Number = sign * coefficient.Number }, new Yield(YieldKind.Sum, new(_unused--, IrType.Real), element, Name: yield.Name)));
            }

            return parts;
        }

        private Term Signed(Summand summand, double sign)
        {
            var element = new Term(Builder, Map(summand.Element!.Value));
            return sign * summand.Coefficient.Number < 0 ? -element : element;
        }

        private void Collect(Loop loop, Value value, Coefficient coefficient, List<Summand> summands)
        {
            bool IsOutside(Value candidate) => _scopes.LoopOf(candidate) != loop;
            if (IsOutside(value))
            {
                summands.Add(new(coefficient.Times(_scopes, value), null));
                return;
            }

            var define = _scopes.DefinitionOf(value);
            var (a, b) = define is { Arguments.Count: > 0 } ? (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]) : default;
            switch (define?.Op.Name)
            {
                case "add":
                    Collect(loop, a, coefficient, summands);
                    Collect(loop, b, coefficient, summands);
                    break;
                case "sub":
                    Collect(loop, a, coefficient, summands);
                    Collect(loop, b, coefficient with { Number = -coefficient.Number }, summands);
                    break;
                case "neg":
                    Collect(loop, a, coefficient with { Number = -coefficient.Number }, summands);
                    break;
                case "mul" when IsOutside(a):
                    Collect(loop, b, coefficient.Times(_scopes, a), summands);
                    break;
                case "mul" when IsOutside(b):
                    Collect(loop, a, coefficient.Times(_scopes, b), summands);
                    break;
                case "div" when IsOutside(b):
                    Collect(loop, a, coefficient.DividedBy(b), summands);
                    break;
                default:
                    summands.Add(new(coefficient, value));
                    break;
            }
        }

        private Value Total(Loop loop, List<Part> parts)
        {
            Value? total = null;
            foreach (var part in parts)
            {
                var amount = part.Sum is { } sum ? new Term(Builder, Map(sum.Result)) : new Term(Builder, Builder.Add(Operations.ToReal, Map(loop.Extent)));
                foreach (var (factor, isDivisor) in part.Coefficient.Factors)
                    amount = isDivisor ? amount / new Term(Builder, Map(factor)) : new Term(Builder, Map(factor)) * amount;
                var value = (part.Coefficient.Number * amount).In(Builder);
                total = total is { } present ? Builder.Add(Operations.Add, present, value) : value;
            }

            return total ?? Builder.Number(0);
        }
    }

    /// <summary>A number times and divided by values from outside the loop.</summary>
    private sealed record Coefficient(double Number, Sequence<(Value Value, bool IsDivisor)> Factors)
    {
        public Coefficient Unsigned => this with { Number = Math.Abs(Number) };

        public Coefficient Times(Scopes scopes, Value value) =>
            scopes.NumberOf(value) is { } number
                ? this with { Number = Number * number }
                : this with { Factors = Factors.Append((value, false)).ToSequence() };

        public Coefficient DividedBy(Value value) => this with { Factors = Factors.Append((value, true)).ToSequence() };
    }

    /// <summary>One summand; without an element it is the coefficient alone.</summary>
    private sealed record Summand(Coefficient Coefficient, Value? Element);

    /// <summary>A part of a sum; without a sum it stands for one coefficient in each iteration.</summary>
    private sealed record Part(Coefficient Coefficient, Yield? Sum);
}
