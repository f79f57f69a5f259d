using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes a division by something that is known earlier than its numerator a product with the reciprocal, which is then known earlier too.</summary>
/// <remarks>In a plate, where each element would be divided, so do numbers: a vector of divisions takes as long as sixteen products.</remarks>
internal static class TakeReciprocals
{
    public static Kernel Run(Kernel kernel) => new Taker(kernel).Run();

    private sealed class Taker(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Define define)
        {
            if (define.Op != Operations.Divide || !IsKnownEarlier(define.Arguments[1], define.Arguments[0]))
            {
                base.Rewrite(define);
                return;
            }

            var reciprocal = Builder.Add(Operations.Divide, Builder.Number(1), Map(define.Arguments[1]));
            Bind(define.Result, Builder.Add(Operations.Multiply, [Map(define.Arguments[0]), reciprocal], define.Name));
        }

        private bool IsKnownEarlier(Value divisor, Value numerator)
        {
            if (_scopes.NumberOf(divisor) is { } number) return number != 0 && _scopes.LoopOf(numerator) is not null && _scopes.TimeOf(numerator) == Time.Evaluate;
            if (_scopes.TimeOf(divisor) != _scopes.TimeOf(numerator)) return _scopes.TimeOf(divisor) < _scopes.TimeOf(numerator);
            return _scopes.LoopOf(divisor) is null && _scopes.LoopOf(numerator) is not null;
        }
    }
}
