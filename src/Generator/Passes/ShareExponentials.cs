using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Computes the logistic and the softplus of one argument from one exponential: e = exp(−|q|).</summary>
/// <remarks>
/// σ(q) is 1 / (1 + e) for q ≥ 0 and e / (1 + e) below; log(1 + exp(q)) is max(q, 0) + log(1 + e). Neither loses digits or overflows.
/// Comes last: the derivatives know the two functions by name.
/// </remarks>
internal static class ShareExponentials
{
    public static Kernel Run(Kernel kernel) => new Sharer(kernel).Run();

    private sealed class Sharer(Kernel kernel) : Rewriter
    {
        private readonly HashSet<Value> _shared = [.. Arguments(kernel.Body, Operations.Logistic).Intersect(Arguments(kernel.Body, Operations.Softplus))];

        private readonly Scopes _scopes = new(kernel.Body);

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Define define)
        {
            if (define.Arguments.Count != 1 || !_shared.Contains(define.Arguments[0]) || (define.Op != Operations.Logistic && define.Op != Operations.Softplus))
            {
                base.Rewrite(define);
                return;
            }

            var q = new Term(Builder, Map(define.Arguments[0]));
            var e = Term.Of(Operations.Exp, -Term.Of(Operations.Abs, q));
            var result = define.Op == Operations.Logistic
                ? Term.Select(q >= 0, 1, e) / (1 + e)
                : Term.Of(Operations.Max, q, 0) + Term.Of(Operations.Log1p, e);
            string? name = define.Name ?? Naming.Describe(define.Result, _scopes.DefinitionOf);
            Bind(define.Result, Builder.Name(result.In(Builder), name));
        }

        private static IEnumerable<Value> Arguments(Sequence<Statement> body, Op op) => body.SelectMany(statement =>
            statement is Loop loop ? Arguments(loop.Body, op)
            : statement is Define define && define.Op == op ? [define.Arguments[0]]
            : []);
    }
}
