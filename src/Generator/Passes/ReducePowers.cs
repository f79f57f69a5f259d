using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Writes c^t with a positive number c as exp(t log c): the logarithm is computed once, and an exponential takes half as long as a power.</summary>
internal static class ReducePowers
{
    public static Kernel Run(Kernel kernel) => new Reducer(kernel).Run();

    private sealed class Reducer(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Define define)
        {
            if (define.Op != Operations.Pow || _scopes.NumberOf(define.Arguments[0]) is not > 0 || _scopes.NumberOf(define.Arguments[1]) is not null)
            {
                base.Rewrite(define);
                return;
            }

            var logarithm = Builder.Add(Operations.Log, Map(define.Arguments[0]));
            Bind(define.Result, Builder.Add(Operations.Exp, [Builder.Add(Operations.Multiply, Map(define.Arguments[1]), logarithm)], define.Name));
        }
    }
}
