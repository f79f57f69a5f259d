using System.Xml.Linq;

namespace ProbModels.Architecture.Tests;

/// <summary>What a project file refers to.</summary>
internal sealed class ProjectFile(string path)
{
    private readonly XDocument _xml = XDocument.Load(path);

    public string Name => Path.GetFileNameWithoutExtension(path);

    /// <summary>The first folder below the root: src, tests, examples or benchmarks.</summary>
    public string Area => Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar)[0];

    public IEnumerable<string> Packages => _xml.Descendants("PackageReference").Select(Target);

    /// <summary>The projects whose assemblies it uses.</summary>
    public IEnumerable<string> Projects => _xml.Descendants("ProjectReference").Where(UsesAssembly).Select(Target);

    /// <summary>The projects that are built with it but whose assemblies it does not use, such as analyzers.</summary>
    public IEnumerable<string> Tools => _xml.Descendants("ProjectReference").Where(reference => !UsesAssembly(reference)).Select(Target);

    private static bool UsesAssembly(XElement reference) => (string?)reference.Attribute("ReferenceOutputAssembly") != "false";

    private static string Target(XElement reference)
    {
        string target = (string)reference.Attribute("Include")!;
        return reference.Name == "ProjectReference" ? Path.GetFileNameWithoutExtension(target) : target;
    }
}
