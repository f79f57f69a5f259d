using StraightLineExample;

namespace ProbModels.Examples.Tests.StraightLine;

/// <summary>The example's data, read as the example reads them.</summary>
internal static class LineData
{
    private static readonly CsvTable Table = CsvTable.Read(Path.Combine(AppContext.BaseDirectory, "straight_line.csv"));

    public static double[] X => Table["x"];

    public static double[] E => Table["e"];

    public static double[] Y => Table["y"];

    public static StraightLinePosterior Posterior() => new StraightLineModel(X, E).Given(Y);
}
