using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Adds up the summands of the log density that data alone decide, so that one bound number remains of them.</summary>
/// <remarks>The log density is a sum of many terms; equal ones of opposite sign, such as a uniform density and its Jacobian's width, cancel here.</remarks>
internal static class CollectConstants
{
    public static Kernel Run(Kernel kernel) => new Collector(kernel).Run();

    private sealed class Collector(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);

        public Kernel Run()
        {
            Rewrite(kernel.Body);
            var outputs = kernel.Outputs.Select(output => output with { Value = output.Kind == OutputKind.LogDensity ? Collect(output.Value) : Map(output.Value) }).ToSequence();
            return new(kernel.Name, Builder.Finish(), outputs);
        }

        private Value Collect(Value total)
        {
            var factors = new Dictionary<Value, double>();
            Split(total, 1, factors);
            var terms = factors.Where(term => term.Value != 0).ToList();
            var late = Sum(terms.Where(term => _scopes.TimeOf(term.Key) == Time.Evaluate), 1);
            var early = terms.Where(term => _scopes.TimeOf(term.Key) == Time.Bind).ToList();
            if (early.Count == 0) return Builder.Name(late ?? Builder.Number(0), "logDensity");

            // A visibly negative constant is subtracted, so that it keeps its name.
            bool isNegative = early[0].Value < 0;
            var constant = Builder.Name(Sum(early, isNegative ? -1 : 1)!.Value, isNegative ? "logNormalisation" : "logDensityConstant");
            return Builder.Name(late is { } sum ? Builder.Add(isNegative ? Operations.Subtract : Operations.Add, sum, constant) : isNegative ? Builder.Add(Operations.Negate, constant) : constant, "logDensity");
        }

        /// <summary>Writes a value as a sum of other values times numbers.</summary>
        private void Split(Value value, double factor, Dictionary<Value, double> factors)
        {
            var define = _scopes.DefinitionOf(value);
            switch (define?.Op.Name)
            {
                case "add":
                    Split(define.Arguments[0], factor, factors);
                    Split(define.Arguments[1], factor, factors);
                    break;
                case "sub":
                    Split(define.Arguments[0], factor, factors);
                    Split(define.Arguments[1], -factor, factors);
                    break;
                case "neg":
                    Split(define.Arguments[0], -factor, factors);
                    break;
                case "mul" when _scopes.NumberOf(define.Arguments[0]) is { } number:
                    Split(define.Arguments[1], number * factor, factors);
                    break;
                default:
                    factors[value] = factors.TryGetValue(value, out double known) ? known + factor : factor;
                    break;
            }
        }

        private Value? Sum(IEnumerable<KeyValuePair<Value, double>> terms, double sign)
        {
            Term? sum = null;
            foreach (var term in terms)
            {
                var value = sign * term.Value * new Term(Builder, Map(term.Key));
                sum = sum is { } known ? known + value : value;
            }

            return sum?.In(Builder);
        }
    }
}
