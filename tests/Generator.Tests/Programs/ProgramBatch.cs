using ProbModels.Tests;

namespace ProbModels.Generator.Tests.Programs;

/// <summary>Compiles many programs at once and checks each.</summary>
internal static class ProgramBatch
{
    /// <summary>Positions within ±1, ±4 and ±8: far enough that transforms approach their bounds.</summary>
    private static readonly double[] Reaches = [1, 4, 8];

    /// <summary>A local that nothing reads, a branch that is never taken, or something compared with or assigned to itself is no fault of a random program.</summary>
    private const string Oddities = "#pragma warning disable CS0162, CS0219, CS1717, CS1718\n";

    /// <summary>What is wrong with each of the programs; null where nothing is.</summary>
    public static string?[] Check(IReadOnlyList<RandomProgram> programs)
    {
        if (programs.Count == 0) return [];
        LoadedProject project;
        try
        {
            project = TestProject.Of([Production.OwnDistribution, .. programs.Select(program => Oddities + program.Source)]).Load();
        }
        catch (Exception complaint)
        {
            // Whose fault it is shows when the programs are compiled apart.
            if (programs.Count == 1) return ["does not compile: " + complaint.Message];
            int half = programs.Count / 2;
            return [.. Check([.. programs.Take(half)]), .. Check([.. programs.Skip(half)])];
        }

        return [.. programs.Select(program => Complaint(project, program))];
    }

    private static string? Complaint(LoadedProject project, RandomProgram program)
    {
        try
        {
            Check(project, program);
            return null;
        }
        catch (Exception complaint)
        {
            return complaint is PosteriorCheckException ? complaint.Message : complaint.ToString();
        }
    }

    private static void Check(LoadedProject project, RandomProgram program)
    {
        var posterior = LoadedProject.Given(project.Bind(program.Name, program.Inputs), program.Observations);
        var checks = PosteriorChecks.Of(posterior);
        var random = new Random((int)(program.Seed % int.MaxValue));
        foreach (double reach in Reaches)
        {
            double[] position = [.. Enumerable.Range(0, posterior.Dimension).Select(_ => reach * (2 * random.NextDouble() - 1))];
            if (!AtOneOf(checks, Around(position, random))) throw new PosteriorCheckException($"the log density is not finite at ({string.Join(", ", position)})");
        }
    }

    /// <summary>Checks at positions in turn until one shows no wrong gradient.</summary>
    /// <remarks>
    /// Differences across a kink, or across the steep part of a hyperbolic tangent, look like a wrong gradient. A gradient that is wrong is so
    /// at positions around as well, on one side of a kink at least; kinks within the steps at all of five positions are not to be expected
    /// in any number of runs.
    /// </remarks>
    private static bool AtOneOf(PosteriorChecks checks, IReadOnlyList<double[]> positions)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                return checks.At(positions[i]);
            }
            catch (PosteriorCheckException complaint) when (complaint.IsOfGradient && i < positions.Count - 1)
            {
            }
        }
    }

    /// <summary>A position and four others, each farther away than the steps of differences reach.</summary>
    private static double[][] Around(double[] position, Random random) =>
        [position, .. Enumerable.Range(1, 4).Select(i => position.Select(q => q + i * 0.07 * (2 * random.NextDouble() - 1)).ToArray())];
}
