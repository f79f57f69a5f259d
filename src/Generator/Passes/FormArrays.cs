using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Makes plain arrays of those that go from iteration to iteration but are filled at each one's own index, from the first element to the last.</summary>
internal static class FormArrays
{
    public static Kernel Run(Kernel kernel) => EliminateDead.Run(new Former(kernel).Run());

    private sealed class Former(Kernel kernel) : Rewriter
    {
        private readonly Scopes _scopes = new(kernel.Body);
        private readonly HashSet<Value> _puts = [];

        public Kernel Run() => Rebuild(kernel);

        protected override void Rewrite(Define define)
        {
            if (!_puts.Contains(define.Result)) base.Rewrite(define);
        }

        protected override void Rewrite(Loop loop)
        {
            var fills = loop.Yields.ToDictionary(yield => yield, yield => Fill(loop, yield));
            _puts.UnionWith(fills.Values.OfType<Define>().Select(put => put.Result));
            var index = Open(loop);
            Rewrite(loop.Body);
            Close(loop, index, [.. loop.Yields.Select(yield => ((Yield?)yield, fills[yield] is { } put
                ? new(YieldKind.Array, yield.Result, Map(put.Arguments[2]), Name: yield.Name)
                : Rewrite(yield)))]);
        }

        /// <summary>The put that fills an array of the loop's own length at the loop's own index; null where there is another way.</summary>
        private Define? Fill(Loop loop, Yield yield) =>
            yield.Kind == YieldKind.Thread
            && LoopShape.FillOf(loop, yield) is { } put
            && put.Arguments[1] == loop.Index
            && _scopes.DefinitionOf(yield.Into!.Value) is { } blank
            && blank.Op == Operations.Blank
            && blank.Arguments[0] == loop.Extent
                ? put
                : null;
    }
}
