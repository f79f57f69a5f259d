using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Adds the gradient of the log density with respect to the position, by reverse mode.</summary>
/// <remarks>
/// The adjoint of a value is ∂(log density)/∂(value). Statements are visited backwards; each hands its adjoint on to its arguments by the
/// chain rule. The backward sweep of a loop is a loop of its own that computes the body again: where both can run as one,
/// <see cref="FuseLoops"/> makes them one, and nothing is computed twice. Nothing is taped: an array's elements are put once, so that the
/// way back reads from its last form what the way there read from an earlier one.
/// A loop without loops inside whose iterations are independent hands out new arrays: an outer number read in it receives a sum, an array
/// read at the loop's own index an array, an array read elsewhere a scatter. Any other loop adds to its arrays' adjoints in place, in the
/// opposite order; an element's adjoint is complete when the sweep comes to where the element was put, because all that read it came later.
/// Needs a kernel that the builder made: no loop holds what does not depend on it.
/// </remarks>
internal static class Differentiate
{
    public static Kernel Run(Kernel kernel) => new Sweep(kernel).Run();

    private sealed class Sweep : Revisitor
    {
        private readonly Kernel _kernel;
        private readonly Activity _activity;
        private readonly ArrayForms _forms;
        private readonly Stack<Loop> _reversed = new();
        private readonly Dictionary<Value, string> _positions;
        private readonly Dictionary<Value, int> _uses;
        private Adjoints _adjoints;
        private int _accumulators;

        public Sweep(Kernel kernel)
        {
            (_kernel, _activity, _forms, _uses) = (kernel, new(kernel.Body), new(kernel.Body), Uses.Count(kernel));
            _positions = kernel.Body.OfType<Define>().Where(define => define.Op == Operations.Position).ToDictionary(define => define.Result, define => define.Immediate.Symbol!);
            _adjoints = new(Builder);
        }

        public Kernel Run()
        {
            Rewrite(_kernel.Body);
            var outputs = _kernel.Outputs.Select(output => output with { Value = Map(output.Value) }).ToList();
            _adjoints.Add(outputs.Single(output => output.Kind == OutputKind.LogDensity).Value, Builder.Number(1));
            Reverse(_kernel.Body);
            var positions = _kernel.Body.OfType<Define>().Where(define => define.Op == Operations.Position);
            outputs.AddRange(positions.Select(position => new Output(OutputKind.Gradient, position.Immediate.Symbol!, Gradient(position))));
            return new(_kernel.Name, Builder.Finish(), outputs.ToSequence());
        }

        private void Reverse(Sequence<Statement> body)
        {
            foreach (var statement in body.Reverse())
            {
                if (statement is Define define) Propagate(define);
                else if (statement is Loop loop && _activity.Touches(loop)) Reverse(loop);
            }
        }

        private void Reverse(Loop loop)
        {
            if (_reversed.Count == 0 && LoopShape.IsFlat(loop)) ReverseFlat(loop);
            else ReverseInPlace(loop);
        }

        /// <summary>Hands the adjoint of a definition on to its arguments.</summary>
        private void Propagate(Define define)
        {
            if (!_activity.IsActive(define.Result) || define.Arguments.Count == 0) return;
            if (define.Op == Operations.Put)
            {
                PropagatePut(define);
                return;
            }

            if (define.Result.Type.IsArray || _adjoints.Take(Map(define.Result)) is not { } adjoint) return;
            if (define.Op == Operations.Load)
            {
                PropagateLoad(define, adjoint);
                return;
            }

            if (define.Op == Operations.RowProduct)
            {
                _adjoints.Add(_forms.OriginOf(define.Arguments[2]), new Contribution(adjoint, null, Map(define.Arguments[0])));
                return;
            }

            if (define.Op == Operations.Select)
            {
                var condition = Map(define.Arguments[0]);
                if (_activity.IsActive(define.Arguments[1])) _adjoints.Add(Map(define.Arguments[1]), Guards.Guard(Builder, condition, adjoint));
                if (_activity.IsActive(define.Arguments[2])) _adjoints.Add(Map(define.Arguments[2]), Guards.Guard(Builder, Builder.Add(Operations.Not, condition), adjoint));
                return;
            }

            var arguments = Map(define.Arguments).Select(argument => new Term(Builder, argument)).ToArray();
            var result = new Term(Builder, Map(define.Result));
            for (int i = 0; i < arguments.Length; i++)
            {
                if (!_activity.IsActive(define.Arguments[i])) continue;
                if (define.Op == Operations.Multiply && ExponentOf(define.Arguments[i]) is { } exponent)
                {
                    // d(a · exp(t)) / dt is the product itself.
                    _adjoints.Add(Map(exponent), Guards.Multiply(Builder, result, adjoint));
                    continue;
                }

                var partial = define.Op.Partials[i](arguments, result);
                _adjoints.Add(Map(define.Arguments[i]), Guards.Multiply(Builder, partial, adjoint));
            }
        }

