using System.Globalization;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Whole models at random, each compiled and compared with its own method, its differences, and itself at every width.</summary>
/// <remarks>
/// RANDOM_PROGRAMS=10000 checks as many programs of new seeds instead; RANDOM_PROGRAMS_FROM=seed those of chosen seeds. A failure prints the smallest
/// program found that fails alike, with its data.
/// </remarks>
public class RandomProgramsTests
{
    private const int Batch = 50;

    [Fact]
    public void A_compiled_program_does_what_its_method_does()
    {
        int count = Number("RANDOM_PROGRAMS") is { } chosen ? (int)chosen : 300;
        ulong first = Number("RANDOM_PROGRAMS_FROM") ?? (count == 300 ? 1 : (ulong)Random.Shared.NextInt64());
        for (int start = 0; start < count; start += Batch)
        {
            var programs = Enumerable.Range(start, Math.Min(Batch, count - start)).Select(i => Program(first + (ulong)i)).ToList();
            var complaints = ProgramBatch.Check(programs);
            int failing = Array.FindIndex(complaints, complaint => complaint is not null);
            if (failing < 0) continue;
            var (program, complaint) = ProgramShrinker.Shrink(programs[failing], complaints[failing]!, ProgramBatch.Check);
            Assert.Fail($"RANDOM_PROGRAMS=1 RANDOM_PROGRAMS_FROM={programs[failing].Seed}: {complaint}\n\n{program}");
        }
    }

    private static RandomProgram Program(ulong seed) => ProgramGenerator.Make("Program" + seed.ToString(CultureInfo.InvariantCulture), seed);

    private static ulong? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
