using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Finds the arrays that plates can write where the caller wants a latent's part of the gradient, so that they need not be copied there.</summary>
internal static class GradientsInPlace
{
    /// <summary>The arrays, each with the name of the latent.</summary>
    public static IReadOnlyDictionary<Value, string> Of(Kernel kernel, ModelText text)
    {
        var changes = kernel.Body.OfType<Define>().Where(define => define.Op == Operations.Put || define.Op == Operations.Increase).ToDictionary(change => change.Result);
        var filled = new HashSet<Value>(kernel.Body.OfType<Loop>().SelectMany(loop => loop.Yields).Select(yield => yield.Into).OfType<Value>());
        var written = new HashSet<Value>(kernel.Body.OfType<Loop>().Where(Passes.LoopShape.IsFlat).SelectMany(loop => loop.Yields.Where(yield => IsWrittenOnce(loop, yield))).Select(yield => yield.Result));
        var found = new Dictionary<Value, string>();
        foreach (var output in kernel.Outputs.Where(output => output.Kind == OutputKind.Gradient && output.Value.Type.IsArray && !text.IsImputed(output.Symbol)))
        {
            var array = output.Value;
            while (changes.TryGetValue(array, out var change)) array = change.Arguments[0];

            // What is the gradient of two latents can lie at one place only.
            if (written.Contains(array) && !filled.Contains(array) && !found.ContainsKey(array)) found.Add(array, output.Symbol);
        }

        return found;
    }

    /// <summary>Whether a plate stores whole vectors of the array, each at its place.</summary>
    private static bool IsWrittenOnce(Loop loop, Yield yield) => yield.Into is null && yield.Kind is YieldKind.Array or YieldKind.Scatter && VectorLoop.IsStoredInPlace(loop, yield);
}
