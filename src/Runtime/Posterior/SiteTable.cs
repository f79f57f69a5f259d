namespace ProbModels;

/// <summary>Lays out a model's sites in a record.</summary>
public static class SiteTable
{
    /// <summary>Gives each site its place: one after the other, in the given order.</summary>
    /// <param name="sites">Latents and derived values in program order, then observables; a null length stands for a scalar.</param>
    public static IReadOnlyList<Site> Build(params (string Name, SiteKind Kind, int? Length)[] sites)
    {
        var table = new List<Site>();
        int offset = 0;
        foreach (var (name, kind, length) in sites)
        {
            table.Add(new Site(name, kind, length is { } size ? [size] : [], offset));
            offset += table[^1].Length;
        }

        return table;
    }
}
