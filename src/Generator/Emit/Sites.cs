using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>What generated code needs to know of a site.</summary>
/// <param name="Extent">The size of the plate around it; null for a scalar.</param>
/// <param name="Formula">What the user wrote: <c>Normal(m * x[i] + c, e[i])</c>; empty for a derived value.</param>
/// <param name="Distribution">The full name of its distribution; empty for a derived value.</param>
internal sealed record SiteInfo(string Name, SiteRole Role, IrType Type, Value? Extent, string Distribution, string Formula)
{
    public bool IsArray => Extent is not null;
}

/// <summary>The sites of a model in program order.</summary>
internal static class Sites
{
    public static IReadOnlyList<SiteInfo> Of(Model model)
    {
        var sites = new List<SiteInfo>();
        Collect(model, model.Body, null, sites);
        return sites;
    }

    /// <summary>Latents and derived values in program order, then observables: the order of a record.</summary>
    public static IReadOnlyList<SiteInfo> InRecordOrder(IReadOnlyList<SiteInfo> sites) =>
        [.. sites.Where(site => site.Role != SiteRole.Observable), .. sites.Where(site => site.Role == SiteRole.Observable)];

    private static void Collect(Model model, Sequence<Statement> body, Loop? plate, List<SiteInfo> sites)
    {
        foreach (var statement in body)
        {
            switch (statement)
            {
                case Sample sample:
                    string name = model.Distributions.First(distribution => distribution.Name == sample.Distribution).ShortName;
                    string formula = $"{name}({string.Join(", ", sample.ArgumentSources)})";
                    sites.Add(new(sample.Site, sample.IsObserved ? SiteRole.Observable : SiteRole.Latent, sample.Result.Type, plate?.Extent, sample.Distribution, formula));
                    break;
                case Record record:
                    sites.Add(new(record.Site, SiteRole.Derived, IrType.Real, plate?.Extent, "", record.Formula));
                    break;
                case Loop loop:
                    Collect(model, loop.Body, loop, sites);
                    break;
            }
        }
    }
}
