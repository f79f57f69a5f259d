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
            var bound = Sum(terms.Where(term => _scopes.TimeOf(term.Key) == Time.Bind));
            var late = Sum(terms.Where(term => _scopes.TimeOf(term.Key) == Time.Evaluate));
            var sum = (bound, late) switch
            {
                ({ } a, { } b) => Builder.Add(Operations.Add, Builder.Name(a, "logDensityConstant"), b),
                _ => late ?? bound ?? Builder.Number(0),
            };
            return Builder.Name(sum, "logDensity");
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

        private Value? Sum(IEnumerable<KeyValuePair<Value, double>> terms)
        {
            Term? sum = null;
            foreach (var (value, factor) in terms.Select(term => (new Term(Builder, Map(term.Key)), term.Value)))
                sum = sum is { } known ? known + factor * value : factor * value;
            return sum?.In(Builder);
        }
    }
}
