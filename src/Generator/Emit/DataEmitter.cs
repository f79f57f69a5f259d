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
            foreach (var (latent, _) in text.Offsets.Where(item => !item.Offset.IsNumber))
                writer.Line($"internal readonly int {latent.Name}At;");
            writer.Line();
            string parameters = string.Concat(text.Observables.Select(site => $", double[]? {site.Name}OrNone"));
            using (writer.Braces($"internal {text.DataClass}({text.ModelClass} model{parameters})"))
            {
                foreach (var site in text.Observables)
                {
                    writer.Line($"bool {site.Name}IsGiven = {site.Name}OrNone is not null;");
                    string size = site.Extent is { } extent ? text.Size(extent, "model.") : "1";
                    writer.Line($"double[] {NameScope.Escape(site.Name)} = {site.Name}OrNone ?? Observations.StandIn({size}, {StandIn(text, site)});");
                }

                foreach (var latent in text.Latents.Where(latent => latent.IsArray))
                    writer.Line($"{latent.Name}Length = {text.Size(latent.Extent!.Value, "model.")};");
                foreach (var (latent, offset) in text.Offsets.Where(item => !item.Offset.IsNumber))
                    writer.Line($"{latent.Name}At = {offset.Text};");
                new Binder(writer, text, text.Program.Bind, "model.", [.. text.Observables.SelectMany(site => new[] { site.Name, $"{site.Name}IsGiven", $"{site.Name}OrNone" })]).Write();
            }
        }

        return writer.ToString();
    }

    /// <summary>Writes the statements that check a model's inputs.</summary>
    public static void WriteChecks(CodeWriter writer, ModelText text) => new Binder(writer, text, text.Program.Check, "", [.. text.Model.Parameters.Select(parameter => parameter.Name)]).Write();

    /// <summary>A value of an observable's support, which stands in where the observable is not given: its terms count as 0 then, but must be finite.</summary>
    public static string StandIn(ModelText text, SiteInfo site)
    {
        var support = text.Model.Distributions.First(distribution => distribution.Name == site.Distribution).Support;
        bool hasLow = support.Constraint.Kind == ConstraintKind.Between && support.Constraint.Low.Immediate.Symbol is null;
        return hasLow ? support.Constraint.Low.ToString() : support.Constraint.Kind == ConstraintKind.None ? "0" : "1";
    }

    private static string FieldType(IrType type) => (type.Scalar, type.IsArray) switch
    {
        (Scalar.Real, true) => "Column",
        (Scalar.Integer, true) => "IndexColumn",
        (Scalar.Real, false) => "double",
        (Scalar.Integer, false) => "int",
        _ => "bool",
    };

    /// <param name="owner">Where the inputs are: as in <c>model.</c>.</param>
    /// <param name="parameters">The parameters of the constructor that is being written.</param>
    private sealed class Binder(CodeWriter writer, ModelText text, Kernel kernel, string owner, string[] parameters)
        : DataProgram(writer, text, kernel, owner, new NameScope(["model", .. parameters]))
    {
        protected override void WriteOutput(Output output, string value)
        {
            // A long input that serves as a size must fit; the length of an array does.
            bool needsCast = output.Value.Type == IrType.Integer && !value.EndsWith(".Length", StringComparison.Ordinal);
            Writer.Line($"this.{NameScope.Escape(output.Symbol)} = {(needsCast ? $"checked((int){value})" : value)};");
        }

        protected override string OpenOutput(Output output, string extent)
        {
            string field = "this." + NameScope.Escape(output.Symbol);
            Writer.Line($"{field} = new {FieldType(output.Value.Type)}({extent});");
            return field;
        }

        protected override void CloseOutput(Output output, string array) => Writer.Line($"{array}.Pad();");

        protected override void WriteRequire(Require require, string condition, string subject, string? limit, Loop? loop, string? index)
        {
            var rule = require.Rule;
            string name = Model.Model.Name;
            string place = Model.Place(rule.Source);
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
