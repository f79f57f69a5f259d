using System.Runtime.CompilerServices;
using System.Text;

namespace ProbModels.Generator.Tests;

/// <summary>The text of generated files, which people read: a change of it is a change to look at.</summary>
public class GoldenFilesTests
{
    /// <summary>Set to 1, it makes these tests accept the text that they find.</summary>
    private const string Accept = "ACCEPT_GOLDEN";

    [Fact]
    public void The_straight_line_is_written_as_before() => IsAsBefore(ModelSpecimens.StraightLine(1));

    [Fact]
    public void The_eight_schools_are_written_as_before() => IsAsBefore(ModelSpecimens.EightSchools);

    [Fact]
    public void Widths_differ_in_their_aliases_and_in_nothing_else()
    {
        var generated = TestProject.Of(ModelSpecimens.EightSchools.Sources).Generate();
        string wide = generated["EightSchools.Kernel512.g.cs"];
        foreach (string bits in new[] { "128", "256" })
            Assert.Equal(wide.Replace("512", bits), generated[$"EightSchools.Kernel{bits}.g.cs"]);
    }

    private static void IsAsBefore(ModelSpecimen specimen)
    {
        string folder = Path.Combine(Folder(), specimen.Name);
        bool accepts = Environment.GetEnvironmentVariable(Accept) == "1";
        var differences = new StringBuilder();

        // The kernels of the other widths are the same text; another test compares them.
        var files = TestProject.Of(specimen.Sources).Generate().Sources.Where(file => !file.Name.Contains("128", StringComparison.Ordinal) && !file.Name.Contains("256", StringComparison.Ordinal)).ToList();
        if (accepts && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (name, text) in files)
        {
            // Not .cs: golden files are text to this project, not sources.
            string path = Path.Combine(folder, name + ".txt");
            if (accepts)
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(path, text);
                continue;
            }

            string before = File.Exists(path) ? File.ReadAllText(path) : "";
            if (before != text) differences.Append(Difference.Of(name, before, text));
        }

        var superfluous = accepts || !Directory.Exists(folder) ? [] : Directory.GetFiles(folder).Select(Path.GetFileName).Except(files.Select(file => file.Name + ".txt"));
        foreach (string? name in superfluous) differences.Append($"{name} is no longer written\n");
        Assert.True(
            differences.Length == 0,
            $"{differences}\nIf the new text is as it should be, accept it and look at the change:\n    {Accept}=1 dotnet run --project tests/Generator.Tests -- -class '*GoldenFilesTests'\n    git diff tests/Generator.Tests/Golden\n");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden"));
}
