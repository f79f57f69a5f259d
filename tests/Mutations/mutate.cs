// Plants wrong rules into a copy of the source, one at a time, and checks that tests notice each of them.
//
//     dotnet run tests/Mutations/mutate.cs [parts of names]
//
// Fails where a mutation survives, where its text is not found exactly once, where it does not compile, or where a test that noticed one fails without it too.
#:property PublishAot=false
#:property NoWarn=$(NoWarn);CS1591

using System.Diagnostics;

string root = Path.GetFullPath(Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? ".", "..", ".."));
var mutations = Mutation.Read(Path.Combine(root, "tests", "Mutations", "mutations.txt")).Where(mutation => args.Length == 0 || args.Any(part => mutation.Name.Contains(part, StringComparison.Ordinal))).ToList();
string copy = Directory.CreateTempSubdirectory("mutations").FullName;
try
{
    CopyTracked(root, copy);
    var stale = mutations.Where(mutation => mutation.CountIn(copy) != 1).ToList();
    foreach (var mutation in stale) Console.WriteLine($"{mutation.Name}: the text occurs {mutation.CountIn(copy)} times in {mutation.File}: {mutation.From}");
    if (stale.Count > 0) return 1;

    foreach (string project in mutations.Select(mutation => mutation.Tests).Distinct())
    {
        if (Build(copy, Path.Combine("tests", project))) continue;
        Console.WriteLine($"{project} does not compile without any mutation");
        return 1;
    }

    bool isGood = true;
    var noticedBy = new HashSet<(string Project, string Test)>();
    Console.WriteLine("| what is wrong | noticed by |");
    Console.WriteLine("|---|---|");
    foreach (var mutation in mutations)
    {
        string? verdict = Plant(copy, mutation);
        isGood &= verdict is not null && verdict != NotCompiled;
        if (verdict is not null && verdict != NotCompiled) noticedBy.Add((mutation.Tests, verdict.Split('(')[0]));
        Console.WriteLine($"| {mutation.Name} | {verdict ?? "NOBODY"} |");
    }

    // A test that fails without a mutation notices nothing.
    foreach (var tests in noticedBy.GroupBy(test => test.Project, test => test.Test))
    {
        if (Verdict(copy, tests.Key, [.. tests.SelectMany(test => new[] { "-method", test })]) is not { } complaint) continue;
        Console.WriteLine($"This fails without any mutation too: {complaint}");
        isGood = false;
    }

    return isGood ? 0 : 1;
}
finally
{
    Directory.Delete(copy, recursive: true);
}

// What notices a mutation; null where nothing does. Only the assembly in which it is planted is built again, and takes the place of the right one beside
// the tests: what a mutation changes is inside methods, so that other assemblies would come out as they are.
static string? Plant(string root, Mutation mutation)
{
    string file = Path.Combine(root, mutation.File), text = File.ReadAllText(file);
    string project = mutation.File[..mutation.File.IndexOf('/', "src/".Length)];
    string built = Directory.GetFiles(Path.Combine(root, project, "bin", "Release"), $"ProbModels.{Path.GetFileName(project)}.dll", SearchOption.AllDirectories).Single();
    string used = Directory.GetFiles(Path.Combine(root, "tests", mutation.Tests, "bin", "Release"), Path.GetFileName(built), SearchOption.AllDirectories).Single();
    byte[] right = File.ReadAllBytes(used);
    try
    {
        File.WriteAllText(file, text.Replace(mutation.From, mutation.To, StringComparison.Ordinal));
        if (!Build(root, project)) return NotCompiled;
        File.Copy(built, used, overwrite: true);
        return Verdict(root, mutation.Tests);
    }
    finally
    {
        File.WriteAllText(file, text);
        File.WriteAllBytes(used, right);
    }
}

static bool Build(string root, string project) => Run(root, "dotnet", "build", Path.Combine(root, project), "--configuration", "Release", "--verbosity", "quiet").Code == 0;

// The first test that fails; null where all pass. Golden files notice every change of the text, a wrong one as well as a right one: they do not count.
static string? Verdict(string root, string project, params string[] chosen)
{
    string path = Path.Combine(root, "tests", project);
    var (code, output) = Run(root, "dotnet", ["run", "--project", path, "--configuration", "Release", "--no-build", "--", "-noColor", "-stopOnFail", "-class-", "*GoldenFilesTests", .. chosen]);
    string? failed = output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.EndsWith("[FAIL]", StringComparison.Ordinal));
    return code == 0 ? null : failed?[..^"[FAIL]".Length].Trim() ?? $"exit code {code}";
}

static void CopyTracked(string root, string target)
{
    foreach (string file in Run(root, "git", "ls-files", "--cached", "--others", "--exclude-standard").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
    {
        if (!File.Exists(Path.Combine(root, file))) continue;
        string to = Path.Combine(target, file);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine(root, file), to);
    }
}

static (int Code, string Output) Run(string directory, string program, params string[] arguments)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };

    // A few random programs are enough: what they must notice is coarse.
    start.Environment["RANDOM_PROGRAMS"] = "40";
    start.Environment["RANDOM_PROGRAMS_FROM"] = "1";
    using var process = Process.Start(start)!;
    string output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output);
}

internal partial class Program
{
    private const string NotCompiled = "IT DOES NOT COMPILE";
}

/// <summary>A wrong rule.</summary>
/// <param name="File">Where it is planted.</param>
/// <param name="From">A text that occurs once in the file.</param>
/// <param name="Tests">The project whose tests must notice it.</param>
internal sealed record Mutation(string Name, string File, string From, string To, string Tests)
{
    /// <summary>Reads a list: blocks of lines, each line a field and its value.</summary>
    public static IEnumerable<Mutation> Read(string path)
    {
        var lines = System.IO.File.ReadAllLines(path).Where(line => line.Trim().Length > 0 && !line.StartsWith('#'));
        foreach (string[] block in lines.Chunk(5))
        {
            string Field(int index, string name) => block[index].StartsWith(name, StringComparison.Ordinal)
                ? block[index][name.Length..].Trim()
                : throw new FormatException($"{path}: expected '{name}', found: {block[index]}");
            yield return new(Field(0, "name"), Field(1, "file"), Field(2, "from"), Field(3, "to"), Field(4, "tests"));
        }
    }

    public int CountIn(string root)
    {
        string path = Path.Combine(root, File);
        return System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path).Split(From).Length - 1 : 0;
    }
}
