using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the class that holds what is computed when data are bound, and the check of a model's inputs.</summary>
internal static class DataEmitter
{
    public static string Write(ModelText text)
    {
        var model = text.Model;
        var writer = text.Open([$"{model.Name}: what data alone decide, computed once when they are bound."], "global::System", "global::ProbModels", "static global::System.Math", "static global::ProbModels.SpecialFunctions");
        writer.Summary($"The data of {model.Name}, laid out for its kernels.");
        using (writer.Braces($"internal sealed class {text.DataClass}"))
        {
            foreach (var output in text.Program.Bind.Outputs)
                writer.Line($"internal readonly {FieldType(output.Value.Type)} {NameScope.Escape(output.Symbol)};");
            foreach (var latent in text.Latents.Where(latent => latent.IsArray))
                writer.Lines($"internal readonly int {latent.Name}Length;");
            foreach (var (latent, _) in Offsets(text).Where(item => item.Offset.Contains("Length")))
                writer.Line($"internal readonly int {latent.Name}At;");
            writer.Line();
            string parameters = string.Concat(text.Observables.Select(site => $", double[] {NameScope.Escape(site.Name)}"));
            using (writer.Braces($"internal {text.DataClass}({text.ModelClass} model{parameters})"))
            {
                foreach (var latent in text.Latents.Where(latent => latent.IsArray))
                    writer.Line($"{latent.Name}Length = {text.Size(latent.Extent!.Value, "model.")};");
                foreach (var (latent, offset) in Offsets(text).Where(item => item.Offset.Contains("Length")))
                    writer.Line($"{latent.Name}At = {offset};");
                new Binder(writer, text, text.Program.Bind, "model.", "this.").Write();
            }
        }

        return writer.ToString();
    }

    /// <summary>Writes the statements that check a model's inputs.</summary>
    public static void WriteChecks(CodeWriter writer, ModelText text) => new Binder(writer, text, text.Program.Check, "", "").Write();

    /// <summary>Where each latent lies in a position, as text: a number, or a sum of lengths.</summary>
    public static IEnumerable<(SiteInfo Latent, string Offset)> Offsets(ModelText text)
    {
        int known = 0;
        string lengths = "";
        foreach (var latent in text.Latents)
        {
            yield return (latent, lengths.Length == 0 ? $"{known}" : $"{known}{lengths}");
            if (latent.IsArray) lengths += $" + {latent.Name}Length";
            else known++;
        }
    }

    /// <summary>Where a latent lies in a position, as kernels write it.</summary>
    public static string At(ModelText text, string latent, string data = "data")
    {
        string offset = Offsets(text).First(item => item.Latent.Name == latent).Offset;
        return offset.Contains("Length") ? $"{data}.{latent}At" : offset;
    }

    private static string FieldType(IrType type) => (type.Scalar, type.IsArray) switch
    {
        (Scalar.Real, true) => "Column",
        (Scalar.Integer, true) => "IndexColumn",
        (Scalar.Real, false) => "double",
        (Scalar.Integer, false) => "int",
        _ => "bool",
    };

    private sealed class Binder(CodeWriter writer, ModelText text, Kernel kernel, string owner, string self)
        : ScalarProgram(writer, kernel, new NameScope(["model", .. text.Observables.Select(site => site.Name), .. kernel.Outputs.Select(output => output.Symbol), .. text.Model.Parameters.Select(parameter => parameter.Name)]))
    {
        protected override string Leaf(Define leaf)
        {
            string symbol = leaf.Immediate.Symbol!;
            if (leaf.Op == Operations.Input) return owner + ModelText.Field(symbol);
            return leaf.Result.Type.IsArray ? NameScope.Escape(symbol) : $"{NameScope.Escape(symbol)}[0]";
        }

        protected override void WriteOutput(Output output, string value)
        {
            string cast = output.Value.Type == IrType.Integer ? "checked((int)" : "";
            Writer.Line($"{self}{NameScope.Escape(output.Symbol)} = {cast}{value}{(cast.Length > 0 ? ")" : "")};");
        }

        protected override string OpenOutput(Output output, string extent)
        {
            string field = self + NameScope.Escape(output.Symbol);
            Writer.Line($"{field} = new {FieldType(output.Value.Type)}({extent});");
            return field;
        }

        protected override void CloseOutput(Output output, string array) => Writer.Line($"{array}.Pad();");

        protected override void WriteRequire(Require require, string condition, string subject, string? limit, Loop? loop, string? index)
        {
            var rule = require.Rule;
            string name = text.Model.Name;
            string place = text.Place(rule.Source);
            string row = $"$\"{SubjectName(require, loop, index)}\"";
            string error = rule.Kind switch
            {
                RuleKind.Index => $"Binding.BadIndex(\"{name}\", {row}, checked((int){subject}), \"{rule.Subject}\", {limit}, \"{place}\")",
                RuleKind.Length => $"Binding.BadLength(\"{name}\", \"{rule.Subject}\", {subject}, {limit}, \"{rule.Requirement.Replace("\"", "\\\"")}\", \"{place}\")",
                RuleKind.Size => $"Binding.Broken(\"{name}\", {row}, {subject}, \"{rule.Subject} must be {rule.Requirement}\", \"{place}\")",
                _ => $"Binding.Broken(\"{name}\", {row}, {subject}, \"{rule.Subject} at site {rule.Site} must be {rule.Requirement}\", \"{place}\")",
            };
            Writer.Line($"if (!({condition})) throw {error};");
        }
    }
}
