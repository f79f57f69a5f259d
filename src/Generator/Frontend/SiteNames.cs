using Microsoft.CodeAnalysis;
using ProbModels.Generator.Diagnostics;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>The names of a model's sites, which become properties of generated types: no two may be the same property.</summary>
internal sealed class SiteNames
{
    private readonly Dictionary<string, string> _byProperty = [];

    public void Add(string name, Location location)
    {
        string property = Naming.Property(name);
        if (_byProperty.TryGetValue(property, out string? other))
            throw new UnsupportedException(DiagnosticInfo.At(Descriptors.DuplicateSite, location, name, other));
        _byProperty.Add(property, name);
    }
}
