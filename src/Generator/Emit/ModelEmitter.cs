using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the class that a user makes of a model: it binds inputs, simulates and is given observations.</summary>
internal static class ModelEmitter
{
    public static string Write(ModelText text)
    {
        var model = text.Model;
        var writer = text.Open(Header.Of(text), "global::System.Collections.Generic", "global::ProbModels", "M = global::ProbModels.ScalarFunctions");
        writer.Summary(model.Summary.Length > 0 ? model.Summary : $"The model {model.Name}.");
        using (writer.Braces($"{text.Access} sealed partial class {text.ModelClass} : CompiledModel"))
        {
            foreach (var parameter in model.Parameters) writer.Line($"internal readonly {FieldType(parameter)} {ModelText.Field(parameter.Name)};");
            if (model.Parameters.Count > 0) writer.Line();
            WriteConstructor(writer, text);
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public override string Name => \"{model.Name}\";");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("public override IReadOnlyList<Site> Sites { get; }");
            writer.Line();
            WriteGiven(writer, text);
            writer.Line();
            WriteSimulation(writer, text);
            writer.Line();
            WriteExecution(writer, text);
        }

        return writer.ToString();
    }

    private static void WriteConstructor(CodeWriter writer, ModelText text)
    {
        var model = text.Model;
        writer.Summary("Binds the inputs: they are checked and copied.");
        writer.Line("/// <exception cref=\"ModelBindingException\">An input breaks a rule of the model; the message says which, and where.</exception>");
        string parameters = string.Join(", ", model.Parameters.Select(parameter => $"{parameter.CSharpType} {NameScope.Escape(parameter.Name)}"));
        string Own(string member) => model.Parameters.Any(parameter => parameter.Name == member) ? "this." + member : member;
        using (writer.Braces($"public {text.ModelClass}({parameters})"))
        {
            foreach (var parameter in model.Parameters)
            {
                string argument = $"\"{model.Name}\", \"{parameter.Name}\", {NameScope.Escape(parameter.Name)}, \"{text.Place(model.Source)}\"";
                string value = parameter.Type.Scalar == Scalar.Real ? $"Binding.Finite({argument})"
                    : parameter.CSharpType.StartsWith("long", StringComparison.Ordinal) ? $"Binding.Exact({argument})"
                    : parameter.Type.IsArray ? $"Binding.Copy({argument})"
                    : NameScope.Escape(parameter.Name);
                writer.Line($"{Own(ModelText.Field(parameter.Name))} = {value};");
            }

            DataEmitter.WriteChecks(writer, text);
            bool hasVectors = text.Records.Any(site => site.EventRank > 0);
            writer.Line($"{Own("Sites")} = SiteTable.Build(");
            for (int i = 0; i < text.Records.Count; i++)
            {
                var site = text.Records[i];
                string kind = site.Role switch { SiteRole.Latent => "Latent", SiteRole.Derived => "Derived", _ => "Observable" };
                string coordinates = hasVectors ? $", {text.Coordinates(site) ?? "null"}, {site.EventRank}" : "";
                writer.Line($"    (\"{site.Name}\", SiteKind.{kind}, {Shape(text, site)}{coordinates}){(i + 1 < text.Records.Count ? "," : ");")}");
            }
        }
    }

    /// <summary>A matrix and groups of unequal lengths are held flat.</summary>
    private static string FieldType(Parameter parameter) =>
        parameter.CSharpType.EndsWith("[,]", StringComparison.Ordinal) ? $"InputMatrix<{parameter.CSharpType.Substring(0, parameter.CSharpType.Length - 3)}>"
        : parameter.CSharpType.EndsWith("[][]", StringComparison.Ordinal) ? $"InputGroups<{parameter.CSharpType.Substring(0, parameter.CSharpType.Length - 4)}>"
        : parameter.CSharpType;

    private static bool IsNested(Parameter parameter) => FieldType(parameter) != parameter.CSharpType;

    private static string Shape(ModelText text, SiteInfo site) => site.Dimensions.Count switch
    {
        _ when site.IsRagged => $"SiteShape.OfStarts({DataEmitter.GroupsOf(site)})",
        0 => "null",
        1 => text.Size(site.Dimensions[0], ""),
        _ => $"[{string.Join(", ", site.Dimensions.Select(size => text.Size(size, "")))}]",
    };

    private static void WriteGiven(CodeWriter writer, ModelText text)
    {
        writer.Summary("Conditions the model on observations. An observable that is left out is not conditioned on, nor is an element that is missing: null or NaN.");
        writer.Line("/// <exception cref=\"ModelBindingException\">An observation breaks a rule of the model; the message says which, and where.</exception>");
        string parameters = string.Join(", ", text.Observables.Select(site => $"Observed<{ElementType(text, site)}> {NameScope.Escape(site.Name)} = default"));
        string Own(string member) => text.Observables.Any(site => site.Name == member) ? "this." + member : member;
        string Read(SiteInfo site) => $"Observations.{ReaderOf(text, site)}({Own("Name")}, {Own("Sites")}[{text.NumberOf(site.Name)}], {NameScope.Escape(site.Name)}, \"{text.Place(text.SampleOf(site).Source)}\")";
        if (!text.HasImputed)
        {
            writer.Line($"public {text.PosteriorClass} Given({parameters}) => new(this{string.Concat(text.Observables.Select(site => ", " + Read(site)))});");
            return;
        }

        string Values(SiteInfo site) => site.Identifier + "Values";
        using (writer.Braces($"public {text.PosteriorClass} Given({parameters})"))
        {
            foreach (var site in text.Observables) writer.Line($"double[]? {Values(site)} = {Read(site)};");
            string needed = string.Join(" || ", text.ImputedSites.Select(site => $"Observations.Imputed(Sites[{text.NumberOf(site.Name)}], {Values(site)}, {text.IsReadText(site)}).Length > 0"));
            string arguments = string.Concat(text.Observables.Select(site => ", " + Values(site)));
            writer.Line($"if ({needed}) return new {text.Model.Name}ImputingPosterior(this{arguments});");
            writer.Line($"return new {text.OwnPosteriorClass}(this{arguments});");
        }
    }

    /// <summary>The library's method that reads an observable: what may be missing depends on who reads it.</summary>
    private static string ReaderOf(ModelText text, SiteInfo site) =>
        text.Imputed.ContainsKey(site.Name) ? "Read" : text.IsRead(site) ? "ReadRequired" : site.EventRank > 0 ? "ReadWhole" : "Read";

    private static void WriteSimulation(CodeWriter writer, ModelText text)
    {
        string choice = text.HasFactors ? ", bool ignoreFactors = false" : "", chosen = text.HasFactors ? ", ignoreFactors" : "";
        void WriteChoice()
        {
            if (!text.HasFactors) return;
            writer.Line("/// <param name=\"ignoreFactors\">Whether sites are drawn as if the model had no factors.</param>");
            writer.Line("/// <exception cref=\"SimulationException\">A factor is not to be ignored: it weighs values but does not draw them.</exception>");
        }

        writer.Summary("Runs the model forward once: draws every site, except those that are fixed.");
        writer.Line("/// <param name=\"seed\">The same seed gives the same values.</param>");
        writer.Line("/// <param name=\"fixedValues\">Values of latents that are set instead of drawn (\"do\").</param>");
        WriteChoice();
        writer.Line($"public {text.SimulationClass} Simulate(ulong seed, {text.FixedClass}? fixedValues = null{choice}) =>");
        writer.Line($"    new(Sites, RunForward(1, seed, (fixedValues ?? new()).InOrder(){chosen})[0, 0]);");
        writer.Line();
        writer.Summary("Runs the model forward many times: draws from the prior and from what it predicts.");
        writer.Line("/// <param name=\"draws\">How many times.</param>");
        writer.Line("/// <param name=\"seed\">The same seed gives the same values.</param>");
        writer.Line("/// <param name=\"fixedValues\">Values of latents that are set instead of drawn (\"do\").</param>");
        WriteChoice();
        writer.Line("/// <returns>One chain of draws.</returns>");
        writer.Line($"public {text.PredictiveClass} Prior(int draws, ulong seed, {text.FixedClass}? fixedValues = null{choice}) =>");
        writer.Line($"    new(Sites, RunForward(draws, seed, (fixedValues ?? new()).InOrder(){chosen}));");
        writer.Line();
        writer.Summary("Runs the model forward once for each draw, with the draw's latents: what the same parameters predict at these inputs.");
        writer.Line($"/// <param name=\"draws\">Draws of a posterior of {text.Model.Name}, with these inputs or with others.</param>");
        writer.Line("/// <param name=\"seed\">The same seed gives the same values, for any number of threads.</param>");
        WriteChoice();
        writer.Line("/// <returns>As many chains and draws: latents as they are, derived values and observables anew.</returns>");
        writer.Line("/// <exception cref=\"ModelBindingException\">A latent has another shape with these inputs.</exception>");
        writer.Line($"public {text.PredictiveClass} Predict({text.DrawsClass} draws, ulong seed{choice}) => new(Sites, RunForward(draws, seed{chosen}));");
    }

    private static void WriteExecution(CodeWriter writer, ModelText text)
    {
        string arguments = string.Join(", ", text.Model.Parameters.Select(parameter => ModelText.Field(parameter.Name) + (IsNested(parameter) ? ".Original" : "")));
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override void Run() => {text.Model.Method}({arguments});");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces("protected override IEnumerable<Visit> Visits(Walk walk)"))
        {
            var places = new Places(text.Model);
            foreach (var site in text.Records.Where(site => site.IsRagged)) places.Set(site.Offsets!.Value, $"Sites[{text.NumberOf(site.Name)}].Shape.GroupStarts");
            WriteVisits(writer, text, text.Model.Body, places, ["walk"]);
            if (text.Sites.Count == 0) writer.Line("yield break;");
        }
    }

    /// <param name="open">The names of the loops that are open, which no loop inside may have.</param>
    private static void WriteVisits(CodeWriter writer, ModelText text, Sequence<Statement> body, Places places, string[] open)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Sample sample:
                    WriteVisit(writer, text, sample.Site, sample.At, places);
                    break;
                case Record record:
                    WriteVisit(writer, text, record.Site, record.At, places);
                    break;
                case Loop loop when HasSites(loop.Body):
                    string name = new NameScope(open).Unique(loop.Name ?? "once");
                    string size = places.Show(loop.Extent, "");
                    places.Set(loop.Index, name);
                    using (writer.Braces(loop.Order == Order.Any ? $"foreach (int {name} in walk.Plate({size}))" : $"for (int {name} = 0; {name} < {size}; {name}++)"))
                        WriteVisits(writer, text, loop.Body, places, [.. open, name.TrimStart('@')]);
                    break;
            }
        }
    }

    private static void WriteVisit(CodeWriter writer, ModelText text, string site, Value? at, Places places) =>
        writer.Line($"yield return walk.At({text.NumberOf(site)}{(at is { } element ? ", " + places.Show(element, "") : "")}); // {site}");

    private static bool HasSites(Sequence<Statement> body) => body.Any(statement => statement is Sample or Record || (statement is Loop loop && HasSites(loop.Body)));

    private static string ElementType(ModelText text, SiteInfo observable) => text.DeclaredType(observable).Replace("[]", "").Replace("[,]", "");
}
