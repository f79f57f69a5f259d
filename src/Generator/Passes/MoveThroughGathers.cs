using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Computes functions of a group's value once for each group, not for each of its rows.</summary>
/// <remarks>
/// What a plate computes from elements that it reads through one index array, and from nothing else of its own, moves into a loop over these
/// elements: f(a[g[i]]) becomes b[g[i]] with b[k] = f(a[k]). It moves where a function that takes long is among it, or where the rows then
/// read no more arrays than before. A group without rows computes nothing that counts: there the value is 0, and so is its derivative,
/// whatever f does. Comes before differentiation, so that derivatives are taken for each group as well.
/// </remarks>
internal static class MoveThroughGathers
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Mover(kernel).Run());

    private sealed class Mover(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private readonly Activity _activity = new(kernel.Body);

        /// <summary>How many rows each group has, by the index array and the number of groups in the new block.</summary>
        private readonly Dictionary<(Value Indices, Value Groups), Value> _rows = [];

        /// <summary>The arrays, in the new block, from which the current loop reads what was moved, with their indices in the old one.</summary>
        private readonly Dictionary<Value, (Value Array, Value At)> _moved = [];

        /// <summary>What only serves what was moved.</summary>
        private readonly HashSet<Value> _left = [];

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Loop loop)
        {
            if (Indices.Count == 0 && LoopShape.IsFlat(loop))
                foreach (var group in GroupsOf(loop)) Move(loop, group);
            base.Rewrite(loop);
        }

        protected override void Rewrite(Define define)
        {
            if (_moved.TryGetValue(define.Result, out var moved)) Bind(define.Result, Builder.Add(Operations.Load, [moved.Array, Map(moved.At)], define.Name));
            else if (!_left.Contains(define.Result)) base.Rewrite(define);
        }

        /// <summary>The elements that a loop reads through an index array, by this and the length of the arrays.</summary>
        private IEnumerable<Group> GroupsOf(Loop loop)
        {
            var gathers = loop.Body.OfType<Define>().Where(define =>
                define.Op == Operations.Load && define.Result.Type == IrType.Real
                && _scopes.TimeOf(define.Arguments[0]) == Time.Evaluate && _scopes.LoopOf(define.Arguments[0]) is null && _activity.ExtentOf(define.Arguments[0]) is not null
                && _scopes.DefinitionOf(define.Arguments[1]) is { } index && index.Op == Operations.Load && index.Arguments[1] == loop.Index && _scopes.LoopOf(index.Arguments[0]) is null
                && _scopes.TimeOf(index.Arguments[0]) == Time.Bind);
            return gathers
                .GroupBy(gather => (At: gather.Arguments[1], Groups: _activity.ExtentOf(gather.Arguments[0])!.Value))
                .Select(group => new Group(group.Key.At, group.Key.Groups, [.. group]));
        }

        private void Move(Loop loop, Group group)
        {
            // What follows from the group's elements and from outside alone.
            var inside = new HashSet<Value>(loop.Body.SelectMany(Uses.DefinedBy)) { loop.Index };
            var gathered = new HashSet<Value>(group.Gathers.Select(gather => gather.Result));
            var members = new HashSet<Value>(gathered);
            var moving = new List<Define>();
            foreach (var define in loop.Body.OfType<Define>())
            {
                if (define.Op == Operations.Load || define.Result.Type.IsArray || define.Arguments.All(argument => !inside.Contains(argument))) continue;
                if (!define.Arguments.All(argument => members.Contains(argument) || !inside.Contains(argument))) continue;
                members.Add(define.Result);
                moving.Add(define);
            }

            var read = new HashSet<Value>(loop.Body.Where(statement => !moving.Contains(statement)).SelectMany(Uses.Of).Concat(loop.Yields.SelectMany(Uses.Of)));
            var exports = moving.Where(define => define.Result.Type == IrType.Real && read.Contains(define.Result)).ToList();
            if (exports.Count == 0 || !IsWorthwhile(moving, exports.Count + gathered.Count(read.Contains), gathered.Count)) return;

            // Conditions stay: vectors hold numbers alone. So does what they need.
            var kept = new HashSet<Value>(read);
            foreach (var define in Enumerable.Reverse(moving))
                if (kept.Contains(define.Result) && !exports.Contains(define)) kept.UnionWith(define.Arguments);
            Append(loop, group, moving, exports);
            _left.UnionWith(moving.Select(define => define.Result).Where(result => !kept.Contains(result)));
        }

        private static bool IsWorthwhile(List<Define> moving, int gathersAfter, int gathersBefore) =>
            gathersAfter <= gathersBefore || moving.Any(define => define.Op.Weight > 0 || define.Op == Operations.Divide || define.Op == Operations.Sqrt);

        /// <summary>Appends the loop over groups that computes what is moved.</summary>
        private void Append(Loop loop, Group group, List<Define> moving, List<Define> exports)
        {
            var groups = Map(group.Groups);
            var rows = RowsOf(loop, group);
            var index = Builder.OpenLoop();
            var hasRows = Builder.Add(Operations.Greater, Builder.Add(Operations.Load, rows, index), Builder.Number(0));
            var here = group.Gathers.ToDictionary(gather => gather.Result, gather => Builder.Add(Operations.Load, Map(gather.Arguments[0]), index));
            foreach (var define in moving)
                here[define.Result] = Builder.Add(define.Op, [.. define.Arguments.Select(argument => here.TryGetValue(argument, out var known) ? known : Map(argument))], define.Name);
            var yields = new List<Yield>();
            foreach (var export in exports)
            {
                string name = export.Name ?? Naming.Describe(export.Result, _scopes.DefinitionOf) ?? "by" + Naming.Capital(Naming.Identifier(NameOf(group)));
                yields.Add(new(YieldKind.Array, default, Guards.Guard(Builder, hasRows, here[export.Result]), Name: name));
            }

            var body = Builder.CloseLoop();
            var results = yields.Select(yield => yield with { Result = Builder.Fresh(IrType.Real.ArrayOf) }).ToList();
            Builder.Append(new Loop(index, groups, body, results.ToSequence(), new(0, $"each element that {loop.Source.Text} reads by {NameOf(group)}")));
            for (int i = 0; i < exports.Count; i++) _moved[exports[i].Result] = (results[i].Result, group.At);
        }

        private string NameOf(Group group) => _scopes.DefinitionOf(_scopes.DefinitionOf(group.At)!.Arguments[0])?.Name ?? "an index";

        /// <summary>The number of rows of each group, counted when data are bound.</summary>
        private Value RowsOf(Loop loop, Group group)
        {
            var indices = Map(_scopes.DefinitionOf(group.At)!.Arguments[0]);
            var key = (indices, Map(group.Groups));
            if (_rows.TryGetValue(key, out var known)) return known;
            var index = Builder.OpenLoop();
            var at = Builder.Add(Operations.Load, indices, index);
            var body = Builder.CloseLoop();
            var result = Builder.Fresh(IrType.Real.ArrayOf);
            var yield = new Yield(YieldKind.Scatter, result, Builder.Number(1), at, Map(group.Groups), "rowsBy" + Naming.Capital(Naming.Identifier(NameOf(group))));
            Builder.Append(new Loop(index, Map(loop.Extent), body, Sequence.Of(yield), new(0, $"the number of rows for each {NameOf(group)}")));
            return _rows[key] = result;
        }
    }

    /// <summary>Elements that a loop reads at one index.</summary>
    /// <param name="At">The index.</param>
    /// <param name="Groups">The length of the arrays.</param>
    /// <param name="Gathers">The reads.</param>
    private sealed record Group(Value At, Value Groups, IReadOnlyList<Define> Gathers);
}
