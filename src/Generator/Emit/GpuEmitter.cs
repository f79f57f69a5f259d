using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the log density and its gradient for graphics processors, as scalar code that ILGPU compiles, with the order of the data that it reads.</summary>
/// <remarks>ILGPU takes no spans, lambdas, exceptions, static arrays nor objects: the text is of numbers and of views of numbers alone, and calls nothing but <c>PlainFunctions</c>, which are inlined.</remarks>
internal static class GpuEmitter
{
    /// <exception cref="NotOnDevicesException">The model cannot run there.</exception>
    public static string Write(ModelText text)
    {
        var kernel = text.Program.Scalar ?? throw new InvalidOperationException("the program has no scalar kernel");
        var layout = new GpuLayout(text, kernel);

        // Once for nothing but to learn which data are read, and what memory is needed.
        var trial = new GpuProgram(new CodeWriter(), text, kernel, layout);
        trial.WriteBody();

        var writer = text.Open(
            [$"{text.Model.Name}: the log density and its gradient for graphics processors, one chain for each thread.", .. text.Program.Notes.Select(note => $"In stable form: {note}.")],
            "global::System.Runtime.CompilerServices",
            "global::ProbModels",
            "M = global::ProbModels.PlainFunctions",
            "Integers = global::ILGPU.ArrayView<int>",
            "Reals = global::ILGPU.ArrayView<double>");
        writer.Summary($"What a device computes for {text.Model.Name}. Numbers of a chain lie at their place times the count of chains, plus the chain's number.");
        using (writer.Braces($"internal static class {text.GpuClass}"))
        {
            writer.Summary("The log density at the position of every chain, and its gradient: a kernel with one thread for each chain.");
            using (writer.Braces("internal static void Evaluate(global::ILGPU.Index1D chain, Reals reals, Integers integers, Reals position, Reals gradient, Reals scratch, Reals logDensity)"))
                writer.Line("logDensity[chain] = LogDensityAndGradient(reals, integers, position, gradient, scratch, chain.X, logDensity.Length);");
            writer.Line();
            writer.Summary("The log density at a chain's position, and its gradient; where a rule is broken −∞, and no gradient.");
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (writer.Braces("internal static double LogDensityAndGradient(Reals reals, Integers integers, Reals position, Reals gradient, Reals scratch, long chain, long chains)"))
            {
                layout.WriteLocals(writer);
                new GpuProgram(writer, text, kernel, layout).WriteBody();
            }

            writer.Line();
            WriteScratchLength(writer, text, kernel, layout, trial.Stacks);
        }

        writer.Line();
        using (writer.Braces($"partial class {text.OwnPosteriorClass}"))
        {
            writer.Summary($"The data in the order in which {text.GpuClass} reads them.");
            using (writer.Braces("internal FlatData Flatten()"))
            {
                writer.Line("var flat = new FlatData();");
                foreach (string field in layout.Fields) writer.Line($"flat.Add(_data.{NameScope.Escape(field)});");
                writer.Line("return flat;");
            }
        }

        return writer.ToString();
    }

    private static void WriteScratchLength(CodeWriter writer, ModelText text, Kernel kernel, GpuLayout layout, IReadOnlyList<IReadOnlyList<GpuProgram.Scratch>> stacks)
    {
        writer.Summary("How many numbers of scratch memory a chain needs.");
        using (writer.Braces("internal static int ScratchLength(double[] reals, int[] integers)"))
        {
            var lengths = stacks.SelectMany(stack => stack).Select(scratch => scratch.Length).OfType<Value>().Distinct().ToList();
            var sizes = Passes.GreatestLengths.Of(kernel, lengths);

            layout.Restart();
            string total = WriteSum(new CodeWriter());
            layout.WriteLocals(writer);
            total = WriteSum(writer);
            writer.Line($"return {total};");

            string WriteSum(CodeWriter target)
            {
                var program = new GpuProgram(target, text, sizes, layout);
                program.Write();
                string NumberOf(Output output) => output.Value.Type == IrType.Integer ? program.Numbers[output.Symbol] : $"(int)global::System.Math.Max(0, {program.Numbers[output.Symbol]})";
                string Length(GpuProgram.Scratch scratch) => scratch.Length is { } length ? NumberOf(sizes.Outputs[lengths.IndexOf(length)]) : layout.OfData("data." + scratch.Text);
                var sums = stacks.Select(stack => string.Join(" + ", stack.Select(Length))).ToList();
                return sums.Count == 0 ? "0" : sums.Aggregate((sum, other) => $"global::System.Math.Max({sum}, {other})");
            }
        }
    }
}
