using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Replaces each latent by a transform of unconstrained coordinates, and adds the log Jacobian to the log density.</summary>
/// <remarks>Needs inlined densities. Gives a model without latents; each latent's value is recorded.</remarks>
internal static class ConstrainLatents
{
    public static Model Run(Model model) => new Constrainer().Run(model);

    private sealed class Constrainer : Rewriter
    {
        private readonly Dictionary<string, Value> _lengths = [];

        public Model Run(Model model)
        {
            Rewrite(model.Body);
            return model with { Body = Builder.Finish() };
        }

        protected override void Rewrite(Statement statement)
        {
            if (statement is Declare { Role: SiteRole.Latent, Dimensions.Count: > 0 } declare) _lengths.Add(declare.Site, declare.Coordinates is { } coordinates ? Map(coordinates) : LowerToKernel.LengthOf(Builder, declare, Map));
            if (statement is not Latent latent)
            {
                base.Rewrite(statement);
                return;
            }

            if (latent.Event.Count > 0)
            {
                ConstrainArray(latent);
                return;
            }

            var (x, logJacobian) = Constrain(latent);
            var value = Builder.Name(x.In(Builder), latent.Site);
            Bind(latent.Result, value);
            if (latent.If is { } condition && latent.Support != ConstraintKind.None) logJacobian = Term.Select(new Term(Builder, Map(condition)), logJacobian, 0);
            Builder.Append(new AddTerm(latent.Site, logJacobian.In(Builder), Map(latent.At)));
            Builder.Append(new Record(latent.Site, value, "", Map(latent.At)));
        }

        /// <summary>A value that is an array: its coordinates lie together, and each of its elements is recorded.</summary>
        private void ConstrainArray(Latent latent)
        {
            var sizes = Map(latent.Event);
            var length = sizes.Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b));
            var each = ArrayTransforms.Coordinates(Builder, latent.Support, sizes);
            var at = Map(latent.At) ?? Builder.Integer(0);
            var first = latent.At is null ? at : Builder.Add(Operations.IndexMultiply, Builder.Add(Operations.IndexDivide, at, length), each);
            var all = Builder.Leaf(Operations.Position, IrType.Real.ArrayOf, latent.Site, latent.Site + "Position", _lengths[latent.Site]);
            var (array, logJacobian) = new ArrayTransforms(Builder, Naming.Identifier(latent.Site)).Constrain(latent.Support, Builder.Add(Operations.Slice, all, first, each), sizes);
            Bind(latent.Result, Builder.Add(Operations.Slice, array, Builder.Integer(0), length));
            Builder.Append(new AddTerm(latent.Site, logJacobian.In(Builder), at));
            var index = Builder.OpenLoop();
            Builder.Append(new Record(latent.Site, Builder.Add(Operations.Load, array, index), "", Builder.Add(Operations.IndexAdd, at, index)));
            Builder.Append(new Loop(index, length, Builder.CloseLoop(), Sequence<Yield>.Empty, new(0, $"the elements of {latent.Site}"), "k"));
        }

        /// <summary>The usual transforms: exp for positive values and those on one side of a bound, the scaled logistic for intervals (Stan reference manual, "Constraint transforms").</summary>
        private (Term X, Term LogJacobian) Constrain(Latent latent)
        {
            bool isItself = latent.Support == ConstraintKind.None;
            var q = new Term(Builder, LeafAt(Map(latent.At), Operations.Position, IrType.Real, latent.Site, isItself ? latent.Site : latent.Site + "Position", _lengths.TryGetValue(latent.Site, out var length) ? length : null));
            switch (latent.Support)
            {
                case ConstraintKind.None:
                    return (q, 0);
                case ConstraintKind.Positive or ConstraintKind.NonNegative:
                    return (Term.Of(Operations.Exp, q), q);
                case ConstraintKind.GreaterThan:
                    var bound = new Term(Builder, Map(latent.Low!.Value));
                    var above = bound + Term.Of(Operations.Exp, q);
                    RequireOpen(latent, above > bound, above);
                    return (above, q);
                case ConstraintKind.LessThan:
                    var ceiling = new Term(Builder, Map(latent.High!.Value));
                    var below = ceiling - Term.Of(Operations.Exp, q);
                    RequireOpen(latent, below < ceiling, below);
                    return (below, q);
                default:
                    var low = new Term(Builder, Map(latent.Low!.Value));
                    var width = new Term(Builder, Map(latent.High!.Value)) - low;

                    // log(σ(q)·(1 - σ(q))) = q - 2 log(1 + e^q): no digits are lost at either end, and σ(q) serves its derivative too.
                    var between = low + width * Term.Of(Operations.Logistic, q);
                    if (latent.Support == ConstraintKind.Inside) RequireOpen(latent, (between > low) & (between < new Term(Builder, Map(latent.High!.Value))), between);
                    return (between, Term.Of(Operations.Log, width) + (q - 2 * Term.Of(Operations.Softplus, q)));
            }
        }

        /// <summary>Where rounding takes a value to a bound that does not belong to the support, the proposal is rejected.</summary>
        private void RequireOpen(Latent latent, Term condition, Term x)
        {
            if (latent.If is { } exists) condition = Term.Of(Operations.Or, Term.Of(Operations.Not, new Term(Builder, Map(exists))), condition);
            Builder.Require(new Require(condition.In(Builder), x.In(Builder), new(RuleKind.Range, latent.Site, latent.Site, "inside its support", new Source(0, ""))));
        }
    }
}
