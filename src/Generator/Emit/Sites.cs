using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Emit;

/// <summary>What generated code needs to know of a site.</summary>
/// <param name="Type">The type of an element.</param>
/// <param name="Dimensions">The sizes of its axes, outermost first; empty for a scalar. Of groups of unequal lengths: the number of groups.</param>
/// <param name="Offsets">Where groups of unequal lengths begin; null for other sites.</param>
/// <param name="Formula">What the user wrote: <c>Normal(m * x[i] + c, e[i])</c>; of a derived value the expression.</param>
/// <param name="Distribution">The full name of its distribution; empty for a derived value.</param>
/// <param name="EventRank">How many of the last axes belong to one value.</param>
internal sealed record SiteInfo(string Name, SiteRole Role, IrType Type, Sequence<Value> Dimensions, Value? Offsets, string Distribution, string Formula, int EventRank)
{
    public bool IsArray => Dimensions.Count > 0;

    /// <summary>The name as a part of C# identifiers.</summary>
    public string Identifier => Naming.Identifier(Name);

    public bool IsRagged => Offsets is not null;
}

/// <summary>The sites of a model in program order.</summary>
internal static class Sites
{
    public static IReadOnlyList<SiteInfo> Of(Model model)
    {
        var sites = new List<SiteInfo>();
        var declared = model.Body.OfType<Declare>().ToDictionary(declare => declare.Site);
        foreach (var statement in InOrder(model.Body))
        {
            var site = statement switch
            {
                Sample sample => Of(declared[sample.Site], sample.Distribution, FormulaOf(model, sample)),
                _ => Of(declared[((Record)statement).Site], "", ((Record)statement).Formula),
            };
            if (!sites.Any(known => known.Name == site.Name)) sites.Add(site);
        }

        return sites;
    }

    /// <summary>Latents and derived values in program order, then observables: the order of a record.</summary>
    public static IReadOnlyList<SiteInfo> InRecordOrder(IReadOnlyList<SiteInfo> sites) =>
        [.. sites.Where(site => site.Role != SiteRole.Observable), .. sites.Where(site => site.Role == SiteRole.Observable)];

    /// <summary>What a sample draws from, as the user wrote it.</summary>
    public static string FormulaOf(Model model, Sample sample)
    {
        string name = model.Distributions.First(distribution => distribution.Name == sample.Distribution).ShortName;
        return $"{name}({string.Join(", ", sample.ArgumentSources)})";
    }

    /// <summary>The statements that draw or record, in program order.</summary>
    public static IEnumerable<Statement> InOrder(Sequence<Statement> body) => body.SelectMany(statement =>
        statement is Loop loop ? InOrder(loop.Body) : statement is Sample or Record ? [statement] : []);

    private static SiteInfo Of(Declare declare, string distribution, string formula) =>
        new(declare.Site, declare.Role, declare.Type, declare.Dimensions, declare.Offsets, distribution, formula, declare.EventRank);
}
