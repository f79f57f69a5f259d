using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The names of a model's sites, which become properties of generated types: no two may be the same property.</summary>
/// <param name="model">The name of the model, which begins the names of the types.</param>
internal sealed class SiteNames(string model)
{
    private readonly Dictionary<string, string> _byProperty =
        Naming.MembersOfObject.ToDictionary(member => member, member => "object." + member)
            .Concat(new[] { "Draws", "Predictive", "Simulation", "Fixed" }.ToDictionary(kind => model + kind, kind => model + kind))
            .ToDictionary(item => item.Key, item => item.Value);

    public void Add(string name, Location location)
    {
        string property = Naming.Property(name);
        if (_byProperty.TryGetValue(property, out string? other))
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.DuplicateSite, location, name, other));
        _byProperty.Add(property, name);
    }
}