        /// <summary>t where a value is exp(t), of the current loop, and a single operation uses it; null for other values.</summary>
        private Value? ExponentOf(Value value) =>
            _reversed.Count > 0 && _uses[value] == 1 && _reversed.Peek().Body.OfType<Define>().FirstOrDefault(define => define.Result == value) is { } define
            && (define.Op == Operations.Exp || define.Op == Operations.FiniteExp)
                ? define.Arguments[0]
                : null;

        private void PropagateLoad(Define load, Value adjoint)
        {
            var (array, at) = (_forms.OriginOf(load.Arguments[0]), Map(load.Arguments[1]));
            if (_reversed.Count > 0 && LoopShape.IsFlat(_reversed.Peek()) && _reversed.Count == 1)
                _adjoints.Add(array, new Contribution(adjoint, at));
            else
                _adjoints.Accumulate(array, Builder.Add(Operations.Increase, AccumulatorOf(array), at, adjoint));
        }

        private void PropagatePut(Define put)
        {
            if (!_activity.IsActive(put.Arguments[2])) return;
            foreach (var adjoint in _adjoints.At(_forms.OriginOf(put.Result), Map(put.Arguments[1])))
                _adjoints.Add(Map(put.Arguments[2]), adjoint);
        }

        /// <summary>The one array that holds an array's adjoint so far, to be added to in place.</summary>
        private Value AccumulatorOf(Value array)
        {
            var parts = _adjoints.TakeContributions(array).ToList();
            if (_adjoints.AccumulatorOf(array) is { } known) parts.Add(known);
            var accumulator = parts.Count switch
            {
                0 => Zeros(array),
                1 => parts[0],
                _ => Sum(parts, array),
            };
            _adjoints.Accumulate(array, accumulator);
            return accumulator;
        }

        private Value Zeros(Value array)
        {
            var here = Indices.Count == 0 ? Builder.Integer(0) : Indices.First();
            return Builder.Leaf(Operations.Zeros, IrType.Real.ArrayOf, $"adjoint{++_accumulators}", NameOfAdjoint(array), LengthOf(array), here);
        }

        private Value Sum(IEnumerable<Value> arrays, Value array)
        {
            var index = Builder.OpenLoop();
            var sum = arrays.Select(part => Builder.Add(Operations.Load, part, index)).Aggregate((a, b) => Builder.Add(Operations.Add, a, b));
            var body = Builder.CloseLoop();
            var result = Builder.Fresh(IrType.Real.ArrayOf);
            Builder.Append(new Loop(index, LengthOf(array), body, Sequence.Of(new Yield(YieldKind.Array, result, sum, Name: NameOfAdjoint(array))), new(0, $"the adjoint of {_activity.NameOf(array)}")));
            return result;
        }

        private string NameOfAdjoint(Value array) => _positions.TryGetValue(array, out string? symbol) ? symbol + "Gradient" : _activity.NameOf(array) + "Adjoint";

        private Value LengthOf(Value array) => _activity.ExtentOf(array) is { } extent ? Map(extent) : Builder.Add(Operations.Length, Map(array));

