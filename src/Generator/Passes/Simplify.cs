using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Passes;

/// <summary>Builds a kernel again, so that the builder's algebra sees what earlier passes brought together.</summary>
/// <remarks>Gives a kernel without repeated definitions or repeated sums, in which no loop holds what does not depend on it.</remarks>
internal static class Simplify
{
    public static Kernel Run(Kernel kernel) => new Copy().Run(kernel);

    private sealed class Copy : Rewriter
    {
        public Kernel Run(Kernel kernel) => Rebuild(kernel);

        protected override void Rewrite(Loop loop)
        {
            var index = Open(loop);
            Rewrite(loop.Body);
            var yields = loop.Yields.Select(yield => (Old: yield, New: Rewrite(yield))).ToList();
            var first = yields.GroupBy(yield => yield.New with { Result = default, Name = null }).ToDictionary(same => same.Key, same => same.First().Old);
            Yield FirstLike(Yield yield) => yield.Kind is YieldKind.Sum or YieldKind.Max ? first[yield with { Result = default, Name = null }] : yield;
            bool IsRepeated((Yield Old, Yield New) yield) => yield.Old.Kind is YieldKind.Sum or YieldKind.Max && FirstLike(yield.New) != yield.Old;
            Close(loop, index, [.. yields.Where(yield => !IsRepeated(yield)).Select(yield => ((Yield?)yield.Old, yield.New))]);
            foreach (var repeated in yields.Where(IsRepeated)) Bind(repeated.Old.Result, Map(FirstLike(repeated.New).Result));
        }
    }
}
