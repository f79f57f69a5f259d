using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the log likelihood, element by element, as a part of the posterior.</summary>
internal static class LikelihoodEmitter
{
    public static string Write(ModelText text)
    {
        var writer = text.Open(
            [$"{text.Model.Name}: the log likelihood of each observed element."],
            "global::System", "global::ProbModels", "M = global::ProbModels.ScalarFunctions");
        using (writer.Braces($"partial class {text.OwnPosteriorClass}"))
        {
            writer.Line("/// <inheritdoc/>");
            using (writer.Braces("protected override void LogLikelihood(ReadOnlySpan<double> record, Span<double> terms)"))
            {
                if (text.Model.Parameters.Count > 0 || text.Imputes) writer.Line($"var model = ({text.ModelClass})Model;");
                if (text.Observables.Any(site => site.EventRank > 0)) writer.Line("terms.Clear(); // the term of an array stands at its first element");
                foreach (var site in text.Observables)
                {
                    int number = Number(text, site.Name);
                    DataEmitter.WriteSlots(writer, text, site, $"Imputed({number})");
                    writer.Line($"double[] {text.LocalOf(site.Name)} = ObservedOr({number}, {DataEmitter.StandIn(text, site)});");
                    writer.Line($"var {site.Name}Terms = Terms({number}, terms);");
                }

                new Program(writer, text).Write();
            }
        }

        return writer.ToString();
    }

    private static int Number(ModelText text, string site) => text.Records.Select(candidate => candidate.Name).ToList().IndexOf(site);

    private static NameScope Names(ModelText text) =>
        new(["record", "terms", "model", .. text.Imputed.Values, .. text.Observables.SelectMany(site => new[] { text.LocalOf(site.Name).TrimStart('@'), $"{site.Name}Terms", $"{site.Name}Slots" })]);

    /// <summary>Latents are read from the record; every output is the terms of an observable.</summary>
    private sealed class Program(CodeWriter writer, ModelText text) : DataProgram(writer, text, text.Program.LogLikelihood, "model.", Names(text))
    {
        protected override string Leaf(Define leaf)
        {
            if (leaf.Op != Operations.Recorded) return base.Leaf(leaf);
            string site = leaf.Immediate.Symbol!;
            if (Model.IsImputed(site)) return Widened(site);
            int number = Number(Model, site);
            string offset = Model.Records.Take(number).All(before => !before.IsArray) ? number.ToString(CultureInfo.InvariantCulture) : $"Sites[{number}].Offset";
            if (!leaf.Result.Type.IsArray) return $"record[{offset}]";
            string name = Names.Unique(site + "Record");
            Writer.Line($"var {name} = record.Slice({offset}, Sites[{number}].Length);");
            return name;
        }

        /// <summary>The latents for missing elements, with the place that given elements share.</summary>
        private string Widened(string latent)
        {
            string name = Names.Unique(latent + "Record"), site = $"Sites[{Model.NumberOfImputed(latent)}]";
            Writer.Line($"var {name} = Observations.Widened(record.Slice({site}.Offset, {site}.Length));");
            return name;
        }

        protected override void WriteOutput(Output output, string text) => Writer.Line($"{output.Symbol}Terms[0] = {text};");

        protected override string OpenOutput(Output output, string extent) => output.Symbol + "Terms";

        protected override void CopyOutput(Output output, string array, bool isBound) => Writer.Line($"{array}.CopyTo({output.Symbol}Terms);");

        protected override void WriteRequire(Require require, string condition, string subject, string? limit) =>
            throw new InvalidOperationException("terms take the place of rules");
    }
}
