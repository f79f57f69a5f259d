using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Puts the bodies of helpers and densities in the place of calls and samples.</summary>
/// <remarks>Gives a model of definitions, loops, latents, rules, records and terms of the log density: no call and no sample is left.</remarks>
internal static class InlineDefinitions
{
    public static Model Run(Model model) => new Inliner(model).Run();

    private sealed class Inliner(Model model) : CallInliner(model.Functions)
    {
        private readonly Dictionary<string, Distribution> _distributions = model.Distributions.ToDictionary(distribution => distribution.Name);

        private readonly Dictionary<Value, (Value Length, string? Name)> _yielded = [];
        private readonly HashSet<(Value Array, Value Size)> _checked = [];

        /// <summary>The plate around the current statement: its size, in the new block.</summary>
        private (Value Size, Source Source)? _plate;

        public Model Run()
        {
            Rewrite(model.Body);
            return model with
            {
                Functions = Sequence<Function>.Empty,
                Distributions = Sequence<Distribution>.Empty,
                Body = Builder.Finish(),
            };
        }

        protected override void Rewrite(Statement statement)
        {
            if (statement is Sample sample) Inline(sample);
            else base.Rewrite(statement);
        }

        protected override void Rewrite(Loop loop)
        {
            var outer = _plate;
            _plate = (Map(loop.Extent), loop.Source);
            base.Rewrite(loop);
            foreach (var yield in loop.Yields) _yielded[Map(yield.Result)] = (Map(loop.Extent), yield.Name);
            _plate = outer;
        }

        protected override void Rewrite(Define define)
        {
            base.Rewrite(define);
            if (define.Op == Operations.Load) RequireElement(Map(define.Arguments[0]), Map(define.Arguments[1]));
        }

        private void Inline(Sample sample)
        {
            var distribution = _distributions[sample.Distribution];
            var arguments = Map(sample.Arguments);
            for (int i = 0; i < arguments.Length; i++)
            {
                var parameter = distribution.Parameters[i];
                var source = sample.Source with { Text = sample.ArgumentSources[i] };
                RequireRule(sample, distribution, arguments, arguments[i], parameter.Constraint, $"the {parameter.Name}", source);
            }

            var x = sample.IsObserved ? Observe(sample) : Infer(sample, distribution, arguments);
            if (sample.IsObserved)
                RequireRule(sample, distribution, arguments, x, distribution.Support.Constraint, "a value", sample.Source, isObservation: true);
            Bind(sample.Result, x);
            var density = Inline(distribution.LogDensity, [x, .. arguments]);
            Builder.Append(new AddTerm(sample.Site, sample.IsObserved ? IfGiven(sample, density) : density, Map(sample.At)));
        }

        /// <summary>Whether an observable's element is given. One that is missing contributes nothing; a value of its support stands in its place.</summary>
        private Term IsGiven(Sample sample) => new(Builder, LeafAt(Map(sample.At), Operations.Given, IrType.Boolean, sample.Site, sample.Site + "IsGiven"));

        private Value IfGiven(Sample sample, Value term) => Term.Select(IsGiven(sample), new Term(Builder, term), 0).In(Builder);

        private Value Observe(Sample sample)
        {
            var x = LeafAt(Map(sample.At), Operations.Observed, sample.Result.Type, sample.Site);
            if (Indices.Count > 0) RequireElement(Builder.DefinitionOf(x)!.Arguments[0], Indices.First());
            return x;
        }

        /// <summary>States that an array has an element at an index: once for all at a plate's own index, in each iteration elsewhere.</summary>
        private void RequireElement(Value array, Value index)
        {
            bool isYielded = _yielded.TryGetValue(array, out var yielded);
            var length = isYielded ? yielded.Length : Builder.Add(Operations.Length, array);
            string name = (isYielded ? yielded.Name : Builder.DefinitionOf(array)?.Name) ?? "the array";
            var source = _plate?.Source ?? new Source(0, "the index");
            if (_plate is { Size: var size } && index == Indices.First())
            {
                if (size != length && _checked.Add((array, size)))
                    Builder.Require(new(Builder.Add(Operations.Equal, length, size), length, new(RuleKind.Length, "", name, source.Text, source), size));
                return;
            }

            var isInside = Builder.Add(Operations.And, Builder.Add(Operations.GreaterOrEqual, index, Builder.Integer(0)), Builder.Add(Operations.Less, index, length));
            Builder.Require(new(isInside, index, new(RuleKind.Index, "", name, "", source), length));
        }

        private Value Infer(Sample sample, Distribution distribution, Value[] arguments)
        {
            var support = distribution.Support.Constraint;
            Value? low = support.HasLow ? Resolve(support.Low, distribution, arguments) : null;
            Value? high = support.HasHigh ? Resolve(support.High, distribution, arguments) : null;
            var x = Builder.Fresh(IrType.Real);
            Builder.Append(new Latent(x, sample.Site, support.Kind, low, high, Map(sample.At)));
            return x;
        }

        private void RequireRule(Sample sample, Distribution distribution, Value[] arguments, Value subject, Constraint constraint, string role, Source source, bool isObservation = false)
        {
            if (constraint.Kind == ConstraintKind.None) return;
            var x = new Term(Builder, AsReal(subject));
            Term Bound(Operand operand) => new(Builder, Resolve(operand, distribution, arguments));
            var (condition, requirement) = constraint.Kind switch
            {
                ConstraintKind.Positive => (x > 0, "positive"),
                ConstraintKind.NonNegative => (x >= 0, "zero or greater"),
                ConstraintKind.Inside => ((x > Bound(constraint.Low)) & (x < Bound(constraint.High)), $"strictly between {constraint.Low} and {constraint.High}"),
                ConstraintKind.GreaterThan => (x > Bound(constraint.Low), $"greater than {constraint.Low}"),
                _ => ((x >= Bound(constraint.Low)) & (x <= Bound(constraint.High)), $"between {constraint.Low} and {constraint.High}"),
            };
            if (isObservation && !Algebra.IsTrue(Builder, condition.In(Builder)))
                condition = Term.Of(Operations.Or, Term.Of(Operations.Not, IsGiven(sample)), condition);
            Builder.Require(new Require(condition.In(Builder), subject, new(RuleKind.Range, sample.Site, $"{role} of {distribution.ShortName}", requirement, source)));
        }

        private Value Resolve(Operand operand, Distribution distribution, Value[] arguments)
        {
            if (operand.Immediate.Symbol is not { } name) return Builder.Number(operand.Immediate.Number);
            int index = distribution.Parameters.Select(parameter => parameter.Name).ToList().IndexOf(name);
            return AsReal(arguments[index]);
        }

        private Value AsReal(Value number) => number.Type == IrType.Real ? number : Builder.Add(Operations.ToReal, number);
    }
}
