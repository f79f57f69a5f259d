using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Adds the gradient of the log density with respect to the position, by reverse mode.</summary>
/// <remarks>
/// The adjoint of a value is ∂(log density)/∂(value). Statements are visited backwards; each hands its adjoint on to its arguments by the
/// chain rule. The backward sweep of a loop is a loop of its own that computes the body again: where both can run as one,
/// <see cref="FuseLoops"/> makes them one, and nothing is computed twice. An outer number read in a loop receives a sum, an array read at
/// the loop's own index an array, an array read elsewhere a scatter.
/// Needs a kernel that the builder made: no loop holds what does not depend on it.
/// </remarks>
internal static class Differentiate
{
    public static Kernel Run(Kernel kernel) => new Sweep(kernel).Run();

    private sealed class Sweep(Kernel kernel) : Rewriter
    {
        private readonly HashSet<int> _active = [];
        private readonly Dictionary<int, Value> _extents = [];
        private Adjoints _adjoints = new();

        public Kernel Run()
        {
            Activate(kernel.Body);
            Rewrite(kernel.Body);
            var outputs = kernel.Outputs.Select(output => output with { Value = Map(output.Value) }).ToList();
            _adjoints.Add(Builder, outputs.Single(output => output.Kind == OutputKind.LogDensity).Value, Builder.Number(1));
            foreach (var statement in kernel.Body.Reverse())
            {
                if (statement is Define define) Propagate(define, null);
                else if (statement is Loop loop) Reverse(loop);
            }

            var positions = kernel.Body.OfType<Define>().Where(define => define.Op == Operations.Position);
            outputs.AddRange(positions.Select(position => new Output(OutputKind.Gradient, position.Immediate.Symbol!, Gradient(position))));
            return new(kernel.Name, Builder.Finish(), outputs.ToSequence());
        }

        /// <summary>Finds the real values that depend on the position; only these have adjoints.</summary>
        private void Activate(Sequence<Statement> body)
        {
            foreach (var statement in body)
            {
                switch (statement)
                {
                    case Define define when define.Op == Operations.Position || (define.Result.Type.Scalar == Scalar.Real && define.Arguments.Any(IsActive)):
                        _active.Add(define.Result.Id);
                        break;
                    case Loop loop:
                        NoteExtents(loop);
                        Activate(loop.Body);
                        _active.UnionWith(loop.Yields.Where(yield => IsActive(yield.Element)).Select(yield => yield.Result.Id));
                        break;
                }
            }
        }

        /// <summary>Learns how long arrays are: a loop yields as many elements as it has iterations, and reads as many at its own index.</summary>
        private void NoteExtents(Loop loop)
        {
            foreach (var yield in loop.Yields.Where(yield => yield.Kind == YieldKind.Array)) _extents[yield.Result.Id] = loop.Extent;
            foreach (var define in loop.Body.OfType<Define>())
                if (define.Op == Operations.Load && define.Arguments[1] == loop.Index) _extents[define.Arguments[0].Id] = loop.Extent;
        }

        private bool IsActive(Value value) => _active.Contains(value.Id);

        /// <summary>Hands the adjoint of a definition on to its arguments.</summary>
        /// <param name="index">The index of the backward loop, in the new block; null outside loops.</param>
        private void Propagate(Define define, Value? index)
        {
            if (!IsActive(define.Result) || define.Arguments.Count == 0 || _adjoints.Take(Map(define.Result)) is not { } adjoint) return;
            if (define.Op == Operations.Load)
            {
                var (array, at) = (define.Arguments[0], Map(define.Arguments[1]));
                _adjoints.Add(array, index is null ? new(ScatterOne(array, adjoint, at), null) : new(adjoint, at));
                return;
            }

            var arguments = Map(define.Arguments).Select(argument => new Term(Builder, argument)).ToArray();
            var result = new Term(Builder, Map(define.Result));
            for (int i = 0; i < arguments.Length; i++)
            {
                if (!IsActive(define.Arguments[i])) continue;
                var partial = define.Op.Partials[i](arguments, result);
                _adjoints.Add(Builder, Map(define.Arguments[i]), (partial * new Term(Builder, adjoint)).In(Builder));
            }
        }

        /// <summary>An array of zeros but for one element: the adjoint of an array that is read outside loops.</summary>
        private Value ScatterOne(Value array, Value adjoint, Value at)
        {
            var index = Builder.OpenLoop();
            var body = Builder.CloseLoop();
            var result = Builder.Fresh(IrType.Real.ArrayOf);
            var yield = new Yield(YieldKind.Scatter, result, adjoint, at, LengthOf(array));
            Builder.Append(new Loop(index, Builder.Integer(1), body, Sequence.Of(yield), new(0, "one element")));
            return result;
        }

