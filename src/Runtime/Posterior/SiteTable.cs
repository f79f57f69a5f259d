namespace ProbModels;

/// <summary>Lays out a model's sites in a record.</summary>
public static class SiteTable
{
    /// <summary>Gives each site its place: one after the other, in the given order.</summary>
    /// <param name="sites">Latents and derived values in program order, then observables; no shape stands for a scalar, a length for a vector.</param>
    public static IReadOnlyList<Site> Build(params (string Name, SiteKind Kind, SiteShape? Shape)[] sites) =>
        Build([.. sites.Select(site => (site.Name, site.Kind, site.Shape, (int?)null, 0))]);

    /// <summary>Gives each site its place, with the count of unconstrained coordinates of latents, null for as many as elements, and how many of its last axes belong to one value.</summary>
    public static IReadOnlyList<Site> Build(params (string Name, SiteKind Kind, SiteShape? Shape, int? Coordinates, int ValueRank)[] sites)
    {
        var table = new List<Site>();
        int offset = 0;
        foreach (var (name, kind, shape, coordinates, rank) in sites)
        {
            var site = new Site(name, kind, shape ?? SiteShape.Scalar, offset);
            if (rank > 0) site = site with { ValueLength = site.Shape.Skip(site.Shape.Count - rank).Aggregate(1, (a, b) => a * b) };
            table.Add(coordinates is { } count ? site with { Coordinates = count } : site);
            offset += table[^1].Length;
        }

        return table;
    }
}
