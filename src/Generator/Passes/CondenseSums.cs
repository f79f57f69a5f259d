using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Adds up data once, where all that a plate's elements add is linear in values of their groups and of the whole plate.</summary>
/// <remarks>
/// Σᵢ fᵢ · a[gᵢ] is Σₖ a[k] · sₖ with sₖ the sum of fᵢ over the rows of group k, which is computed when data are bound: the plate becomes one
/// over groups, as do its rules, and its terms of no group are numbers. The terms of a Poisson distribution, y · log(rate) − rate, are linear
/// in two such values; x · log(y) is 0 where x is, and so is its sum where that of x is. Where a single summand is of another kind the plate
/// stays as it is, because to read fewer columns in it is hardly faster; and where constants are all that is to be taken out,
/// <see cref="HoistInvariants"/> does so. Only terms of the log density are taken out of their plate's sum.
/// </remarks>
internal static class CondenseSums
{
    /// <summary>The kernel with such sums written so; null where there are none.</summary>
    public static Kernel? Run(Kernel kernel)
    {
        var condenser = new Condenser(kernel);
        var condensed = condenser.Run();
        return condenser.HasCondensed ? EliminateDead.Run(Simplify.Run(condensed)) : null;
    }

    private sealed class Condenser(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private readonly Activity _activity = new(kernel.Body);

        /// <summary>The rules that wait until it is known what becomes of their plate.</summary>
        private readonly HashSet<Statement> _held = new(ReferenceComparer<Statement>.Instance);
        private HashSet<Value> _termSums = [];
        private int _unused = -1;

        public bool HasCondensed { get; private set; }

        public Kernel Run()
        {
            _termSums = TermSums.Of(kernel, _scopes);
            return Rebuild(kernel);
        }

        protected override void Rewrite(Statement statement)
        {
            if (!_held.Contains(statement)) base.Rewrite(statement);
        }

        protected override void Rewrite(Loop loop)
        {
            var late = loop.Yields.Where(yield => _scopes.TimeOf(yield.Result) == Time.Evaluate).ToList();
            if (Indices.Count > 0 || !LoopShape.IsFlat(loop) || late.Count == 0 || !late.All(yield => yield.Kind == YieldKind.Sum && _termSums.Contains(yield.Result)))
            {
                base.Rewrite(loop);
                return;
            }

            var rules = loop.Body.OfType<Require>().Where(rule => _scopes.TimeOf(rule.Condition) == Time.Evaluate && _scopes.LoopOf(rule.Condition) == loop).ToList();
            _held.UnionWith(rules);
            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = loop.Yields.Except(late).Select(yield => ((Yield?)yield, Rewrite(yield))).ToList();
            var forms = new LinearForms(_scopes, _activity, Builder, Map, loop) { TakesLogarithms = true };
            var sums = late.Select(yield => (yield.Result, Form: forms.Of(yield.Element))).ToList();
            var groupsOfRules = rules.Select(rule => (Rule: rule, Condition: forms.OfGroup(rule.Condition), Subject: forms.OfGroup(rule.Subject))).ToList();
            bool isLinear = sums.All(sum => sum.Form is { } form && form.Parameters.All(parameter => parameter.Rows is null)) && groupsOfRules.All(rule => rule.Condition is { } condition && rule.Subject?.At == condition.At);
            if (!isLinear || !(sums.Any(sum => sum.Form!.Parameters.Any(parameter => parameter.Group is not null)) || late.Any(yield => HasLogarithm(yield.Element, loop))))
            {
                foreach (var rule in rules) base.Rewrite((Statement)rule);
                Close(loop, index, [.. yields, .. late.Select(yield => ((Yield?)yield, Rewrite(yield)))]);
                return;
            }

            HasCondensed = true;
            var plate = new CondensedPlate(this, loop);
            var totals = sums.Select(sum => (sum.Result, Total: plate.Add(sum.Form!))).ToList();
            foreach (var (rule, condition, _) in groupsOfRules) plate.Add(rule, condition!.Value);
            Close(loop, index, [.. yields, .. plate.Sums.Select(yield => ((Yield?)null, yield))]);
            plate.AppendGroups();
            foreach (var (result, total) in totals) Bind(result, total());
        }

        /// <summary>Whether x · log(y) is among what a value is the sum of.</summary>
        private bool HasLogarithm(Value value, Loop loop) =>
            _scopes.LoopOf(value) == loop && _scopes.DefinitionOf(value) is { } define
            && (define.Op == Operations.XLogY || define.Op == Operations.XLog1pY || define.Arguments.Any(argument => HasLogarithm(argument, loop)));

        /// <summary>What becomes of one plate: sums of its data, and loops over groups.</summary>
        private sealed class CondensedPlate(Condenser owner, Loop plate)
        {
            private readonly Builder _builder = owner.Builder;
            private readonly Dictionary<(Value At, Value Count), Group> _groups = [];

            /// <summary>The sums of data that the plate hands out.</summary>
            public List<Yield> Sums { get; } = [];

            /// <summary>Adds the sums for a form; what it returns gives the total once the plate is closed and its groups are there.</summary>
            public Func<Value> Add(LinearForm form)
            {
                var constant = form.Constant == _builder.Number(0) ? (Value?)null : Sum(form.Constant);
                var singles = form.Parameters.Where(parameter => parameter.IsSingle).Select(parameter => (parameter.Of, Sum: Sum(parameter.Coefficient))).ToList();
                var ofGroups = form.Parameters.Where(parameter => !parameter.IsSingle).GroupBy(parameter => (parameter.Group!.Value.At, parameter.Group.Value.Groups)).Select(same => Find(same.Key).Add([.. same])).ToList();
                return () => singles.Select(single => Product(owner.Map(single.Sum), single.Of))
                    .Concat(ofGroups.Select(sum => new Term(_builder, sum())))
                    .Concat(constant is { } sum ? [new Term(_builder, owner.Map(sum))] : [])
                    .Aggregate((a, b) => a + b).In(_builder);
            }

            /// <summary>States a rule for each group instead of each row.</summary>
            public void Add(Require rule, LinearForm.GroupValue condition) => Find((condition.At, condition.Groups)).Add(rule);

            public void AppendGroups()
            {
                foreach (var group in _groups.Values) group.Append();
            }

            private Group Find((Value At, Value Count) key) => _groups.TryGetValue(key, out var group) ? group : _groups[key] = new(owner, this, plate, key.At, key.Count);

            private Value Sum(Value element) => HandOut(new(YieldKind.Sum, new(owner._unused--, IrType.Real), element, Name: "sum" + Naming.Capital(NameOf(element))));

            private Value HandOut(Yield yield)
            {
                Sums.Add(yield);
                return yield.Result;
            }

            /// <summary>What rows add, and 0 where they do not count: then the value may be anything, and 0 times infinity is NaN.</summary>
            private Term Product(Value sum, Value value)
            {
                var counts = _builder.Add(Operations.Not, _builder.Add(Operations.Equal, sum, _builder.Number(0)));
                return new(_builder, Guards.Guard(_builder, counts, _builder.Add(Operations.Multiply, sum, value)));
            }

            private string NameOf(Value element) => _builder.DefinitionOf(element)?.Op == Operations.Constant ? "factor" : Naming.Describe(element, _builder.DefinitionOf) ?? "factor";

            /// <summary>The groups that one index array makes.</summary>
            private sealed class Group(Condenser owner, CondensedPlate sums, Loop plate, Value at, Value count)
            {
                private readonly Builder _builder = owner.Builder;
                private readonly List<(LinearForm.Parameter Parameter, Value Sum)[]> _forms = [];
                private readonly List<Require> _rules = [];
                private readonly List<Value> _results = [];
                private Value? _rows;

                private string IndexName => Naming.Capital(Naming.Describe(owner.Map(at), _builder.DefinitionOf) ?? "group");

                /// <summary>Adds what a form reads of these groups; the result is there once the loop is.</summary>
                public Func<Value> Add(LinearForm.Parameter[] parameters)
                {
                    int number = _forms.Count;
                    _forms.Add([.. parameters.Select(parameter => (parameter, Scatter(parameter.Coefficient, sums.NameOf(parameter.Coefficient))))]);
                    return () => _results[number];
                }

                public void Add(Require rule)
                {
                    _rows ??= Scatter(_builder.Number(1), "rows");
                    _rules.Add(rule);
                }

                public void Append()
                {
                    var index = _builder.OpenLoop();
                    var elements = _forms.Select(form => form.Select(item => ElementOf(item.Parameter, item.Sum, index)).Aggregate((a, b) => a + b).In(_builder)).ToList();
                    foreach (var rule in _rules)
                    {
                        var hasNone = _builder.Add(Operations.Equal, _builder.Add(Operations.Load, owner.Map(_rows!.Value), index), _builder.Number(0));
                        _builder.Require(rule with { Condition = _builder.Add(Operations.Or, hasNone, InGroup(rule.Condition, index)), Subject = InGroup(rule.Subject, index), Limit = null });
                    }

                    var body = _builder.CloseLoop();
                    _results.AddRange(elements.Select(_ => _builder.Fresh(IrType.Real)));
                    var yields = elements.Zip(_results, (element, result) => new Yield(YieldKind.Sum, result, element, Name: "sumOverGroups"));
                    _builder.Append(new Loop(index, owner.Map(count), body, yields.ToSequence(), new(0, $"the groups of {plate.Source.Text}")));
                }

                private Term ElementOf(LinearForm.Parameter parameter, Value sum, Value index)
                {
                    var value = InGroup(parameter.Group!.Value.Value, index);
                    if (parameter.Group.Value.Function is { } function) value = _builder.Add(function, value);
                    return new Term(_builder, parameter.Of) * sums.Product(_builder.Add(Operations.Load, owner.Map(sum), index), value);
                }

                /// <summary>A value that rows compute from elements of their group, computed by the group.</summary>
                private Value InGroup(Value value, Value index)
                {
                    if (owner._scopes.LoopOf(value) != plate || owner._scopes.DefinitionOf(value) is not { } define) return owner.Map(value);
                    return define.Op == Operations.Load
                        ? _builder.Add(Operations.Load, [owner.Map(define.Arguments[0]), index], define.Name)
                        : _builder.Add(define.Op, [.. define.Arguments.Select(argument => InGroup(argument, index))], define.Name);
                }

                private Value Scatter(Value element, string name) => sums.HandOut(new(YieldKind.Scatter, new(owner._unused--, IrType.Real.ArrayOf), element, owner.Map(at), owner.Map(count), $"{name}By{IndexName}"));
            }
        }
    }
}
