using System.Globalization;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the class that holds what is computed when data are bound, and the check of a model's inputs.</summary>
internal static class DataEmitter
{
    public static string Write(ModelText text)
    {
        var model = text.Model;
        var writer = text.Open([$"{model.Name}: what data alone decide, computed once when they are bound."], "global::System", "global::ProbModels", "M = global::ProbModels.ScalarFunctions");
        writer.Summary($"The data of {model.Name}, laid out for its kernels.");
        using (writer.Braces($"internal sealed class {text.DataClass}"))
        {
            foreach (var output in text.Program.Bind.Outputs)
                writer.Line($"internal readonly {FieldType(text, output)} {NameScope.Escape(output.Symbol)};");
            foreach (var latent in text.Latents.Where(latent => latent.IsArray))
                writer.Lines($"internal readonly int {latent.Identifier}Length;");
            foreach (var (latent, _) in text.Offsets.Where(item => !item.Offset.IsNumber))
                writer.Line($"internal readonly int {latent.Identifier}At;");
            foreach (var (name, _) in text.Imputes ? text.ImputedAt : [])
                writer.Lines($"internal readonly int {name}Count;", $"internal readonly int {name}Length;", $"internal readonly int {name}At;");
            if (text.HasMasks) writer.Lines("", "/// <summary>Whether every element of every observable is given.</summary>", "internal readonly bool IsComplete;");
            WriteBytes(writer, text);
            writer.Line();
            string parameters = string.Concat(text.Observables.Select(site => $", double[]? {site.Name}OrNone"));
            using (writer.Braces($"internal {text.DataClass}({text.ModelClass} model{parameters})"))
            {
                foreach (var site in text.Observables)
                {
                    string given = $"{site.Name}OrNone", shape = $"model.Sites[{text.NumberOf(site.Name)}]";
                    WriteSlots(writer, text, site, $"Observations.Imputed({shape}, {given}, {text.IsReadText(site)})");
                    string imputed = text.Imputes && text.Imputed.TryGetValue(site.Name, out string? name) ? name : "[]";
                    writer.Line(site.IsArray
                        ? $"bool[] {site.Name}IsGiven = Observations.AreGiven({shape}, {given}{(imputed == "[]" ? "" : $", {imputed}")});"
                        : $"bool {site.Name}IsGiven = {given} is not null{(imputed == "[]" ? "" : $" || {imputed}.Length > 0")};");
                    writer.Line($"double[] {text.LocalOf(site.Name)} = Observations.OrStandIn({shape}, {given}, {StandIn(text, site)});");
                }

                if (text.HasMasks)
                    writer.Line($"IsComplete = Observations.AreComplete({string.Join(", ", text.Observables.Where(site => site.IsArray).Select(site => site.Name + "IsGiven"))});");
                foreach (var latent in text.Latents.Where(latent => latent.IsArray))
                    writer.Line($"{latent.Identifier}Length = {(latent.Dimensions.Count > 1 || latent.IsRagged || latent.EventRank > 0 ? $"model.Sites[{text.NumberOf(latent.Name)}].Coordinates" : text.Size(latent.Dimensions[0], "model."))};");
                foreach (var (latent, offset) in text.Offsets.Where(item => !item.Offset.IsNumber))
                    writer.Line($"{latent.Identifier}At = {offset.Text};");
                foreach (var (name, offset) in text.Imputes ? text.ImputedAt : [])
                    writer.Lines($"{name}Count = {name}.Length;", $"{name}Length = {name}.Length + 1; // given elements share the last place", $"{name}At = {offset};");
                new Binder(writer, text, text.Program.Bind, "model.", new NameScope(["model", .. text.Imputed.Values, .. text.Observables.SelectMany(site => new[] { text.LocalOf(site.Name).TrimStart('@'), $"{site.Name}IsGiven", $"{site.Name}OrNone", $"{site.Name}Slots" })])).Write();
            }
        }

        return writer.ToString();
    }

    private static void WriteBytes(CodeWriter writer, ModelText text)
    {
        var arrays = text.Program.Bind.Outputs.Where(output => output.Value.Type.IsArray).Select(output => $"this.{NameScope.Escape(output.Symbol)}.Bytes").ToList();
        writer.Lines("", "/// <summary>The memory that arrays take.</summary>", $"internal long Bytes => {(arrays.Count == 0 ? "0" : string.Join(" + ", arrays))};");
    }

