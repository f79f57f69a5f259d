using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Puts the bodies of helpers and densities in the place of calls and samples.</summary>
/// <remarks>Gives a model of definitions, loops, latents, rules, records and terms of the log density: no call and no sample is left.</remarks>
internal static class InlineDefinitions
{
    /// <param name="model">The model.</param>
    /// <param name="imputed">The observables whose missing elements are inferred, with the names of the latents that stand for them.</param>
    public static Model Run(Model model, IReadOnlyDictionary<string, string>? imputed = null) => new Inliner(model, imputed ?? new Dictionary<string, string>()).Run();

    private sealed class Inliner(Model model, IReadOnlyDictionary<string, string> imputed) : CallInliner(model.Functions)
    {
        private readonly Dictionary<string, Distribution> _distributions = model.Distributions.ToDictionary(distribution => distribution.Name);

        private readonly Dictionary<string, Value> _lengths = [];
        private readonly HashSet<string> _checked = [];

        /// <summary>Where the outermost plate around the current statement stands.</summary>
        private Source? _plate;

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
            switch (statement)
            {
                case Declare declare:
                    _lengths.Add(declare.Site, LowerToKernel.LengthOf(Builder, declare, Map));
                    Builder.Append(declare with { Dimensions = Map(declare.Dimensions).ToSequence(), Offsets = Map(declare.Offsets), Coordinates = CoordinatesOf(declare) });
                    if (imputed.TryGetValue(declare.Site, out string? missing)) Builder.Append(new Declare(missing, SiteRole.Latent, IrType.Real, Sequence.Of(SlotsOf(declare.Site))));
                    break;
                case Sample sample:
                    Inline(sample);
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            var outer = _plate;
            _plate ??= loop.Source;
            base.Rewrite(loop);
            _plate = outer;
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
            {
                RequireRule(sample, distribution, arguments, x, distribution.Support.Constraint, "a value", sample.Source, isObservation: true);
                if (imputed.ContainsKey(sample.Site)) x = Complete(sample, distribution, arguments, x);
            }

            Bind(sample.Result, x);
            var density = Inline(distribution.LogDensity, [x, .. sample.Event.Count > 1 ? Map(sample.Event) : [], .. arguments]);
            Builder.Append(new AddTerm(sample.Site, sample.IsObserved ? IfGiven(sample, density) : density, Map(sample.At)));
        }

        /// <summary>Whether an observable's element is given: of a vector, which is given whole or not at all, its first component. What is missing contributes nothing; a value of the support stands in its place.</summary>
        private Term IsGiven(Sample sample) =>
            new(Builder, LeafAt(Map(sample.At) ?? (sample.Event.Count > 0 ? Builder.Integer(0) : null), Operations.Given, IrType.Boolean, sample.Site, sample.Site + "IsGiven"));

        private Value IfGiven(Sample sample, Value term) => Term.Select(IsGiven(sample), new Term(Builder, term), 0).In(Builder);

        private Value Observe(Sample sample)
        {
            if (sample.Event.Count > 0)
            {
                var all = Builder.Leaf(Operations.Observed, sample.Result.Type, sample.Site);
                RequireLength(sample, all);
                return Builder.Add(Operations.Slice, all, Map(sample.At) ?? Builder.Integer(0), LengthOf(Map(sample.Event)));
            }

            var x = LeafAt(Map(sample.At), Operations.Observed, sample.Result.Type, sample.Site);
            if (sample.At is not null) RequireLength(sample, Builder.DefinitionOf(x)!.Arguments[0]);
            return x;
        }

        /// <summary>The number of unconstrained coordinates of a latent whose values are arrays; null where it is that of its elements.</summary>
        private Value? CoordinatesOf(Declare declare)
        {
            if (declare is not { Role: SiteRole.Latent, EventRank: > 0 } || SupportOf(declare.Site).Kind is not (ConstraintKind.Simplex or ConstraintKind.CholeskyCorrelation)) return null;
            var sizes = Map(declare.Dimensions);
            var each = ArrayTransforms.Coordinates(Builder, SupportOf(declare.Site).Kind, [.. sizes.Skip(sizes.Length - declare.EventRank)]);
            return sizes.Take(sizes.Length - declare.EventRank).Aggregate(each, (a, b) => Builder.Add(Operations.IndexMultiply, a, b));
        }

        private Constraint SupportOf(string site) => _distributions[SamplesIn(model.Body).First(sample => sample.Site == site).Distribution].Support.Constraint;

        private static IEnumerable<Sample> SamplesIn(Sequence<Statement> body) => body.SelectMany(statement =>
            statement is Loop loop ? SamplesIn(loop.Body) : statement is Sample sample ? [sample] : []);

        private Value LengthOf(Value[] sizes) => sizes.Aggregate((a, b) => Builder.Add(Operations.IndexMultiply, a, b));

        /// <summary>States that an observable has as many elements as the model gives it.</summary>
        private void RequireLength(Sample sample, Value array)
        {
            var (length, size) = (Builder.Add(Operations.Length, array), _lengths[sample.Site]);
            var source = _plate ?? sample.Source;
            if (_checked.Add(sample.Site))
                Builder.Require(new(Builder.Add(Operations.Equal, length, size), length, new(RuleKind.Length, "", sample.Site, source.Text, source), size));
        }

