using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Cuts plates with much work for each element into steps, short loops of their own that hand arrays to each other.</summary>
/// <remarks>
/// A compiler keeps the values of a short loop in registers; of a long one it keeps them in memory, and a loop with many elementary functions
/// takes several times as long as the functions by themselves. The steps of a plate run tile by tile, so that what they hand on stays in the
/// cache. Products with a matrix's rows are steps by themselves, the first, and so are sums of its rows, the last: the library computes these for
/// several tiles of rows at a time. A plate that multiplies the elements of a tile runs tile by tile even if it is one step. Needs a scheduled kernel; comes last.
/// </remarks>
internal static class CutIntoSteps
{
    /// <summary>How much one step may hold; see <see cref="Op.Weight"/>. Measured.</summary>
    private const int Limit = 4;

    public static Kernel Run(Kernel kernel)
    {
        int plates = 0, next = 1 + Uses.GreatestId(kernel.Body);
        var body = new List<Statement>();
        foreach (var statement in kernel.Body)
        {
            if (statement is Loop loop && LoopShape.IsFlat(loop) && (HasMatrix(loop) || HasProduct(loop) || loop.Body.OfType<Define>().Sum(define => define.Op.Weight) > Limit))
                body.AddRange(new Cut(loop, ++plates).Run(ref next));
            else
                body.Add(statement);
        }

        return kernel with { Body = body.ToSequence() };
    }

    private static bool HasMatrix(Loop loop) => loop.Yields.Any(yield => yield.Kind == YieldKind.Rows) || loop.Body.OfType<Define>().Any(IsRowProduct);

    /// <summary>Whether numbers are multiplied, which a tile has few enough of.</summary>
    private static bool HasProduct(Loop loop) => loop.Yields.Any(yield => yield.Kind == YieldKind.LogProduct);

    private static bool IsRowProduct(Define define) => define.Op == Operations.RowProduct;

    /// <summary>One plate, cut.</summary>
    private sealed class Cut
    {
        private readonly Loop _loop;
        private readonly int _plate;
        private readonly List<Define> _defines;
        private readonly Dictionary<Value, Define> _definitions;

        /// <summary>The first step in which a value can be computed.</summary>
        private readonly Dictionary<Value, int> _ready = [];

        /// <summary>The step in which a value is computed. What is computed anew in each step that uses it has none.</summary>
        private readonly Dictionary<Value, int> _home = [];

        /// <summary>The steps that use a value.</summary>
        private readonly Dictionary<Value, SortedSet<int>> _users = [];

        private readonly HashSet<Value> _followsFromFunction = [];
        private readonly Dictionary<Value, Yield> _stored = [];

        /// <summary>The first step that is a loop over elements, and the last.</summary>
        private readonly int _first;
        private int _last;

        public Cut(Loop loop, int plate)
        {
            (_loop, _plate) = (loop, plate);
            _defines = [.. loop.Body.OfType<Define>()];
            _definitions = _defines.ToDictionary(define => define.Result);
            _first = _last = _defines.Any(IsRowProduct) ? 1 : 0;
            FindReady();
            FindHomes();
        }

        public IReadOnlyList<Loop> Run(ref int next)
        {
            var rows = _loop.Yields.Where(yield => yield.Kind == YieldKind.Rows).ToList();
            foreach (var define in _defines.Where(define => _home.TryGetValue(define.Result, out int home) && UsersOf(define.Result).Any(user => user > home)))
                _stored.Add(define.Result, Stored(define.Result, ref next));
            foreach (var element in rows.Select(yield => yield.Element).Distinct())
            {
                if (_stored.ContainsKey(element)) continue;
                var weight = Stored(element, ref next);
                _stored.Add(element, weight with { Name = weight.Name ?? "weight" });
            }

            var steps = new List<Loop>();
            for (int step = 0; step <= _last; step++)
            {
                var made = Step(step, ref next);
                if (made.Yields.Count > 0 || made.Body.Any(statement => statement is Require)) steps.Add(made);
            }

            foreach (var yield in rows)
            {
                Value index = new(next++, IrType.Integer), weight = new(next++, IrType.Real);
                var load = new Define(weight, Operations.Load, Sequence.Of(_stored[yield.Element].Result, index), default, _stored[yield.Element].Name);
                steps.Add(_loop with { Index = index, Body = Sequence.Of<Statement>(load), Yields = Sequence.Of(yield with { Element = weight }), Plate = _plate });
            }

            return steps.Count == 1 && !HasProduct(steps[0]) ? [steps[0] with { Plate = 0 }] : steps;
        }

        private Yield Stored(Value value, ref int next)
        {
            Define? DefinitionOf(Value candidate) => _definitions.TryGetValue(candidate, out var define) ? define : null;
            string? name = DefinitionOf(value)?.Name ?? Naming.Describe(value, DefinitionOf);
            return new(YieldKind.Array, new(next++, value.Type.ArrayOf), value, Name: name ?? (DefinitionOf(value)?.Op == Operations.RowProduct ? "product" : null));
        }