    /// <summary>Writes which elements of an observable are inferred, and where each of them lies among these.</summary>
    public static void WriteSlots(CodeWriter writer, ModelText text, SiteInfo site, string imputed)
    {
        if (!text.Imputes || !text.Imputed.TryGetValue(site.Name, out string? name)) return;
        writer.Line($"int[] {name} = {imputed};");
        writer.Line($"int[] {site.Name}Slots = Observations.Slots(model.Sites[{text.NumberOf(site.Name)}], {name});");
    }

    /// <summary>Writes the statements of a model's constructor that check its inputs and find where groups of unequal lengths begin.</summary>
    public static void WriteChecks(CodeWriter writer, ModelText text)
    {
        var names = new NameScope([.. text.Model.Parameters.Select(parameter => parameter.Name), .. text.Records.Where(site => site.IsRagged).Select(GroupsOf)]);
        new Binder(writer, text, text.Program.Check, "", names).Write();
        WriteGroups(writer, text, names);
    }

    /// <summary>A value of an observable's support, which stands in where an element is not given: its term counts as 0 then.</summary>
    public static string StandIn(ModelText text, SiteInfo site)
    {
        var support = text.Model.Distributions.First(distribution => distribution.Name == site.Distribution).Support;
        var constraint = support.Constraint;
        bool hasLow = constraint.HasLow && constraint.HasHigh && constraint.Low.Immediate.Symbol is null;
        if (constraint.Kind == ConstraintKind.Inside && hasLow && constraint.High.Immediate.Symbol is null)
            return (0.5 * (constraint.Low.Immediate.Number + constraint.High.Immediate.Number)).ToString("R", CultureInfo.InvariantCulture);
        return hasLow ? constraint.Low.ToString() : constraint.Kind == ConstraintKind.None ? "0" : "1";
    }

    private static string FieldType(ModelText text, Output output) => (output.Value.Type.Scalar, output.Value.Type.IsArray) switch
    {
        _ when text.Orders.Contains(output.Symbol) => "RowOrder",
        _ when text.Counts.Contains(output.Symbol) => "Column",
        (Scalar.Real, true) when output.Value.Type.Rank == 2 => "PackedMatrix",
        (Scalar.Real, true) => "Column",
        (Scalar.Integer, true) => "IndexColumn",
        (Scalar.Real, false) => "double",
        (Scalar.Integer, false) => "int",
        (Scalar.Boolean, true) => "MaskColumn",
        _ => "bool",
    };

    private static void WriteGroups(CodeWriter writer, ModelText text, NameScope names)
    {
        var sites = text.Records.Where(site => site.IsRagged).ToList();
        if (sites.Count == 0) return;
        var outputs = sites.Select(site => new Output(OutputKind.Bound, site.Name, site.Offsets!.Value)).ToSequence();
        var kernel = Passes.EliminateDead.Run(new Kernel(text.Model.Name, WithoutRules(text.Model.Body), outputs));
        new GroupsProgram(writer, kernel, text, names).Write();
    }

    /// <summary>The local that says where a site's groups begin.</summary>
    public static string GroupsOf(SiteInfo site) => site.Identifier + "Starts";

    private static Sequence<Statement> WithoutRules(Sequence<Statement> body) =>
        body.Where(statement => statement is not Require).Select(statement => statement is Loop loop ? loop with { Body = WithoutRules(loop.Body) } : statement).ToSequence();

    private sealed class GroupsProgram(CodeWriter writer, Kernel kernel, ModelText text, NameScope names)
        : ScalarProgram(writer, kernel, names)
    {
        protected override string Leaf(Define leaf) => ModelText.Input(leaf.Immediate.Symbol!, "");

        protected override void WriteOutput(Output output, string value) => throw new InvalidOperationException("groups begin at elements of an array");

        protected override string OpenOutput(Output output, string length)
        {
            string name = GroupsOf(text.Records[text.NumberOf(output.Symbol)]);
            Writer.Line($"var {name} = new int[{length}];");
            return name;
        }

        protected override void CopyOutput(Output output, string array, bool isBound) => Writer.Line($"var {GroupsOf(text.Records[text.NumberOf(output.Symbol)])} = {array};");

        protected override void WriteRequire(Require require, string condition, string subject, string? limit) => throw new InvalidOperationException("rules are checked before");
    }