        private void Reverse(Loop loop)
        {
            if (!loop.Yields.Any(yield => IsActive(yield.Element) && (_adjoints.Has(yield.Kind == YieldKind.Array ? yield.Result : Map(yield.Result))))) return;
            if (loop.Body.Any(statement => statement is Loop)) throw new NotSupportedException("a loop in a loop has no derivative yet");
            var outside = _adjoints;
            var seeds = loop.Yields.Select(yield => yield.Kind == YieldKind.Array ? yield.Result : Map(yield.Result)).ToArray();
            var index = Open(loop);
            Rewrite(Sequence.Of(loop.Body.Where(statement => statement is not Require).ToArray()));

            _adjoints = new();
            for (int i = 0; i < seeds.Length; i++)
            {
                if (!IsActive(loop.Yields[i].Element)) continue;
                foreach (var seed in outside.TakeAll(Builder, seeds[i], index))
                    _adjoints.Add(Builder, Map(loop.Yields[i].Element), seed);
            }

            foreach (var statement in loop.Body.Reverse())
                if (statement is Define define) Propagate(define, index);

            var yields = HandOut(index);
            Close(loop, index, [.. yields.Select(yield => ((Yield?)null, yield.Yield))]);
            foreach (var (target, yield) in yields)
            {
                var result = Map(yield.Result);
                if (target.Type.IsArray) outside.Add(target, new Contribution(result, null));
                else outside.Add(Builder, target, result);
            }

            _adjoints = outside;
        }

        /// <summary>What is left after a body's sweep belongs to values outside the loop: one yield for each.</summary>
        private List<(Value Target, Yield Yield)> HandOut(Value index)
        {
            var yields = new List<(Value, Yield)>();
            int unused = -1;
            foreach (var (target, adjoint) in _adjoints.Scalars)
                yields.Add((target, new(YieldKind.Sum, new(unused--, IrType.Real), adjoint)));
            foreach (var (target, contributions) in _adjoints.Arrays)
            {
                foreach (var group in contributions.GroupBy(contribution => contribution.At))
                {
                    var sum = group.Select(contribution => contribution.Adjoint).Aggregate((a, b) => Builder.Add(Operations.Add, a, b));
                    yields.Add((target, group.Key == index
                        ? new(YieldKind.Array, new(unused--, IrType.Real.ArrayOf), sum)
                        : new(YieldKind.Scatter, new(unused--, IrType.Real.ArrayOf), sum, group.Key, LengthOf(target))));
                }
            }

            return yields;
        }

        private Value LengthOf(Value array) => Map(_extents[array.Id]);

        private Value Gradient(Define position)
        {
            var value = position.Result;
            if (!value.Type.IsArray) return _adjoints.Take(Map(value)) ?? Builder.Number(0);

            // Several plates may read the array: add up what each hands back.
            var index = Builder.OpenLoop();
            var sum = _adjoints.TakeAll(Builder, value, index).Aggregate((Value?)null, (a, b) => a is { } present ? Builder.Add(Operations.Add, present, b) : b);
            var body = Builder.CloseLoop();
            var result = Builder.Fresh(IrType.Real.ArrayOf);
            string name = position.Immediate.Symbol + "Gradient";
            var yield = new Yield(YieldKind.Array, result, sum ?? Builder.Number(0), Name: name);
            Builder.Append(new Loop(index, LengthOf(value), body, Sequence.Of(yield), new(0, $"the gradient of {position.Immediate.Symbol}")));
            return result;
        }
    }

    /// <summary>An adjoint of an array: of one element in each iteration, or (without <paramref name="At"/>) of all elements at once.</summary>
    private sealed record Contribution(Value Adjoint, Value? At);

    /// <summary>The adjoints that have been found and not yet been handed on, in the order in which they were found first.</summary>
    /// <remarks>Numbers are values of the new block; arrays are values of the old one, which the copies of a loop have in common.</remarks>
    private sealed class Adjoints
    {
        private readonly List<Value> _scalarOrder = [];
        private readonly List<Value> _arrayOrder = [];
        private readonly Dictionary<Value, Value> _scalars = [];
        private readonly Dictionary<Value, List<Contribution>> _arrays = [];

        public IEnumerable<(Value Target, Value Adjoint)> Scalars => _scalarOrder.Where(_scalars.ContainsKey).Select(target => (target, _scalars[target]));

        public IEnumerable<(Value Target, List<Contribution> Contributions)> Arrays => _arrayOrder.Where(_arrays.ContainsKey).Select(target => (target, _arrays[target]));

        public bool Has(Value value) => value.Type.IsArray ? _arrays.ContainsKey(value) : _scalars.ContainsKey(value);

        public void Add(Builder builder, Value target, Value adjoint)
        {
            if (!_scalarOrder.Contains(target)) _scalarOrder.Add(target);
            _scalars[target] = _scalars.TryGetValue(target, out var known) ? builder.Add(Operations.Add, known, adjoint) : adjoint;
        }

        public void Add(Value array, Contribution contribution)
        {
            if (!_arrayOrder.Contains(array)) _arrayOrder.Add(array);
            if (!_arrays.TryGetValue(array, out var contributions)) _arrays.Add(array, contributions = []);
            contributions.Add(contribution);
        }

        public Value? Take(Value target)
        {
            if (!_scalars.TryGetValue(target, out var adjoint)) return null;
            _scalars.Remove(target);
            return adjoint;
        }

        /// <summary>The adjoint of a number, or those of an array's element at an index.</summary>
        public IEnumerable<Value> TakeAll(Builder builder, Value target, Value index)
        {
            if (!target.Type.IsArray) return Take(target) is { } scalar ? [scalar] : [];
            if (!_arrays.TryGetValue(target, out var contributions)) return [];
            _arrays.Remove(target);
            return contributions.Select(contribution => builder.Add(Operations.Load, contribution.Adjoint, index)).ToArray();
        }
    }
}
