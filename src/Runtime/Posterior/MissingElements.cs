using System.Globalization;

namespace ProbModels;

/// <summary>Which elements of an observable were not observed.</summary>
/// <param name="Observable">The name in the model's source.</param>
/// <param name="Shape">The shape of the observable.</param>
/// <param name="Elements">The numbers of the elements, row after row; all of them where the observable was left out.</param>
public sealed record MissingElements(string Observable, SiteShape Shape, IReadOnlyList<int> Elements)
{
    private const int MostShown = 12;

    /// <summary>As in <c>y: 3 of 32 missing, rows 4, 9, 17</c>; of more than twelve the first twelve are named.</summary>
    public override string ToString()
    {
        if (Elements.Count == Shape.Length) return Shape.Length == 1 ? $"{Observable}: missing" : string.Create(CultureInfo.InvariantCulture, $"{Observable}: all {Shape.Length} missing");
        string rest = Elements.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $" and {Elements.Count - MostShown} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Observable}: {Elements.Count} of {Shape.Length} missing, {Kind} {string.Join(", ", Elements.Take(MostShown).Select(Place))}{rest}");
    }

    /// <summary>The elements that an observation lacks; null where it lacks none.</summary>
    /// <param name="site">The observable.</param>
    /// <param name="observed">Its values, NaN where they are missing; null where it is left out.</param>
    internal static MissingElements? Of(Site site, double[]? observed)
    {
        int[] missing = [.. Enumerable.Range(0, site.Length).Where(element => observed is null || double.IsNaN(observed[element]))];
        return missing.Length == 0 ? null : new(site.Name, site.Shape, missing);
    }

    private bool IsVector => Shape.Count == 1 && !Shape.IsRagged;

    private string Kind => (IsVector ? "row" : "element") + (Elements.Count == 1 ? "" : "s");

    private string Place(int element) => IsVector ? element.ToString(CultureInfo.InvariantCulture) : Shape.Subscript(element);
}