        /// <summary>Reverses a loop of independent iterations that hands out arrays of its own.</summary>
        private void ReverseFlat(Loop loop)
        {
            var outside = _adjoints;
            if (!loop.Yields.Any(yield => _activity.IsActive(yield.Element) && outside.Has(KeyOf(yield)))) return;
            var index = OpenReversed(loop);
            _adjoints = new(Builder);
            Seed(loop, index, outside);
            foreach (var statement in loop.Body.Reverse())
                if (statement is Define define && define.Op != Operations.Put) Propagate(define);

            var yields = HandOut(index);
            _reversed.Pop();
            Close(loop, index, [.. yields.Select(yield => ((Yield?)null, yield.Yield))]);
            foreach (var (target, yield) in yields)
            {
                var result = Map(yield.Result);
                if (target.Type.IsArray) outside.Add(target, new Contribution(result, null));
                else outside.Add(target, result);
            }

            _adjoints = outside;
        }

        /// <summary>Reverses a loop that adds to adjoints in place.</summary>
        private void ReverseInPlace(Loop loop)
        {
            var outside = _adjoints;
            var touched = _activity.ArraysOf(loop).Select(_forms.OriginOf).Distinct().Where(array => !_forms.IsLocalTo(array, loop)).ToList();
            if (!touched.Any(outside.Has) && !loop.Yields.Any(yield => _activity.IsActive(yield.Element) && outside.Has(KeyOf(yield)))) return;

            var before = touched.Select(AccumulatorOf).ToList();
            var index = OpenReversed(loop);
            var inside = touched.Select(array => Builder.Fresh(IrType.Real.ArrayOf)).ToList();
            _adjoints = new(Builder);
            for (int i = 0; i < touched.Count; i++) _adjoints.Accumulate(touched[i], inside[i]);
            Seed(loop, index, outside);
            Reverse(loop.Body);

            var yields = _adjoints.Scalars.Select((scalar, i) => (scalar.Target, Yield: new Yield(YieldKind.Sum, new(Unused - i, IrType.Real), scalar.Adjoint))).ToList();
            for (int i = 0; i < touched.Count; i++)
                yields.Add((touched[i], new(YieldKind.Thread, new(Unused - yields.Count, IrType.Real.ArrayOf), _adjoints.AccumulatorOf(touched[i])!.Value, Into: before[i], Inside: inside[i])));
            _reversed.Pop();
            var order = loop.Order switch { Order.Forward => Order.Backward, Order.Backward => Order.Forward, _ => Order.Any };
            Close(loop with { Order = order }, index, [.. yields.Select(yield => ((Yield?)null, yield.Yield))]);
            foreach (var (target, yield) in yields)
            {
                if (target.Type.IsArray) outside.Accumulate(target, Map(yield.Result));
                else outside.Add(target, Map(yield.Result));
            }

            _adjoints = outside;
        }

        /// <summary>Opens the loop that goes the way back, and computes the body again in it.</summary>
        private Value OpenReversed(Loop loop)
        {
            var index = Open(loop);
            _reversed.Push(loop);
            ReadFinished(loop);
            Rewrite(loop.Body);
            return index;
        }

        /// <summary>On the way back, arrays from outside are there already: only what lives in an iteration is made again.</summary>
        protected override Value? Finished(Value form)
        {
            var origin = _forms.OriginOf(form);
            return _reversed.Count == 0 || _forms.IsLocalTo(origin, _reversed.Peek()) ? null : Map(_forms.LastOf(origin));
        }

        protected override void Rewrite(Statement statement)
        {
            if (_reversed.Count == 0 || statement is not Require) base.Rewrite(statement);
        }

