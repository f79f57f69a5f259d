using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Replaces each latent by a recorded value, and records its unconstrained coordinate: the way back of <see cref="ConstrainLatents"/>.</summary>
/// <remarks>Needs inlined densities. Gives a model whose records are coordinates and whose rules say which latents have one.</remarks>
internal static class UnconstrainLatents
{
    public static Model Run(Model model) => new Unconstrainer().Run(model);

    private sealed class Unconstrainer : Rewriter
    {
        public Model Run(Model model)
        {
            Rewrite(model.Body);
            return model with { Body = Builder.Finish() };
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Latent latent:
                    Rewrite(latent);
                    break;
                case Record or AddTerm or Require:
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        private void RewriteArray(Latent latent)
        {
            var sizes = Map(latent.Event);
            var length = sizes.Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b));
            var each = ArrayTransforms.Coordinates(Builder, latent.Support, sizes);
            var at = Map(latent.At) ?? Builder.Integer(0);
            var first = latent.At is null ? at : Builder.Add(Operations.IndexMultiply, Builder.Add(Operations.IndexDivide, at, length), each);
            var value = Builder.Add(Operations.Slice, Builder.Leaf(Operations.Recorded, IrType.Real.ArrayOf, latent.Site), at, length);
            Bind(latent.Result, value);
            var coordinates = new ArrayTransforms(Builder, Naming.Identifier(latent.Site)).Unconstrain(latent.Support, value, sizes);
            var index = Builder.OpenLoop();
            Builder.Append(new Record(latent.Site, Builder.Add(Operations.Load, coordinates, index), "", Builder.Add(Operations.IndexAdd, first, index)));
            Builder.Append(new Loop(index, each, Builder.CloseLoop(), Sequence<Yield>.Empty, new(0, $"the coordinates of {latent.Site}"), "k"));
        }

        private void Rewrite(Latent latent)
        {
            if (latent.Event.Count > 0)
            {
                RewriteArray(latent);
                return;
            }

            var value = LeafAt(Map(latent.At), Operations.Recorded, IrType.Real, latent.Site);
            Bind(latent.Result, value);
            var x = new Term(Builder, value);
            Builder.Append(new Record(latent.Site, Unconstrain(latent, x).In(Builder), "", Map(latent.At)));
        }

        private Term Unconstrain(Latent latent, Term x)
        {
            switch (latent.Support)
            {
                case ConstraintKind.None:
                    return x;
                case ConstraintKind.Positive or ConstraintKind.NonNegative:
                    RequireInside(latent, x > 0, x, "positive");
                    return Term.Of(Operations.Log, x);
                case ConstraintKind.GreaterThan:
                    var bound = new Term(Builder, Map(latent.Low!.Value));
                    RequireInside(latent, x > bound, x, "above its bound");
                    return Term.Of(Operations.Log, x - bound);
                case ConstraintKind.LessThan:
                    var ceiling = new Term(Builder, Map(latent.High!.Value));
                    RequireInside(latent, x < ceiling, x, "below its bound");
                    return Term.Of(Operations.Log, ceiling - x);
                default:
                    var low = new Term(Builder, Map(latent.Low!.Value));
                    var high = new Term(Builder, Map(latent.High!.Value));
                    RequireInside(latent, (x > low) & (x < high), x, "inside its interval");
                    return Term.Of(Operations.Log, x - low) - Term.Of(Operations.Log, high - x);
            }
        }

        private void RequireInside(Latent latent, Term condition, Term x, string requirement)
        {
            if (latent.If is { } exists) condition = Term.Of(Operations.Or, Term.Of(Operations.Not, new Term(Builder, Map(exists))), condition);
            Builder.Require(new Require(condition.In(Builder), x.In(Builder), new(RuleKind.Range, latent.Site, latent.Site, requirement, new Source(0, ""))));
        }
    }
}
