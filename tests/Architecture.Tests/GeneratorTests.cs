using System.Text.RegularExpressions;

namespace ProbModels.Architecture.Tests;

/// <summary>Inside the generator Frontend, Passes and Emit stand on Ir and know nothing of each other.</summary>
public partial class GeneratorTests
{
    private const string Generator = "src/Generator";

    /// <summary>The folders that a folder may use besides itself. The entry point, in no folder, uses them all.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ir"] = [],
        ["Diagnostics"] = ["Ir"],
        ["Frontend"] = ["Ir", "Diagnostics"],
        ["Passes"] = ["Ir"],
        ["Emit"] = ["Ir"],
    };

    /// <summary>Where Roslyn is known. Elsewhere are plain data that compare by value, or else an unrelated edit would compile models again.</summary>
    private static readonly string[] KnowRoslyn = ["Frontend", "Diagnostics", "ProbModelsGenerator.cs"];

    [Fact]
    public void Folders_use_what_is_allowed()
    {
        var offences =
            from file in Repository.Sources(Generator)
            let folder = FolderOf(file)
            where !folder.EndsWith(".cs", StringComparison.Ordinal)
            from Match use in OwnNamespaces().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where used != folder && !Allowed[folder].Contains(used)
            select $"{Path.GetRelativePath(Repository.Root, file)} uses {used}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Roslyn_is_known_to_the_front_end_alone()
    {
        var offences =
            from file in Repository.Sources(Generator)
            where !KnowRoslyn.Contains(FolderOf(file)) && File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            select Path.GetRelativePath(Repository.Root, file);
        Assert.Empty(offences);
    }

    /// <summary>The two tests above look at the text of single files.</summary>
    [Fact]
    public void No_namespace_is_imported_for_all_files()
    {
        Assert.DoesNotContain(Repository.Sources(Generator), file => File.ReadAllText(file).Contains("global using", StringComparison.Ordinal));
        string project = File.ReadAllText(Path.Combine(Repository.Root, Generator, "ProbModels.Generator.csproj"));
        Assert.DoesNotContain("<Using ", project);
    }

    private static string FolderOf(string file)
        => Path.GetRelativePath(Path.Combine(Repository.Root, Generator), file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex(@"ProbModels\.Generator\.(\w+)")]
    private static partial Regex OwnNamespaces();
}
