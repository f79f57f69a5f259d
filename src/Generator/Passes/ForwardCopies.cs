using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Reads an array itself where another one was filled, at once or piece by piece, with the same elements at the same places.</summary>
/// <remarks>Latents without a transform are such a copy of their part of the position, and a gradient to which one plate alone contributes of what that hands back.</remarks>
internal static class ForwardCopies
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Forwarder(kernel).Run());

    private sealed class Forwarder : Revisitor
    {
        private readonly Kernel _kernel;
        private readonly ArrayForms _forms;
        private readonly Scopes _scopes;
        private readonly Activity _activity;
        private readonly Dictionary<Value, Value> _originals;

        public Forwarder(Kernel kernel)
        {
            (_kernel, _forms, _scopes, _activity) = (kernel, new(kernel.Body), new(kernel.Body), new(kernel.Body));
            _originals = Originals();
        }

        public Kernel Run() => Rebuild(_kernel);

        protected override void Rewrite(Loop loop)
        {
            var copies = loop.Yields.Where(yield => OriginalOf(loop, yield) is not null).ToList();
            base.Rewrite(loop with { Yields = loop.Yields.Where(yield => !copies.Contains(yield)).ToSequence() });
            foreach (var copy in copies) Bind(copy.Result, Map(OriginalOf(loop, copy)!.Value));
        }

        /// <summary>The array, as long as the loop, that an array of the loop's own is a copy of.</summary>
        private Value? OriginalOf(Loop loop, Yield yield) =>
            Indices.Count == 0 && yield.Kind == YieldKind.Array && loop.Order == Order.Any
            && _scopes.DefinitionOf(yield.Element) is { } load && load.Op == Operations.Load && load.Arguments[1] == loop.Index
            && _scopes.LoopOf(load.Arguments[0]) is null && load.Arguments[0].Type == IrType.Real.ArrayOf && _scopes.TimeOf(load.Arguments[0]) == Time.Evaluate
            && _activity.ExtentOf(_forms.OriginOf(load.Arguments[0])) == loop.Extent
                ? load.Arguments[0]
                : null;

        protected override Value? Finished(Value form) => _originals.TryGetValue(_forms.OriginOf(form), out var original) ? Map(original) : null;

        /// <summary>The arrays that copies were made from. Each element of an array is put once, so that a copy has all elements of an original of its length.</summary>
        private Dictionary<Value, Value> Originals()
        {
            Value? OriginalOf(Define put) =>
                _scopes.DefinitionOf(put.Arguments[2]) is { } load && load.Op == Operations.Load && load.Arguments[1] == put.Arguments[1]
                && _scopes.Is(load.Arguments[0], Operations.Position) && _activity.ExtentOf(load.Arguments[0]) is { } length
                && _scopes.DefinitionOf(_forms.OriginOf(put.Result)) is { } blank && blank.Op == Operations.Blank && blank.Arguments[0] == length
                    ? load.Arguments[0]
                    : null;
            return Puts(_kernel.Body)
                .GroupBy(put => _forms.OriginOf(put.Result))
                .Where(pieces => pieces.Select(OriginalOf).Distinct().Count() == 1 && OriginalOf(pieces.First()) is not null)
                .ToDictionary(pieces => pieces.Key, pieces => OriginalOf(pieces.First())!.Value);
        }

        private static IEnumerable<Define> Puts(Sequence<Statement> body) => body.SelectMany(statement =>
            statement is Loop loop ? Puts(loop.Body) : statement is Define { Op: var op } define && (op == Operations.Put || op == Operations.Increase) ? [define] : (IEnumerable<Define>)[]);
    }
}
