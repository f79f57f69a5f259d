using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Reads an array itself where another one was filled, piece by piece, with the same elements at the same places.</summary>
/// <remarks>A series of latents without a transform is such a copy of its part of the position.</remarks>
internal static class ForwardCopies
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Forwarder(kernel).Run());

    private sealed class Forwarder : Revisitor
    {
        private readonly Kernel _kernel;
        private readonly ArrayForms _forms;
        private readonly Dictionary<Value, Value> _originals;

        public Forwarder(Kernel kernel)
        {
            (_kernel, _forms) = (kernel, new(kernel.Body));
            _originals = Originals(kernel, _forms);
        }

        public Kernel Run() => Rebuild(_kernel);

        protected override Value? Finished(Value form) => _originals.TryGetValue(_forms.OriginOf(form), out var original) ? Map(original) : null;

        /// <summary>The arrays that copies were made from. Each element of an array is put once, so that a copy has all elements of an original of its length.</summary>
        private static Dictionary<Value, Value> Originals(Kernel kernel, ArrayForms forms)
        {
            var scopes = new Scopes(kernel.Body);
            var activity = new Activity(kernel.Body);
            Value? OriginalOf(Define put) =>
                scopes.DefinitionOf(put.Arguments[2]) is { } load && load.Op == Operations.Load && load.Arguments[1] == put.Arguments[1]
                && scopes.Is(load.Arguments[0], Operations.Position) && activity.ExtentOf(load.Arguments[0]) is { } length
                && scopes.DefinitionOf(forms.OriginOf(put.Result)) is { } blank && blank.Op == Operations.Blank && blank.Arguments[0] == length
                    ? load.Arguments[0]
                    : null;
            return Puts(kernel.Body)
                .GroupBy(put => forms.OriginOf(put.Result))
                .Where(pieces => pieces.Select(OriginalOf).Distinct().Count() == 1 && OriginalOf(pieces.First()) is not null)
                .ToDictionary(pieces => pieces.Key, pieces => OriginalOf(pieces.First())!.Value);
        }

        private static IEnumerable<Define> Puts(Sequence<Statement> body) => body.SelectMany(statement =>
            statement is Loop loop ? Puts(loop.Body) : statement is Define { Op: var op } define && (op == Operations.Put || op == Operations.Increase) ? [define] : (IEnumerable<Define>)[]);
    }
}
