using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Builds a kernel again, so that the builder's algebra sees what earlier passes brought together.</summary>
/// <remarks>Gives a kernel without repeated definitions, in which no loop holds what does not depend on it.</remarks>
internal static class Simplify
{
    public static Kernel Run(Kernel kernel) => new Copy().Run(kernel);

    private sealed class Copy : Rewriter
    {
        public Kernel Run(Kernel kernel) => Rebuild(kernel);

        /// <summary>A sum that a loop hands out twice is handed out once.</summary>
        protected override void Rewrite(Loop loop)
        {
            var index = Open(loop);
            Rewrite(loop.Body);
            var distinct = new List<(Yield? Old, Yield New)>();
            var repeated = new List<(Yield Yield, Yield First)>();
            foreach (var yield in loop.Yields)
            {
                var rewritten = Rewrite(yield);
                var first = yield.Kind == YieldKind.Sum ? distinct.FirstOrDefault(other => other.New.Kind == YieldKind.Sum && other.New.Element == rewritten.Element).Old : null;
                if (first is null) distinct.Add((yield, rewritten));
                else repeated.Add((yield, first));
            }

            Close(loop, index, [.. distinct]);
            foreach (var (yield, first) in repeated) Bind(yield.Result, Map(first.Result));
        }
    }
}
