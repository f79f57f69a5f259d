using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Adds up logarithms of factors between 1 and 2 as the logarithm of their product, in sums of softplus(x) over a plate.</summary>
/// <remarks>
/// softplus(x) = max(x, 0) + log(1 + exp(−|x|)). Only the first part is left in the sum; the factors 1 + exp(−|x|) of a tile are multiplied, and one logarithm
/// serves them all. A logistic(x) of the same plate shares exponential and factor. What is not given has the factor 1.
/// The error is one rounding of a factor for each row: some 10⁻¹⁶, also where the row's own softplus is far smaller. It relates to the size of the log density's terms, and
/// no derivative comes from it. Where a softplus has another coefficient than 1 or −1, or is used twice, it stays.
/// </remarks>
internal static class JoinLogarithms
{
    /// <summary>The most factors of a row: those of a lane's 32 rows in a tile are then at most 2²⁵⁶.</summary>
    private const int MostFactors = 8;

    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Joiner(kernel).Run());

    private sealed class Joiner(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private readonly Dictionary<Value, int> _uses = Uses.Count(kernel);
        private readonly HashSet<Value> _arguments = [];
        private HashSet<Value> _termSums = [];
        private int _unused = -1;

        public Kernel Run()
        {
            _termSums = TermSums.Of(kernel, _scopes);
            return Rebuild(kernel);
        }

        protected override void Rewrite(Loop loop)
        {
            if (Indices.Count > 0 || !LoopShape.IsFlat(loop))
            {
                base.Rewrite(loop);
                return;
            }

            var logarithms = loop.Yields.Where(yield => yield.Kind == YieldKind.Sum && _termSums.Contains(yield.Result)).ToDictionary(yield => yield, yield => LogarithmsOf(loop, yield));
            _arguments.UnionWith(logarithms.Values.SelectMany(found => found).Select(logarithm => logarithm.Argument));

            var index = Open(loop);
            Rewrite(loop.Body);
            var products = logarithms.SelectMany(found => found.Value.GroupBy(logarithm => logarithm.Sign, (sign, same) => (Sum: found.Key, Sign: sign, Product: ProductOf([.. same])))).ToList();
            Close(loop, index, [.. loop.Yields.Select(yield => ((Yield?)yield, Rewrite(yield))), .. products.Select(product => ((Yield?)null, product.Product))]);
            foreach (var (sum, sign, product) in products)
                Bind(sum.Result, Builder.Add(sign > 0 ? Operations.Add : Operations.Subtract, Map(sum.Result), Map(product.Result)));
            _arguments.Clear();
        }

        protected override void Rewrite(Define define)
        {
            if ((define.Op != Operations.Softplus && define.Op != Operations.Logistic) || !_arguments.Contains(define.Arguments[0]))
            {
                base.Rewrite(define);
                return;
            }

            var x = new Term(Builder, Map(define.Arguments[0]));
            var (form, name) = define.Op == Operations.Softplus ? (Term.Select(x > 0, x, 0), "positivePart") : (Term.Select(x < 0, DecayOf(x), 1) / FactorOf(x), "logistic");
            Bind(define.Result, Builder.Name(form.In(Builder), define.Name ?? name));
        }

        private Term DecayOf(Term x) => new(Builder, Builder.Add(Operations.Exp, [(-Term.Of(Operations.Abs, x)).In(Builder)], "decay"));

        private Term FactorOf(Term x) => new(Builder, Builder.Add(Operations.Add, [Builder.Number(1), DecayOf(x).In(Builder)], "factor"));

        /// <summary>The sum of the logarithms of the factors that belong to some summands.</summary>
        private Yield ProductOf(IReadOnlyList<Logarithm> logarithms)
        {
            var factors = logarithms.Select(logarithm =>
            {
                var factor = FactorOf(new(Builder, Map(logarithm.Argument)));
                return logarithm.Mask is { } mask ? Term.Select(new(Builder, Map(mask)), factor, 1) : factor;
            });
            return new(YieldKind.LogProduct, new(_unused--, IrType.Real), factors.Aggregate((a, b) => a * b).In(Builder), Name: "sumLogFactor");
        }

        /// <summary>The softplus functions that a sum adds up as they are, in no place but this one; none where there are too many.</summary>
        private IReadOnlyList<Logarithm> LogarithmsOf(Loop loop, Yield sum)
        {
            var found = new List<Logarithm>();
            Find(sum.Element, 1, null);
            return found.Count <= MostFactors ? found : [];

            void Find(Value value, int sign, Value? mask)
            {
                if (_scopes.LoopOf(value) != loop || _uses[value] != 1 || _scopes.DefinitionOf(value) is not { } define) return;
                switch (define.Op.Name)
                {
                    case "softplus":
                        found.Add(new(define.Arguments[0], sign, mask));
                        break;
                    case "neg":
                        Find(define.Arguments[0], -sign, mask);
                        break;
                    case "add" or "sub":
                        Find(define.Arguments[0], sign, mask);
                        Find(define.Arguments[1], define.Op == Operations.Subtract ? -sign : sign, mask);
                        break;
                    case "select" when mask is null && _scopes.NumberOf(define.Arguments[2]) == 0:
                        Find(define.Arguments[1], sign, define.Arguments[0]);
                        break;
                }
            }
        }
    }

    /// <summary>One softplus of a sum.</summary>
    /// <param name="Argument">Its argument, in the old block.</param>
    /// <param name="Sign">1, or −1 where it is subtracted.</param>
    /// <param name="Mask">The condition, in the old block, on which it counts; null where it always does.</param>
    private sealed record Logarithm(Value Argument, int Sign, Value? Mask);
}
