using System.Reflection;

namespace ProbModels.Architecture.Tests;

/// <summary>Between assemblies the arrows run one way: Terminal, Plots, Gpu → Inference → Runtime.</summary>
public class ProjectTests
{
    private const string Generator = "ProbModels.Generator";
    private const string Runtime = "ProbModels.Runtime";
    private const string Inference = "ProbModels.Inference";
    private const string Terminal = "ProbModels.Terminal";

    /// <summary>What each project of the library refers to. A new project needs a line here, and a reason.</summary>
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        // Everything that the generator needs at run time is inside the compiler that loads it.
        [Generator] = ([], ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers", "PolySharp"]),
        [Runtime] = ([], []),
        // Its package lists no dependencies (SuppressDependenciesWhenPacking): one that is added here must be listed there.
        [Inference] = ([Runtime], []),
        [Terminal] = ([Inference], ["Spectre.Console"]),
    };

    public static TheoryData<string> Library => [.. Repository.Projects.Where(project => project.Area == "src").Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Library))]
    public void Projects_refer_to_what_is_allowed(string name)
    {
        var project = Repository.Projects.Single(project => project.Name == name);
        var (projects, packages) = Allowed[name];
        Assert.Equal(projects, project.Projects);
        Assert.Equal(packages.Order(), project.Packages.Order());
    }

    [Theory]
    [InlineData(Runtime)]
    [InlineData(Inference)]
    [InlineData(Terminal)]
    public void Assemblies_refer_to_what_is_allowed(string name)
    {
        var (projects, packages) = Allowed[name];
        var allowed = projects.Concat(projects.SelectMany(project => Allowed[project].Projects)).ToArray();
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();
        Assert.All(references, reference => Assert.True(
            reference.StartsWith("System.", StringComparison.Ordinal) || allowed.Contains(reference)
                || packages.Any(package => reference == package || reference.StartsWith(package + ".", StringComparison.Ordinal)),
            $"{name} refers to {reference}."));
    }

    [Fact]
    public void Only_its_own_tests_use_the_generator_as_a_library()
    {
        var users = Repository.Projects.Where(project => project.Projects.Contains(Generator)).Select(project => project.Name);
        Assert.Equal(["ProbModels.Generator.Tests"], users);
    }

    [Fact]
    public void Nothing_but_projects_of_tests_refers_to_a_project_of_tests()
    {
        var tests = Repository.Projects.Where(project => project.Area == "tests").Select(project => project.Name).ToHashSet();
        Assert.All(
            Repository.Projects.Where(project => project.Area != "tests"),
            project => Assert.DoesNotContain(project.Projects.Concat(project.Tools), tests.Contains));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "ProbModels.sln"));
        Assert.All(Repository.Projects, project => Assert.Contains($"{project.Name}.csproj\"", solution));
    }
}
