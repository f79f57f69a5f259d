using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>Writes the typed views of records: draws of a posterior, what a model predicts, one simulation, and values to fix.</summary>
internal static class DrawsEmitter
{
    public static string Write(ModelText text)
    {
        var writer = text.Open([$"{text.Model.Name}: its sites by name."], "global::System", "global::System.Collections.Generic", "global::ProbModels");
        var recorded = text.Records.Where(site => site.Role != SiteRole.Observable).ToList();
        WriteDraws(writer, text, text.DrawsClass, $"The posterior draws of {text.Model.Name}: chains x draws x each site's own shape.", recorded, [.. text.ImputedSites]);
        writer.Line();
        WriteDraws(writer, text, text.PredictiveClass, $"What {text.Model.Name} predicts, from its prior or with given draws: latents, derived values and observables, chains x draws x each site's own shape.", text.Records, []);
        writer.Line();
        WriteSimulation(writer, text);
        writer.Line();
        WriteFixed(writer, text);
        return writer.ToString();
    }

    private static void WriteDraws(CodeWriter writer, ModelText text, string name, string summary, IReadOnlyList<SiteInfo> sites, IReadOnlyList<SiteInfo> imputed)
    {
        writer.Summary(summary);
        using (writer.Braces($"{text.Access} sealed class {name} : IDraws"))
        {
            writer.Line("private readonly IReadOnlyList<Site> _sites;");
            writer.Line("private readonly DrawStore _store;");
            writer.Line();
            using (writer.Braces($"internal {name}(IReadOnlyList<Site> sites, DrawStore store)"))
            {
                writer.Line("(_sites, _store) = (sites, store);");
                for (int i = 0; i < sites.Count; i++)
                {
                    string view = View(sites[i]);
                    string arguments = view switch
                    {
                        "ScalarDraws" => $"store, sites[{i}].Offset",
                        "VectorDraws" => $"store, sites[{i}].Offset, sites[{i}].Length",
                        _ => $"store, sites[{i}]",
                    };
                    writer.Line($"{ModelText.Property(sites[i])} = new {Qualified(text, view)}({arguments});");
                }

                for (int i = 0; i < imputed.Count; i++)
                    writer.Line($"{ModelText.Property(imputed[i])} = new {Qualified(text, "VectorDraws")}(store, sites[{sites.Count + i}].Offset, sites[{sites.Count + i}].Length);");
            }

            foreach (var site in sites)
            {
                writer.Line();
                writer.Summary(Describe(site));
                writer.Line($"public {Qualified(text, View(site))} {ModelText.Property(site)} {{ get; }}");
            }

            foreach (var site in imputed)
            {
                writer.Line();
                writer.Summary($"The missing elements of {site.Name} that are inferred, in the order of Missing; none where all were given.");
                writer.Line($"public {Qualified(text, "VectorDraws")} {ModelText.Property(site)} {{ get; }}");
            }

            // Explicit, so that no site's property can have the same name.
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("IReadOnlyList<Site> IDraws.Sites => _sites;");
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Line("DrawStore IDraws.Store => _store;");
        }
    }

    private static void WriteSimulation(CodeWriter writer, ModelText text)
    {
        writer.Summary($"One simulation of {text.Model.Name}: latents, derived values and observables.");
        using (writer.Braces($"{text.Access} sealed class {text.SimulationClass}"))
        {
            using (writer.Braces($"internal {text.SimulationClass}(IReadOnlyList<Site> sites, ReadOnlySpan<double> record)"))
            {
                for (int i = 0; i < text.Records.Count; i++)
                {
                    var site = text.Records[i];
                    string type = SiteType(text, site);
                    string element = type.Replace("[]", "").Replace("[,]", "");
                    string values = site.IsArray ? $"record.Slice(sites[{i}].Offset, sites[{i}].Length)" : $"record[sites[{i}].Offset]";
                    string value = element == "double" ? site.IsArray ? values + ".ToArray()" : values
                        : site.IsArray ? $"Simulated.To{(element == "long" ? "Int64" : "Int32")}({values})"
                        : $"({element}){values}";
                    if (type.EndsWith("[,]", StringComparison.Ordinal)) value = $"Simulated.Matrix({value}, sites[{i}].Shape)";
                    if (type.EndsWith("[][]", StringComparison.Ordinal)) value = $"Simulated.Groups({value}, sites[{i}].Shape)";
                    writer.Line($"{ModelText.Property(site)} = {value};");
                }
            }

            foreach (var site in text.Records)
            {
                writer.Line();
                writer.Summary(Describe(site));
                writer.Line($"public {SiteType(text, site)} {ModelText.Property(site)} {{ get; }}");
            }
        }
    }

    private static void WriteFixed(CodeWriter writer, ModelText text)
    {
        writer.Summary($"Latents of {text.Model.Name} that a simulation sets instead of drawing.");
        using (writer.Braces($"{text.Access} sealed class {text.FixedClass}"))
        {
            foreach (var site in text.Latents)
            {
                writer.Summary($"The value of {site.Name}, or null where it is drawn.");
                writer.Line($"public {Array("double", site)}? {ModelText.Property(site)} {{ get; init; }}");
                writer.Line();
            }

            var values = text.Records.Select(site => site.Role == SiteRole.Latent ? $"Simulated.Fixed({ModelText.Property(site)})" : "null");
            writer.Line($"internal FixedValue?[] InOrder() => [{string.Join(", ", values)}];");
        }
    }

    private static string SiteType(ModelText text, SiteInfo site) =>
        site.Role == SiteRole.Observable ? text.DeclaredType(site) : Array("double", site);

    /// <summary>The C# array that has a site's shape; one with more than two axes is flat, row after row.</summary>
    private static string Array(string element, SiteInfo site) => element + View(site) switch
    {
        "ScalarDraws" => "",
        "RaggedDraws" => "[][]",
        "MatrixDraws" => "[,]",
        _ => "[]",
    };

    /// <summary>The library's view, also where the model's own draws have its name.</summary>
    private static string Qualified(ModelText text, string view) => text.DrawsClass == view ? "global::ProbModels." + view : view;

    private static string View(SiteInfo site) =>
        site.IsRagged ? "RaggedDraws" : site.Dimensions.Count switch { 0 => "ScalarDraws", 2 => "MatrixDraws", _ => "VectorDraws" };

    private static string Describe(SiteInfo site) => site.Role == SiteRole.Derived ? $"{site.Name} = {site.Formula}" : $"{site.Name} ~ {site.Formula}";
}
