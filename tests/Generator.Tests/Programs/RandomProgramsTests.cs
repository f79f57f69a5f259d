using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Whole models at random, each compiled and compared with its own method, its differences, and itself at every width.</summary>
/// <remarks>
/// RANDOM_PROGRAMS=10000 checks as many programs of new seeds instead; RANDOM_PROGRAMS_FROM=seed those of chosen seeds. A failure prints
/// what all failing programs fail at, and the smallest program found that fails as the first does, with its data.
/// </remarks>
public class RandomProgramsTests
{
    private const int Batch = 50;

    [Fact]
    public void A_compiled_program_does_what_its_method_does()
    {
        int count = Number("RANDOM_PROGRAMS") is { } chosen ? (int)chosen : 300;
        ulong first = Number("RANDOM_PROGRAMS_FROM") ?? (count == 300 ? 1 : (ulong)Random.Shared.NextInt64());
        var failures = Enumerable.Range(0, count).Select(i => Program(first + (ulong)i)).Chunk(Batch)
            .SelectMany(batch => batch.Zip(ProgramBatch.Check(batch)))
            .Where(item => item.Second is not null)
            .ToList();
        if (failures.Count == 0) return;

        string all = string.Join("\n", failures.Select(failure => $"RANDOM_PROGRAMS=1 RANDOM_PROGRAMS_FROM={failure.First.Seed}: {Short(failure.Second!)}"));
        TestContext.Current.TestOutputHelper?.WriteLine(all);
        var (smallest, complaint) = ProgramShrinker.Shrink(failures[0].First, failures[0].Second!, ProgramBatch.Check);
        Assert.Fail($"{failures.Count} of {count} programs fail:\n{all}\n\nThe first, made small: {complaint}\n\n{smallest}");
    }

    private static string Short(string complaint) => complaint.Length > 300 ? complaint[..300] + " …" : complaint;

    private static RandomProgram Program(ulong seed) => ProgramGenerator.Make("Program" + seed.ToString(CultureInfo.InvariantCulture), seed);

    private static ulong? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
