using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the posterior, with the way from positions to records and back.</summary>
internal static class PosteriorEmitter
{
    private static readonly int[] Widths = [512, 256, 128];

    public static string Write(ModelText text, IReadOnlyList<Rule> rules)
    {
        var model = text.Model;
        var writer = text.Open(
            [$"{model.Name} with its data: the posterior that samplers see."],
            "global::System", "global::System.Collections.Generic", "global::ProbModels", "M = global::ProbModels.ScalarFunctions");
        if (text.HasImputed && !text.Imputes) WriteBase(writer, text);
        writer.Summary(!text.HasImputed ? Summary(text) : text.Imputes ? $"{text.Model.Name} with data of which elements are missing that are inferred." : $"{text.Model.Name} with data of which no element has to be inferred.");
        string bases = text.HasImputed ? text.PosteriorClass : BaseOf(text);
        using (writer.Braces($"{(text.HasImputed ? "internal" : text.Access)} sealed partial class {text.OwnPosteriorClass} : {bases}"))
        {
            writer.Line($"private readonly {text.DataClass} _data;");
            writer.Line();
            WriteConstructors(writer, text);
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override LaneWidth Width { get; }");
            writer.Line();
            if (IsCondensed(text))
            {
                writer.Line("/// <inheritdoc/>");
                writer.Line("public override bool UsesSufficientStatistics { get; }");
                writer.Line();
            }

            writer.Line("/// <inheritdoc/>");
            if (rules.Count == 0)
            {
                writer.Line("public override IReadOnlyList<string> Rules => [];");
            }
            else
            {
                writer.Line("public override IReadOnlyList<string> Rules { get; } =");
                writer.Line("[");
                foreach (var rule in rules)
                    writer.Line($"    \"{rule.Subject} at site {rule.Site} must be {rule.Requirement} ({text.Place(rule.Source)})\",");
                writer.Line("];");
            }

            writer.Line();
            if (text.HasImputed) writer.Line("/// <inheritdoc/>");
            else WriteWithSummary(writer);
            writer.Line($"public {(text.HasImputed ? "override " : "")}{text.PosteriorClass} With(LaneWidth width) => new {text.OwnPosteriorClass}(this, width{(IsCondensed(text) ? ", UsesSufficientStatistics" : "")});");
            if (IsCondensed(text))
            {
                writer.Line();
                if (text.HasImputed) writer.Line("/// <inheritdoc/>");
                else WriteStatisticsSummary(writer);
                writer.Line($"public {(text.HasImputed ? "override " : "")}{text.PosteriorClass} With(bool sufficientStatistics) => new {text.OwnPosteriorClass}(this, Width, UsesSufficientStatistics && sufficientStatistics);");
            }

            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override Workspace CreateWorkspace() => new {text.WorkspaceClass}(_data, Rules.Count);");
            writer.Line();
            WriteEvaluation(writer, text, "LogDensity", "ReadOnlySpan<double> position", "position");
            writer.Line();
            WriteEvaluation(writer, text, "LogDensityAndGradient", "ReadOnlySpan<double> position, Span<double> gradient", "position, gradient");
            writer.Line();
            WriteConstrain(writer, text);
            writer.Line();
            WriteUnconstrain(writer, text);
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override {text.DrawsClass} Read(DrawStore store) => new(Sites, store);");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"protected override {text.PredictiveClass} ReadPredictive(IReadOnlyList<Site> sites, DrawStore store) => new(sites, store);");
        }

        return writer.ToString();
    }

    private static string Summary(ModelText text) => $"{text.Model.Name} with its data. Immutable: any number of chains may share it.";

    private static string BaseOf(ModelText text) => $"CompiledPosterior<{text.DrawsClass}, {text.PredictiveClass}>";

    /// <summary>What users see of both posteriors: which of them serves is decided when data are given.</summary>
    private static void WriteBase(CodeWriter writer, ModelText text)
    {
        writer.Summary(Summary(text));
        using (writer.Braces($"{text.Access} abstract partial class {text.PosteriorClass} : {BaseOf(text)}"))
        {
            writer.Line($"private protected {text.PosteriorClass}({text.ModelClass} model, IReadOnlyList<double[]?> observed, IReadOnlyList<int[]?> imputed)");
            writer.Lines("    : base(model, observed, imputed)", "{", "}", "");
            writer.Line($"private protected {text.PosteriorClass}({text.PosteriorClass} other)");
            writer.Lines("    : base(other)", "{", "}", "");
            WriteWithSummary(writer);
            writer.Line($"public abstract {text.PosteriorClass} With(LaneWidth width);");
            if (IsCondensed(text) || text.Program.Imputing is { Condensed: not null })
            {
                writer.Line();
                WriteStatisticsSummary(writer);
                writer.Line($"public virtual {text.PosteriorClass} With(bool sufficientStatistics) => this;");
            }
        }

        writer.Line();
    }

