using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes one operation, rounded once, of a product and the sum that alone uses it, in loops that are computed in vectors.</summary>
/// <remarks>
/// x·y + z is fma(x, y, z); z − x·y is fma(−x, y, z), where the processor negates for nothing. Explicit, so that every processor rounds alike.
/// Comes last, when nothing looks for sums and products any more.
/// </remarks>
internal static class FuseMultiplyAdds
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Fuser(kernel).Run());

    private sealed class Fuser(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private readonly Dictionary<Value, int> _uses = Uses.Count(kernel);
        private Loop? _loop;
        private HashSet<Value> _summands = [];

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Loop loop)
        {
            _loop = LoopShape.IsFlat(loop) && Indices.Count == 0 ? loop : null;
            _summands = [.. loop.Yields.Where(yield => yield.Kind == YieldKind.Sum).Select(yield => yield.Element)];
            base.Rewrite(loop);
            _loop = null;
        }

        protected override void Rewrite(Define define)
        {
            if (Fused(define) is { } fused) Bind(define.Result, Builder.Name(fused, define.Name));
            else base.Rewrite(define);
        }

        private Value? Fused(Define define)
        {
            if (_loop is null) return null;
            var (a, b) = define.Arguments.Count == 2 ? (define.Arguments[0], define.Arguments[1]) : default;
            if (define.Op == Operations.Add)
                return ProductOf(a) is { } left ? Fma(left, Map(b)) : ProductOf(b) is { } right ? Fma(right, Map(a)) : null;
            if (define.Op == Operations.Subtract)
                return ProductOf(b) is { } subtrahend ? Fma(Negated(subtrahend), Map(a)) : ProductOf(a) is { } minuend ? Fma(minuend, Builder.Add(Operations.Negate, Map(b))) : null;

            // A sum adds what it is given: a choice between a product and 0 becomes a product of choices.
            return define.Op == Operations.Select && _summands.Contains(define.Result) && _uses[define.Result] == 1 && ProductOf(define.Result) is { } product
                ? Builder.Add(Operations.Multiply, product.X, product.Y)
                : null;
        }

        private Value Fma((Value X, Value Y) product, Value summand) => Builder.Add(Operations.Fma, product.X, product.Y, summand);

        /// <summary>−x·y. What is negated in the loop costs nothing; a number from outside would become another one.</summary>
        private (Value X, Value Y) Negated((Value X, Value Y) product) =>
            Builder.IsOutermost(product.X) && Builder.DefinitionOf(product.X)?.Op != Operations.Constant
                ? (Builder.Add(Operations.Negate, product.Y), product.X)
                : (Builder.Add(Operations.Negate, product.X), product.Y);

        /// <summary>The factors, in the new block, of a product of this loop that nothing else uses; of a choice between a product and 0, factors that are chosen each, but for a number.</summary>
        private (Value X, Value Y)? ProductOf(Value value)
        {
            if (_scopes.DefinitionOf(value) is not { } define || _scopes.LoopOf(value) != _loop || _uses[value] != 1) return null;
            if (define.Op == Operations.Multiply) return (Map(define.Arguments[0]), Map(define.Arguments[1]));
            if (define.Op != Operations.Select || _scopes.NumberOf(define.Arguments[2]) != 0 || ProductOf(define.Arguments[1]) is not { } product) return null;
            var condition = Map(define.Arguments[0]);
            Value Chosen(Value factor) => Builder.DefinitionOf(factor)?.Op == Operations.Constant ? factor : Builder.Add(Operations.Select, condition, factor, Builder.Number(0));
            return (Chosen(product.X), Chosen(product.Y));
        }
    }
}