        /// <summary>An observation, with latents in the place of what is missing.</summary>
        private Value Complete(Sample sample, Distribution distribution, Value[] arguments, Value observed)
        {
            if (sample.Event.Count == 0) return Complete(sample, distribution, arguments, observed, Map(sample.At) ?? Builder.Integer(0));
            var index = Builder.OpenLoop();
            var first = Map(sample.At) ?? Builder.Integer(0);
            var element = Complete(sample, distribution, arguments, Builder.Add(Operations.Load, observed, index), Builder.Add(Operations.IndexAdd, first, index));
            var body = Builder.CloseLoop();
            var whole = Builder.Fresh(IrType.Real.ArrayOf);
            var yields = Sequence.Of(new Yield(YieldKind.Array, whole, element, Name: Naming.Identifier(sample.Site) + "Completed"));
            Builder.Append(new Loop(index, LengthOf(Map(sample.Event)), body, yields, new(0, $"the components of {sample.Site}"), "k"));
            return whole;
        }

        private Value Complete(Sample sample, Distribution distribution, Value[] arguments, Value observed, Value element)
        {
            var support = distribution.Support.Constraint;
            Value? low = support.HasLow ? Resolve(support.Low, distribution, arguments) : null;
            Value? high = support.HasHigh ? Resolve(support.High, distribution, arguments) : null;
            var isMissing = IsImputed(sample, element);
            var x = Builder.Fresh(IrType.Real);
            Builder.Append(new Latent(x, imputed[sample.Site], support.Kind, low, high, SlotOf(sample, element), If: isMissing.In(Builder)));
            return Term.Select(isMissing, new Term(Builder, x), new Term(Builder, observed)).In(Builder);
        }

        private Value SlotOf(Sample sample, Value element) =>
            Builder.Add(Operations.Load, Builder.Leaf(Operations.Slot, IrType.Integer.ArrayOf, sample.Site, sample.Site + "Slots"), element);

        private Term IsImputed(Sample sample, Value element) => new Term(Builder, SlotOf(sample, element)) < new Term(Builder, ImputedCount(sample.Site));

        private Value ImputedCount(string site) => Builder.Add(Operations.Length, Builder.Leaf(Operations.Imputed, IrType.Integer.ArrayOf, site, imputed[site] + "Elements"));

        /// <summary>One place for each missing element, and one that all given elements share and nobody reads.</summary>
        private Value SlotsOf(string site) => Builder.Add(Operations.IndexAdd, ImputedCount(site), Builder.Integer(1));

        private Value Infer(Sample sample, Distribution distribution, Value[] arguments)
        {
            var support = distribution.Support.Constraint;
            Value? low = support.HasLow ? Resolve(support.Low, distribution, arguments) : null;
            Value? high = support.HasHigh ? Resolve(support.High, distribution, arguments) : null;
            var x = Builder.Fresh(sample.Result.Type);
            Builder.Append(new Latent(x, sample.Site, support.Kind, low, high, Map(sample.At), Map(sample.Event).ToSequence()));
            return x;
        }

        private void RequireRule(Sample sample, Distribution distribution, Value[] arguments, Value subject, Constraint constraint, string role, Source source, bool isObservation = false)
        {
            if (constraint.Kind is ConstraintKind.None or ConstraintKind.Reading) return;
            if (subject.Type.IsArray)
            {
                RequireElements(sample, distribution, arguments, subject, constraint, role, source, isObservation);
                return;
            }

            var x = new Term(Builder, AsReal(subject));
            Term Bound(Operand operand) => new(Builder, Resolve(operand, distribution, arguments));
            var (condition, requirement) = constraint.Kind switch
            {
                ConstraintKind.Positive => (x > 0, "positive"),
                ConstraintKind.NonNegative => (x >= 0, "zero or greater"),
                ConstraintKind.Inside => ((x > Bound(constraint.Low)) & (x < Bound(constraint.High)), $"strictly between {constraint.Low} and {constraint.High}"),
                ConstraintKind.GreaterThan => (x > Bound(constraint.Low), $"greater than {constraint.Low}"),
                ConstraintKind.LessThan => (x < Bound(constraint.High), $"less than {constraint.High}"),
                _ => ((x >= Bound(constraint.Low)) & (x <= Bound(constraint.High)), $"between {constraint.Low} and {constraint.High}"),
            };
            if (isObservation && !Algebra.IsTrue(Builder, condition.In(Builder)))
                condition = Term.Of(Operations.Or, imputed.ContainsKey(sample.Site) ? IsImputed(sample, Map(sample.At) ?? Builder.Integer(0)) : Term.Of(Operations.Not, IsGiven(sample)), condition);
            Builder.Require(new Require(condition.In(Builder), subject, new(RuleKind.Range, sample.Site, $"{role} of {distribution.ShortName}", requirement, source)));
        }

        /// <summary>States a rule for each element of an array.</summary>
        private void RequireElements(Sample sample, Distribution distribution, Value[] arguments, Value subject, Constraint constraint, string role, Source source, bool isObservation)
        {
            // Sets of arrays have rules of their own, which the library checks when data are given.
            if (constraint.Kind is ConstraintKind.Simplex or ConstraintKind.Ordered or ConstraintKind.CholeskyCorrelation) return;
            var index = Builder.OpenLoop();
            RequireRule(sample, distribution, arguments, Builder.Add(Operations.Load, subject, index), constraint, $"an element of {role}", source, isObservation);
            Builder.Append(new Loop(index, Builder.Add(Operations.Length, subject), Builder.CloseLoop(), Sequence<Yield>.Empty, source, "k"));
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
