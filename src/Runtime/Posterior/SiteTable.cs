namespace ProbModels;

/// <summary>Lays out a model's sites in a record.</summary>
public static class SiteTable
{
    /// <summary>Gives each site its place: one after the other, in the given order.</summary>
    /// <param name="sites">Latents and derived values in program order, then observables; no shape stands for a scalar, a length for a vector.</param>
    public static IReadOnlyList<Site> Build(params (string Name, SiteKind Kind, SiteShape? Shape)[] sites)
    {
        var table = new List<Site>();
        int offset = 0;
        foreach (var (name, kind, shape) in sites)
        {
            table.Add(new Site(name, kind, shape ?? SiteShape.Scalar, offset));
            offset += table[^1].Length;
        }

        return table;
    }
}