        /// <summary>Hands the adjoints of a loop's yields to their elements.</summary>
        private void Seed(Loop loop, Value index, Adjoints outside)
        {
            foreach (var yield in loop.Yields)
            {
                if (!_activity.IsActive(yield.Element)) continue;
                switch (yield.Kind)
                {
                    case YieldKind.Sum when outside.Take(Map(yield.Result)) is { } adjoint:
                        _adjoints.Add(Map(yield.Element), adjoint);
                        break;
                    case YieldKind.Max when outside.Take(Map(yield.Result)) is { } adjoint:
                        // Of equal elements each counts as the greatest: the derivative is that of one of the sides.
                        var isGreatest = Builder.Add(Operations.GreaterOrEqual, Map(yield.Element), Map(yield.Result));
                        _adjoints.Add(Map(yield.Element), Guards.Guard(Builder, isGreatest, adjoint));
                        break;
                    case YieldKind.Array:
                        foreach (var adjoint in outside.At(yield.Result, index)) _adjoints.Add(Map(yield.Element), adjoint);
                        break;
                    case YieldKind.Scatter:
                        foreach (var adjoint in outside.At(yield.Result, Map(yield.At!.Value))) _adjoints.Add(Map(yield.Element), adjoint);
                        break;
                    case YieldKind.Thread when LoopShape.FillOf(loop, yield) is { } put && LoopShape.IsFlat(loop) && _reversed.Count == 1:
                        foreach (var adjoint in outside.At(_forms.OriginOf(yield.Result), Map(put.Arguments[1]))) _adjoints.Add(Map(put.Arguments[2]), adjoint);
                        break;
                }
            }
        }

        /// <summary>Where a yield's adjoint is found.</summary>
        private Value KeyOf(Yield yield) => yield.Result.Type.IsArray ? _forms.OriginOf(yield.Result) : Map(yield.Result);

        /// <summary>What is left after a body's sweep belongs to values outside the loop: one yield for each.</summary>
        private List<(Value Target, Yield Yield)> HandOut(Value index)
        {
            var yields = new List<(Value, Yield)>();
            int unused = Unused;
            foreach (var (target, adjoint) in _adjoints.Scalars)
                yields.Add((target, new(YieldKind.Sum, new(unused--, IrType.Real), adjoint)));
            foreach (var (target, contributions) in _adjoints.Contributions)
            {
                foreach (var group in contributions.GroupBy(contribution => (contribution.At, contribution.Matrix)))
                {
                    var sum = group.Select(contribution => contribution.Adjoint).Aggregate((a, b) => Builder.Add(Operations.Add, a, b));
                    var result = new Value(unused--, IrType.Real.ArrayOf);
                    string name = NameOfAdjoint(target);
                    yields.Add((target, group.Key.Matrix is { } matrix ? new(YieldKind.Rows, result, sum, Size: LengthOf(target), Name: name, Matrix: matrix)
                        : group.Key.At == index && IsWhole(target) ? new(YieldKind.Array, result, sum, Name: name)
                        : new(YieldKind.Scatter, result, sum, group.Key.At, LengthOf(target), name)));
                }
            }

            return yields;

            // An array that a loop reads at its own index may still be longer than the loop.
            bool IsWhole(Value target) => _activity.ExtentOf(target) is { } extent && extent == _reversed.Peek().Extent;
        }

        private Value Gradient(Define position)
        {
            var value = position.Result;
            if (!value.Type.IsArray) return _adjoints.Take(Map(value)) ?? Builder.Number(0);

            // Several plates may read the array: add up what each hands back.
            var index = Builder.OpenLoop();
            var sum = _adjoints.At(value, index).Aggregate((Value?)null, (a, b) => a is { } present ? Builder.Add(Operations.Add, present, b) : b);
            var body = Builder.CloseLoop();
            var result = Builder.Fresh(IrType.Real.ArrayOf);
            string name = position.Immediate.Symbol + "Gradient";
            var yield = new Yield(YieldKind.Array, result, sum ?? Builder.Number(0), Name: name);
            Builder.Append(new Loop(index, LengthOf(value), body, Sequence.Of(yield), new(0, $"the gradient of {position.Immediate.Symbol}")));
            return result;
        }

        /// <summary>Ids below zero: no value of a kernel has one, so a new yield's own result can be looked up once the loop is closed.</summary>
        private const int Unused = -1;
    }
}
