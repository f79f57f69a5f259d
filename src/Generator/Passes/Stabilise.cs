using ProbModels.Generator.Ir;
using static ProbModels.Generator.Ir.Operations;

namespace ProbModels.Generator.Passes;

/// <summary>Writes formulas that lose digits, or leave the range of doubles on the way, in their stable forms.</summary>
/// <remarks>
/// Comes before differentiation, so that derivatives are those of the stable forms. A count or a choice that is modelled through an
/// exponential or a logistic function becomes one of its logarithm: the logarithm of the rate, or the log odds, is never left.
/// </remarks>
internal static class Stabilise
{
    /// <summary>The model in stable forms, and what was rewritten, in words, each once.</summary>
    public static (Model Model, Sequence<string> Notes) Run(Model model) => new Stabiliser().Run(model);

    private sealed class Stabiliser : Rewriter
    {
        private readonly List<string> _notes = [];

        public (Model, Sequence<string>) Run(Model model)
        {
            Rewrite(model.Body);
            return (model with { Body = Builder.Finish() }, _notes.Distinct().ToSequence());
        }

        protected override void Rewrite(Define define)
        {
            base.Rewrite(define);

            // A rewritten formula may be part of another: until there is nothing to do.
            while (Builder.DefinitionOf(Map(define.Result)) is { } made && Stable(made) is { } stable)
            {
                _notes.Add(stable.Note);
                Bind(define.Result, Builder.Name(stable.Form.In(Builder), define.Name));
            }
        }

        private (Term Form, string Note)? Stable(Define define)
        {
            if (define.Arguments.Count is not (1 or 2)) return null;
            var (a, b) = (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]);
            return define.Op.Name switch
            {
                "log" => StableLog(a),
                "log1p" => StableLog1p(a),
                "sub" => StableDifference(a, b),
                "xlogy" when StableLog(b) is { } log => (Of(a) * log.Form, log.Note),
                _ => null,
            };
        }

        private (Term Form, string Note)? StableLog(Value x)
        {
            if (Builder.DefinitionOf(x) is not { } define || define.Arguments.Count == 0) return null;
            var (a, b) = (define.Arguments[0], define.Arguments[define.Arguments.Count - 1]);
            switch (define.Op.Name)
            {
                case "exp":
                    return (Of(a), "log(exp(t)) is t");
                case "add" when IsOne(a):
                    return (Term.Of(Log1p, Of(b)), "log(1 + t) is log1p(t)");
                case "add" when IsOne(b):
                    return (Term.Of(Log1p, Of(a)), "log(1 + t) is log1p(t)");
                case "add" when Argument(a, Exp) is { } s && Argument(b, Exp) is { } t:
                    return (Term.Of(LogAddExp, Of(s), Of(t)), "log(exp(s) + exp(t)) is taken from the greater of s and t");
                case "sub" when IsOne(a):
                    return (Term.Of(Log1p, -Of(b)), "log(1 - t) is log1p(-t)");
                case "logistic":
                    return (-Term.Of(Softplus, -Of(a)), "log(logistic(t)) is -softplus(-t)");
                case "pow" when Number(a) is > 0:
                    return (Of(b) * Term.Of(Log, Of(a)), "log(c^t) is t log(c)");
                case "sqrt":
                    return (0.5 * Term.Of(Log, Of(a)), "log(sqrt(t)) is log(t) / 2");
                case "mul" when Number(a) is > 0 && StableLog(b) is { } log:
                    return (Term.Of(Log, Of(a)) + log.Form, "log(c t) is log(c) + log(t), and " + log.Note);
                case "div" when Number(b) is > 0 && StableLog(a) is { } log:
                    return (log.Form - Term.Of(Log, Of(b)), "log(t / c) is log(t) - log(c), and " + log.Note);
                default:
                    return null;
            }
        }

        private (Term, string)? StableLog1p(Value x)
        {
            if (Argument(x, Exp) is { } t) return (Term.Of(Softplus, Of(t)), "log1p(exp(t)) is softplus(t)");
            if (Argument(x, Negate) is { } minus && Argument(minus, Logistic) is { } s) return (-Term.Of(Softplus, Of(s)), "log1p(-logistic(t)) is -softplus(t)");
            return null;
        }

        private (Term, string)? StableDifference(Value a, Value b)
        {
            if (Argument(a, Exp) is { } s && IsOne(b)) return (Term.Of(Expm1, Of(s)), "exp(t) - 1 is expm1(t)");
            if (Argument(b, Exp) is { } t && IsOne(a)) return (-Term.Of(Expm1, Of(t)), "1 - exp(t) is -expm1(t)");
            if (Argument(b, Logistic) is { } q && IsOne(a)) return (Term.Of(Logistic, -Of(q)), "1 - logistic(t) is logistic(-t)");
            return null;
        }

        private Term Of(Value value) => new(Builder, value);

        private Value? Argument(Value value, Op op) => Builder.DefinitionOf(value) is { } define && define.Op == op ? define.Arguments[0] : null;

        private double? Number(Value value) => Builder.DefinitionOf(value) is { } define && define.Op == Constant ? define.Immediate.Number : null;

        private bool IsOne(Value value) => Number(value) is { } number && number == 1;
    }
}
