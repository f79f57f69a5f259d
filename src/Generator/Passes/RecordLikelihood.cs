using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes the observables' terms what a model records: the log likelihood, element by element. Latents are read from a record.</summary>
/// <remarks>
/// Needs inlined densities. Gives a model whose records are terms: −∞ where an argument of that element's distribution is out of range, without
/// meaning where the element is not given. No other term is left, and no rule.
/// </remarks>
internal static class RecordLikelihood
{
    public static Model Run(Model model)
    {
        var read = new LatentReader(model).Run();
        return new TermRecorder(read).Run();
    }

    /// <summary>Reads latents from the record and keeps what concerns the observables.</summary>
    private sealed class LatentReader(Model model) : Rewriter
    {
        private readonly HashSet<string> _observables = [.. model.Returns.Select(observable => observable.Name)];
        private readonly HashSet<Value> _given = [];

        public Model Run()
        {
            Rewrite(model.Body);
            return model with { Body = Builder.Finish() };
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Latent latent:
                    Bind(latent.Result, latent.Event.Count == 0
                        ? LeafAt(Map(latent.At), Operations.Recorded, IrType.Real, latent.Site)
                        : Builder.Add(Operations.Slice, Builder.Leaf(Operations.Recorded, IrType.Real.ArrayOf, latent.Site), Map(latent.At) ?? Builder.Integer(0), Map(latent.Event).Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b))));
                    break;
                case Define given when given.Op == Operations.Given && !given.Result.Type.IsArray:
                    Bind(given.Result, Builder.Boolean(true));
                    break;
                case Define given when given.Op == Operations.Given:
                    _given.Add(given.Result);
                    break;
                case Define element when element.Op == Operations.Load && _given.Contains(element.Arguments[0]):
                    Bind(element.Result, Builder.Boolean(true));
                    break;
                case Record:
                case AddTerm term when !_observables.Contains(term.Site):
                case Require require when !_observables.Contains(require.Rule.Site):
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }
    }

    /// <summary>Records each term, guarded by the rules that latents may break; those that data decide were checked when the data were bound.</summary>
    private sealed class TermRecorder(Model model) : Rewriter
    {
        private readonly Scopes _scopes = new(model.Body);

        /// <summary>The rules in the blocks around the current statement, outermost first.</summary>
        private readonly List<(string Site, Value Condition)> _rules = [];

        public Model Run()
        {
            Rewrite(model.Body);
            return model with { Body = Builder.Finish() };
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Require require when _scopes.TimeOf(require.Condition) == Time.Bind:
                    break;
                case Require require:
                    _rules.Add((require.Rule.Site, Map(require.Condition)));
                    break;
                case AddTerm term:
                    Builder.Append(new Record(term.Site, Guarded(term), "", Map(term.At)));
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            int outside = _rules.Count;
            base.Rewrite(loop);
            _rules.RemoveRange(outside, _rules.Count - outside);
        }

        private Value Guarded(AddTerm term)
        {
            var value = new Term(Builder, Map(term.Value));
            var conditions = _rules.Where(rule => rule.Site == term.Site).Select(rule => new Term(Builder, rule.Condition)).ToList();
            if (conditions.Count > 0) value = Term.Select(conditions.Aggregate((a, b) => a & b), value, double.NegativeInfinity);
            return Builder.Name(value.In(Builder), term.Site + "Term");
        }
    }
}