    /// <param name="owner">Where the inputs are: as in <c>model.</c>.</param>
    /// <param name="names">Knows the parameters of the constructor that is being written.</param>
    private sealed class Binder(CodeWriter writer, ModelText text, Kernel kernel, string owner, NameScope names)
        : DataProgram(writer, text, kernel, owner, names)
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
            Writer.Line($"{field} = new {FieldType(Model, output)}({extent});");
            return field;
        }

        protected override void CloseOutput(Output output, string array) => Writer.Line($"{array}.Pad();");

        protected override void Write(Define define)
        {
            if (define.Op == Operations.RowOrder)
            {
                string order = Names.Unique(define.Name!);
                Writer.Line($"var {order} = RowOrder.Of({string.Join(", ", define.Arguments.Select(Indices))});");
                Expressions.Set(define.Result, order);
            }
            else if (define.Op == Operations.Arrange)
            {
                Expressions.Set(define.Result, $"{Expressions.Text(define.Arguments[1])}.Arrange({Expressions.Text(define.Arguments[0])})");
            }
            else
            {
                base.Write(define);
            }
        }

        protected override void CopyOutput(Output output, string array, bool isBound)
        {
            // What stands in an order, and what is a field already, is a column.
            bool isColumn = array.StartsWith("this.", StringComparison.Ordinal) || Scopes.Is(output.Value, Operations.RowOrder) || Scopes.Is(output.Value, Operations.Arrange);
            string made = isColumn ? array : $"{FieldType(Model, output)}.Of({array})";

            // Where data are complete, no kernel reads which elements are given.
            if (Model.Masks.Contains(output.Symbol)) made = $"IsComplete ? MaskColumn.Holding({(Scopes.Is(output.Value, Operations.Arrange) ? Expressions.Text(Scopes.DefinitionOf(output.Value)!.Arguments[0]) : array)}.Length) : {made}";
            Writer.Line($"this.{NameScope.Escape(output.Symbol)} = {made};");
        }

        /// <summary>A column of indices as an array.</summary>
        private string Indices(Value column) => Expressions.Text(column) is var text && text.StartsWith("this.", StringComparison.Ordinal) ? $"{text}.Elements.ToArray()" : text;

        protected override void WriteRequire(Require require, string condition, string subject, string? limit)
        {
            var rule = require.Rule;
            string name = Model.Model.Name;
            string place = Model.Place(rule.Source);
            string row = ObservedElement(require) ?? $"$\"{SubjectName(require)}\"";
            string error = rule.Kind switch
            {
                RuleKind.Index => $"Binding.BadIndex(\"{name}\", {row}, {subject}, \"{rule.Subject}\", {limit}, \"{place}\")",
                RuleKind.Length => $"Binding.BadLength(\"{name}\", \"{rule.Subject}\", {subject}, {limit}, \"{rule.Requirement.Replace("\"", "\\\"")}\", \"{place}\")",
                RuleKind.Size => $"Binding.Broken(\"{name}\", {row}, {subject}, \"{rule.Subject} must be {rule.Requirement}\", \"{place}\")",
                _ => $"Binding.Broken(\"{name}\", {row}, {subject}, \"{rule.Subject} at site {rule.Site} must be {rule.Requirement}\", \"{place}\")",
            };
            Writer.Line($"if (!({condition})) throw {error};");
        }

        /// <summary>The name of an observation that lies elsewhere than at a loop's own index, as an element of a matrix does; null for any other subject.</summary>
        private string? ObservedElement(Require require)
        {
            var load = Scopes.DefinitionOf(require.Subject);
            if (load is null || load.Op != Operations.Load || Loops.Any(loop => loop.Loop.Index == load.Arguments[1])) return null;
            if (Scopes.DefinitionOf(load.Arguments[0]) is not { } leaf || leaf.Op != Operations.Observed) return null;
            return $"model.Sites[{Model.NumberOf(leaf.Immediate.Symbol!)}].ElementName({Expressions.Text(load.Arguments[1])})";
        }
    }
}
