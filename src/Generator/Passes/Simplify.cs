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
    }
}