    private static void WriteWithSummary(CodeWriter writer) =>
        writer.Summary("The same posterior, computed with vectors of another width. The results are the same; this is for tests and measurements.");

    private static void WriteStatisticsSummary(CodeWriter writer)
    {
        writer.Summary("The same posterior, computed element by element where sufficient statistics are not wanted.");
        writer.Line("/// <param name=\"sufficientStatistics\">False to do without; true to leave it as it is: with them where this posterior has them.</param>");
    }

    /// <summary>Whether sums over plates are kept as sufficient statistics, if they agree.</summary>
    private static bool IsCondensed(ModelText text) => text.Program.Condensed is not null;

    private static void WriteConstructors(CodeWriter writer, ModelText text)
    {
        string observations = string.Concat(text.Observables.Select(site => $", double[]? {text.LocalOf(site.Name)}"));
        string names = string.Concat(text.Observables.Select(site => $", {text.LocalOf(site.Name)}"));
        var observed = text.Records.Select(site => site.Role == SiteRole.Observable ? text.LocalOf(site.Name) : "null");
        var imputed = text.Records.Select((site, i) => !text.Imputed.ContainsKey(site.Name) ? "null" : !text.Imputes ? "[]" : $"Observations.Imputed(model.Sites[{i}], {text.LocalOf(site.Name)}, {text.IsReadText(site)})");
        writer.Line($"internal {text.OwnPosteriorClass}({text.ModelClass} model{observations})");
        using (writer.Braces($"    : base(model, [{string.Join(", ", observed)}]{(text.HasImputed ? $", [{string.Join(", ", imputed)}]" : "")})"))
        {
            writer.Line($"_data = new(model{names});");
            string plates = string.Join(", ", text.Model.Body.OfType<Loop>().Select(plate => text.Size(plate.Extent, "model.")).Distinct());
            writer.Line($"Width = LaneWidths.Best({plates});");
            if (IsCondensed(text)) writer.Line($"UsesSufficientStatistics = SufficientStatistics.Agree(new {text.OwnPosteriorClass}(this, Width, false), new {text.OwnPosteriorClass}(this, Width, true));");
        }

        writer.Line();
        writer.Line($"private {text.OwnPosteriorClass}({text.OwnPosteriorClass} other, LaneWidth width{(IsCondensed(text) ? ", bool usesSufficientStatistics" : "")})");
        using (writer.Braces("    : base(other)"))
        {
            writer.Line("_data = other._data;");
            writer.Line("Width = width;");
            if (IsCondensed(text)) writer.Line("UsesSufficientStatistics = usesSufficientStatistics;");
        }
    }

