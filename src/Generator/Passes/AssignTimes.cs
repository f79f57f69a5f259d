using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Cuts a kernel in two by binding time: what data alone decide is computed once, when they are bound.</summary>
/// <remarks>
/// The first kernel computes bound values and checks the rules that data alone decide; the second reads them by name. A value crosses
/// from one to the other where a step that depends on the position uses it: a number by itself, an element of a plate as an array.
/// </remarks>
internal static class AssignTimes
{
    /// <param name="names">The names of bound values, shared by all kernels of a model: equal values have equal names.</param>
    public static (Kernel Bind, Kernel Evaluate) Run(Kernel kernel, BoundNames names)
    {
        var scopes = new Scopes(kernel.Body);
        var late = new EvaluatePart(scopes, new ArrayForms(kernel.Body), names);
        var evaluate = late.Run(kernel);
        return (new BindPart(scopes, late.Crossings).Run(kernel), EliminateDead.Run(evaluate));
    }

    /// <summary>Joins the bind kernels of several programs: what two of them bind under one name is computed once.</summary>
    public static Kernel Join(string name, IEnumerable<Kernel> kernels) =>
        EliminateDead.Run(FuseLoops.Run(new Joiner().Run(name, kernels)));

    /// <summary>Keeps what depends on the position.</summary>
    private sealed class EvaluatePart(Scopes scopes, ArrayForms forms, BoundNames names) : Rewriter
    {
        private readonly Dictionary<Value, string> _crossings = [];

        /// <summary>The bound values that are used late, with their names.</summary>
        public IReadOnlyDictionary<Value, string> Crossings => _crossings;

        public Kernel Run(Kernel kernel) => Rebuild(kernel);

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Define define when scopes.TimeOf(define.Result) == Time.Bind:
                    break;
                case Require require when scopes.TimeOf(require.Condition) == Time.Bind:
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            var yields = loop.Yields.Where(yield => scopes.TimeOf(yield.Result) == Time.Evaluate || yield.Kind == YieldKind.Scatter);
            var index = Open(loop);
            Rewrite(loop.Body);
            Close(loop, index, [.. yields.Select(yield => ((Yield?)yield, Rewrite(yield)))]);
        }

        /// <summary>Whether a value is the loop's own index, shifted: vectors are read at shifted places as they lie.</summary>
        private bool IsShiftedIndex(Value value, Define? define) =>
            scopes.LoopOf(value) is { } loop && define is not null && LoopShape.ShiftOf(loop, value) is { } shift && scopes.LoopOf(shift.Amount) is null;

        private static bool ComparesIndices(Define? define) => define is not null && define.Op != Operations.Load && define.Arguments.Any(argument => argument.Type == IrType.Integer);

        protected override Value Map(Value value)
        {
            bool isIndex = scopes.LoopOf(value)?.Index == value;
            if (value.Id < 0 || isIndex || scopes.TimeOf(value) == Time.Evaluate) return base.Map(value);
            var define = scopes.DefinitionOf(value);
            if (define is not null && (define.Op == Operations.Constant || define.Op == Operations.Integer || define.Op == Operations.Boolean)) return Copy(define);

            // An array is there when data are bound, and read from its last form. A loop in a loop computes its numbers again: to keep
            // them would take an array for each pair of iterations.
            if (value.Type.IsArray && forms.LastOf(forms.OriginOf(value)) is var last && last != value) return Map(last);
            // A comparison of numbers costs no more than reading its outcome; one of indices is kept, because vectors hold numbers alone.
            bool isElementCondition = value.Type == IrType.Boolean && scopes.LoopOf(value) is not null && !ComparesIndices(define);
            if ((isElementCondition || IsShiftedIndex(value, define) || scopes.DepthOf(value) > 1) && define is not null) return Copy(define);

            string name = _crossings.TryGetValue(value, out string? known) ? known : _crossings[value] = names.Of(value, scopes);
            return scopes.LoopOf(value) is { } loop
                ? Builder.Add(Operations.Load, Builder.Leaf(Operations.Bound, value.Type.ArrayOf, name), base.Map(loop.Index))
                : Builder.Leaf(Operations.Bound, value.Type, name);
        }
    }

    /// <summary>Keeps what data alone decide, and hands out the values that are used late.</summary>
    private sealed class BindPart(Scopes scopes, IReadOnlyDictionary<Value, string> crossings) : Rewriter
    {
        private readonly List<Output> _outputs = [];

        public Kernel Run(Kernel kernel)
        {
            Rewrite(kernel.Body);
            var numbers = crossings.Where(crossing => scopes.LoopOf(crossing.Key) is null);
            _outputs.AddRange(numbers.Select(crossing => new Output(OutputKind.Bound, crossing.Value, Map(crossing.Key))));
            return EliminateDead.Run(new(kernel.Name, Builder.Finish(), _outputs.ToSequence()));
        }

        protected override void Rewrite(Statement statement)
        {
            switch (statement)
            {
                case Define define when scopes.TimeOf(define.Result) == Time.Evaluate:
                    break;
                case Require require when scopes.TimeOf(require.Condition) == Time.Evaluate:
                    break;
                default:
                    base.Rewrite(statement);
                    break;
            }
        }

        protected override void Rewrite(Loop loop)
        {
            var elements = crossings.Where(crossing => scopes.LoopOf(crossing.Key) == loop).ToList();
            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = loop.Yields
                .Where(yield => scopes.TimeOf(yield.Result) == Time.Bind)
                .Select(yield => ((Yield?)yield, Rewrite(yield)));
            var bound = elements.Select((crossing, i) => new Yield(YieldKind.Array, new(-1 - i, crossing.Key.Type.ArrayOf), Map(crossing.Key), Name: crossing.Value)).ToList();
            Close(loop, index, [.. yields, .. bound.Select(yield => ((Yield?)null, yield))]);
            _outputs.AddRange(bound.Select(yield => new Output(OutputKind.Bound, yield.Name!, Map(yield.Result))));
        }
    }

    private sealed class Joiner : Rewriter
    {
        public Kernel Run(string name, IEnumerable<Kernel> kernels)
        {
            var outputs = new List<Output>();
            var known = new HashSet<string>();
            foreach (var kernel in kernels)
            {
                Rewrite(kernel.Body);
                foreach (var output in kernel.Outputs)
                    if (known.Add(output.Symbol)) outputs.Add(output with { Value = Map(output.Value) });
            }

            return new(name, Builder.Finish(), outputs.ToSequence());
        }
    }
}
