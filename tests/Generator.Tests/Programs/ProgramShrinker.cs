using System.Text.RegularExpressions;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Finds a small program that fails as a large one does.</summary>
internal static class ProgramShrinker
{
    private const int Batch = 24;

    /// <summary>A program of which no single cut leaves one that still fails, with what is wrong with it.</summary>
    /// <param name="check">Says what is wrong with each of some programs; null where nothing is.</param>
    /// <param name="limit">How many smaller programs are tried at most.</param>
    public static (RandomProgram Program, string Complaint) Shrink(
        RandomProgram program, string complaint, Func<IReadOnlyList<RandomProgram>, string?[]> check, int limit = 4000)
    {
        int tried = 0;
        for (bool isSmaller = true; isSmaller && tried < limit;)
        {
            isSmaller = false;
            foreach (var candidates in program.Shrinks().Where(smaller => smaller.ToString() != program.ToString()).Chunk(Batch))
            {
                tried += candidates.Length;
                string?[] complaints = check([.. candidates.Select((candidate, i) => candidate with { Name = $"{program.Name}_{i}" })]);

                // Compiler errors must not take the place of a wrong number, nor the other way round.
                int failing = Array.FindIndex(complaints, other => other is not null && Theme(other) == Theme(complaint));
                if (failing < 0) continue;
                (program, complaint, isSmaller) = (candidates[failing], complaints[failing]!, true);
                break;
            }
        }

        return (program, complaint);
    }

    /// <summary>What a complaint is about: the first diagnostic in it, or its first words without names and numbers.</summary>
    private static string Theme(string complaint)
    {
        var diagnostic = Regex.Match(complaint, "error ([A-Z]+[0-9]+)");
        if (diagnostic.Success) return diagnostic.Value;
        string[] themes = ["does not compile", "gradient", "log density", "round trip", "record", "backwards", "not finite"];
        return themes.FirstOrDefault(theme => complaint.Contains(theme, StringComparison.Ordinal)) ?? "other";
    }
}