        private Loop Step(int step, ref int next)
        {
            var index = new Value(next++, IrType.Integer);
            var map = new Dictionary<Value, Value> { [_loop.Index] = index };
            foreach (var thread in ThreadsOf(step)) map[thread.Inside!.Value] = new(next++, thread.Inside.Value.Type);
            var body = new List<Statement>();
            foreach (var statement in _loop.Body)
            {
                if (statement is not Define define)
                {
                    if (statement is Require require && StepOf(require) == step) body.Add(Uses.Replace(require, map));
                    continue;
                }

                bool isUsed = UsersOf(define.Result).Contains(step);
                if (!_home.TryGetValue(define.Result, out int home))
                {
                    if (!isUsed) continue;
                    var again = new Value(next++, define.Result.Type);
                    body.Add(((Define)Uses.Replace(define, map)) with { Result = again });
                    map.Add(define.Result, again);
                }
                else if (home == step)
                {
                    body.Add(Uses.Replace(define, map));
                }
                else if (isUsed)
                {
                    var read = new Value(next++, define.Result.Type);
                    body.Add(new Define(read, Operations.Load, Sequence.Of(_stored[define.Result].Result, index), default, _stored[define.Result].Name));
                    map.Add(define.Result, read);
                }
            }

            var yields = _loop.Yields.Where(yield => yield.Kind != YieldKind.Rows && StepOf(yield) == step).Select(yield => Uses.Replace(yield, map) with { Inside = yield.Inside is { } inside ? map[inside] : null })
                .Concat(_stored.Values.Where(stored => HomeOf(stored.Element) == step).Select(stored => stored with { Element = map.TryGetValue(stored.Element, out var anew) ? anew : stored.Element }));
            return _loop with { Index = index, Body = body.ToSequence(), Yields = yields.ToSequence(), Plate = _plate };
        }

        private IEnumerable<Yield> ThreadsOf(int step) => _loop.Yields.Where(yield => yield.Kind == YieldKind.Thread && StepOf(yield) == step);

        /// <summary>Puts each elementary function into the first step that has room for it once its arguments are there.</summary>
        private void FindReady()
        {
            var weights = new Dictionary<int, int>();
            foreach (var define in _defines)
            {
                int step = define.Arguments.Select(ReadyOf).DefaultIfEmpty(_first).Max();
                if (IsRowProduct(define))
                {
                    _home[define.Result] = step = 0;
                }
                else if (define.Op.Weight > 0)
                {
                    int WeightOf(int at) => weights.TryGetValue(at, out int weight) ? weight : 0;
                    while (WeightOf(step) > 0 && WeightOf(step) + define.Op.Weight > Limit) step++;
                    weights[step] = WeightOf(step) + define.Op.Weight;
                    _home[define.Result] = step;
                }

                _ready[define.Result] = step;
                _last = Math.Max(_last, step);
                if (define.Op.Weight > 0 || define.Arguments.Any(_followsFromFunction.Contains)) _followsFromFunction.Add(define.Result);
            }
        }

        /// <summary>
        /// What follows from an elementary function is computed as soon as it can be; all else in the first step that uses it. Conditions, and
        /// what is read at the plate's own index or beside it, cost no more than an array would: each step computes them anew.
        /// </summary>
        private void FindHomes()
        {
            foreach (var require in _loop.Body.OfType<Require>()) Use(Uses.Of(require), StepOf(require));
            foreach (var yield in _loop.Yields) Use(Uses.Of(yield), StepOf(yield));
            foreach (var define in Enumerable.Reverse(_defines))
            {
                if (!_users.TryGetValue(define.Result, out var users))
                {
                    if (!_home.ContainsKey(define.Result)) continue;
                    users = [];
                }

                if (IsComputedAnew(define))
                {
                    foreach (int user in users) Use(define.Arguments, user);
                    continue;
                }

                if (!_home.TryGetValue(define.Result, out int home)) home = _home[define.Result] = _followsFromFunction.Contains(define.Result) ? _ready[define.Result] : users.Min;
                Use(define.Arguments, home);
            }
        }

        private void Use(IEnumerable<Value> values, int step)
        {
            foreach (var used in values.Where(_definitions.ContainsKey))
            {
                if (!_users.TryGetValue(used, out var users)) _users.Add(used, users = []);
                users.Add(step);
            }
        }

        private bool IsComputedAnew(Define define) =>
            define.Result.Type.Scalar == Scalar.Boolean || define.Result.Type.Scalar == Scalar.Integer || define.Op.HasImmediate
            || (define.Op == Operations.Load && (define.Arguments[1] == _loop.Index || LoopShape.ShiftOf(_loop, define.Arguments[1]) is not null));

        private IEnumerable<int> UsersOf(Value value) => _users.TryGetValue(value, out var users) ? users : [];

        /// <summary>The first step in which a value can be used; what the first products make, in the step after them.</summary>
        private int ReadyOf(Value value) => _ready.TryGetValue(value, out int step) ? Math.Max(_first, step) : _first;

        /// <summary>The step that computes a value, or where each does so for itself, the first that can.</summary>
        private int HomeOf(Value value) => _home.TryGetValue(value, out int home) ? home : ReadyOf(value);

        /// <summary>The step that hands a yield out: the one that computes its element.</summary>
        private int StepOf(Yield yield) => Uses.Of(yield).Max(ReadyOf);

        private int StepOf(Require require) => Uses.Of(require).Max(ReadyOf);
    }
}
