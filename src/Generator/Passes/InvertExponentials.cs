using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Writes a division by an exponential, in plates, as a product with the exponential of the opposite: a / exp(t) is a · exp(−t).</summary>
/// <remarks>
/// A vector of divisions takes longer than one of exponentials, and the derivative of a quotient divides again. Where nothing but divisions needs exp(t), it
/// is not computed any more: the rule exp(t) &gt; 0 is the comparison of t with the greatest number whose exponential is 0.
/// exp(t) is subnormal, and has lost digits, where exp(−t) is infinite. There a is multiplied by the greatest exponential that is a number instead, so that 0 stays 0.
/// Comes before differentiation.
/// </remarks>
internal static class InvertExponentials
{
    /// <summary>The greatest number whose exponential, as the library computes it, is 0.</summary>
    public const double GreatestOfZero = -745.1332191019412;

    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Inverter(kernel).Run());

    private sealed class Inverter(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);

        /// <summary>The exponentials of the current loop by which it only divides.</summary>
        private HashSet<Value> _divisors = [];

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Loop loop)
        {
            if (Indices.Count == 0 && LoopShape.IsFlat(loop)) _divisors = DivisorsOf(loop);
            base.Rewrite(loop);
            if (Indices.Count == 0) _divisors = [];
        }

        protected override void Rewrite(Statement statement)
        {
            // What an evaluation refuses it refuses without naming the value: the opposite of the argument stands for it.
            if (statement is Require require && _divisors.Contains(require.Subject)) Builder.Require(require with { Condition = Map(require.Condition), Subject = OppositeOf(require.Subject) });
            else base.Rewrite(statement);
        }

        protected override void Rewrite(Define define)
        {
            if (_divisors.Contains(define.Result)) return;
            if (define.Op == Operations.Divide && _divisors.Contains(define.Arguments[1]))
                Bind(define.Result, Builder.Add(Operations.Multiply, [Map(define.Arguments[0]), Builder.Add(Operations.FiniteExp, OppositeOf(define.Arguments[1]))], define.Name));
            else if (IsPositive(define, out var exponential) && _divisors.Contains(exponential))
                Bind(define.Result, Builder.Add(Operations.Less, [OppositeOf(exponential), Builder.Number(-GreatestOfZero)], define.Name));
            else
                base.Rewrite(define);
        }

        private Value OppositeOf(Value exponential) => Builder.Add(Operations.Negate, Map(_scopes.DefinitionOf(exponential)!.Arguments[0]));

        private HashSet<Value> DivisorsOf(Loop loop)
        {
            var defines = loop.Body.OfType<Define>().ToList();
            var divisors = new HashSet<Value>(defines.Where(define => define.Op == Operations.Divide && IsExponential(define.Arguments[1], loop)).Select(define => define.Arguments[1]));
            foreach (var define in defines.Where(define => !IsPositive(define, out _)))
                divisors.ExceptWith(define.Op == Operations.Divide ? [define.Arguments[0]] : define.Arguments);
            divisors.ExceptWith(loop.Yields.SelectMany(Uses.Of));
            return divisors;
        }

        private bool IsExponential(Value value, Loop loop) => _scopes.Is(value, Operations.Exp) && _scopes.LoopOf(value) == loop && _scopes.TimeOf(value) == Time.Evaluate;

        /// <summary>Whether a definition says that a value is positive.</summary>
        private bool IsPositive(Define define, out Value value)
        {
            value = define.Arguments.Count > 0 ? define.Arguments[0] : default;
            return define.Op == Operations.Greater && _scopes.NumberOf(define.Arguments[1]) == 0;
        }
    }
}