    private static void WriteEvaluation(CodeWriter writer, ModelText text, string program, string parameters, string arguments)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"protected override double Evaluate({parameters}, Workspace workspace)"))
        {
            writer.Line($"var own = ({text.WorkspaceClass})workspace;");
            if (IsCondensed(text))
            {
                using (writer.Braces("if (UsesSufficientStatistics)")) WriteChoice(writer, text, "Condensed" + program, arguments);
                writer.Line();
            }

            WriteChoice(writer, text, program, arguments);
        }
    }

    /// <summary>Writes the call of the kernel that suits the width and the data.</summary>
    private static void WriteChoice(CodeWriter writer, ModelText text, string program, string arguments)
    {
        string Width(int bits) => bits == 128 ? "_" : $"LaneWidth.Bits{bits}";
        string Call(int bits, string dataCase) => $"{text.KernelClass(bits)}{text.KernelCase(dataCase)}.{program}(_data, own, {arguments})";
        using (writer.Braces(text.HasMasks ? "return (Width, _data.IsComplete) switch" : "return Width switch", "};"))
        {
            foreach (int bits in Widths)
            {
                if (!text.HasMasks)
                {
                    writer.Line($"{Width(bits)} => {Call(bits, "")},");
                    continue;
                }

                writer.Line($"({Width(bits)}, true) => {Call(bits, "CompleteData")},");
                writer.Line($"({Width(bits)}, false) => {Call(bits, "IncompleteData")},");
            }
        }
    }

    private static void WriteConstrain(CodeWriter writer, ModelText text)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces("public override void Constrain(ReadOnlySpan<double> position, Span<double> record, Workspace workspace)"))
        {
            writer.Line("CheckLength(position, nameof(position));");
            writer.Line("CheckRecord(record, nameof(record));");
            new Conversion(writer, text, text.Program.Constrain).Write();
        }
    }

    private static void WriteUnconstrain(CodeWriter writer, ModelText text)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces("public override void Unconstrain(ReadOnlySpan<double> record, Span<double> position)"))
        {
            writer.Line("CheckRecord(record, nameof(record));");
            writer.Line("CheckLength(position, nameof(position));");
            new Conversion(writer, text, text.Program.Unconstrain).Write();
        }
    }

    /// <summary>Records and positions as spans of numbers, each site at its place.</summary>
    private sealed class Conversion(CodeWriter writer, ModelText text, Kernel kernel)
        : ScalarProgram(writer, kernel, new NameScope("position", "record", "workspace"))
    {
        protected override string Leaf(Define leaf)
        {
            string symbol = leaf.Immediate.Symbol!;
            if (leaf.Op == Operations.Bound) return "_data." + NameScope.Escape(symbol);
            return Place(leaf.Op == Operations.Position, symbol, leaf.Result.Type.IsArray);
        }

        protected override bool IsLongLeaf(Define leaf) => IsHeldAsNumbers(leaf);

        protected override bool IsHeldAsNumbers(Define leaf) => leaf.Op == Operations.Bound && text.Counts.Contains(leaf.Immediate.Symbol!);

        protected override void WriteOutput(Output output, string value) =>
            Writer.Line($"{Place(output.Kind == OutputKind.Position, output.Symbol, isArray: false)} = {value};");

        protected override string OpenOutput(Output output, string extent)
        {
            if (!text.IsImputed(output.Symbol)) return Place(output.Kind == OutputKind.Position, output.Symbol, isArray: true);

            // With a place that the elements that are given share; it is left out at the end.
            string name = Names.Unique(output.Symbol);
            Writer.Line($"var {name} = new double[{extent}];");
            return name;
        }

        protected override void CloseOutput(Output output, string array)
        {
            if (text.IsImputed(output.Symbol)) Writer.Line($"{array}.AsSpan()[..^1].CopyTo({ImputedPlace(output.Kind == OutputKind.Position, output.Symbol)});");
        }

        protected override void CopyOutput(Output output, string array, bool isBound) =>
            Writer.Line($"{array}{(isBound ? ".Elements" : "")}{(text.IsImputed(output.Symbol) ? "[..^1]" : "")}.CopyTo({(text.IsImputed(output.Symbol) ? ImputedPlace(output.Kind == OutputKind.Position, output.Symbol) : Place(output.Kind == OutputKind.Position, output.Symbol, isArray: true))});");

        protected override void WriteRequire(Require require, string condition, string subject, string? limit)
        {
            string row = Loops.Count == 0 ? require.Rule.Site : $"{require.Rule.Site}[{string.Join(",", Loops.Reverse().Select(loop => $"{{{loop.Index}}}"))}]";
            Writer.Line($"if (!({condition})) throw NotInSupport($\"{row}\", {subject}, \"{require.Rule.Requirement}\");");
        }

        private string ImputedPlace(bool isPosition, string latent)
        {
            string site = $"Sites[{text.NumberOfImputed(latent)}]";
            return isPosition ? $"position.Slice({text.OffsetOf(latent, "_data")}, {text.CoordinateCountOf(latent, "_data")})" : $"record.Slice({site}.Offset, {site}.Length)";
        }

        /// <summary>Opens a site's part of a position or a record as a span, or names its number.</summary>
        private string Place(bool isPosition, string symbol, bool isArray)
        {
            if (text.IsImputed(symbol))
            {
                string widened = Names.Unique(symbol + (isPosition ? "Coordinates" : "Record"));
                Writer.Line($"var {widened} = Observations.Widened({ImputedPlace(isPosition, symbol)});");
                return widened;
            }

            int number = text.Records.Select(site => site.Name).ToList().IndexOf(symbol);
            bool isFixed = text.Records.Take(number).All(site => !site.IsArray);
            string offset = isPosition ? text.OffsetOf(symbol, "_data") : isFixed ? $"{number}" : $"Sites[{number}].Offset";
            string owner = isPosition ? "position" : "record";
            if (!isArray) return $"{owner}[{offset}]";
            string name = Names.Unique(symbol + (isPosition ? "Coordinates" : "Record"));
            Writer.Line($"var {name} = {owner}.Slice({offset}, Sites[{number}].{(isPosition ? "Coordinates" : "Length")});");
            return name;
        }
    }
}
