using System.Globalization;

namespace ProbModels.Tests;

/// <summary>One row of <c>Reference/functions.csv</c>: the value is High + Low, to at least 30 digits.</summary>
internal sealed record ReferenceValue(string Function, double[] Arguments, double High, double Low)
{
    private static readonly ReferenceValue[] All = Load();

    public static IEnumerable<ReferenceValue> Of(string function)
    {
        var rows = All.Where(row => row.Function == function).ToArray();
        Assert.NotEmpty(rows);
        return rows;
    }

    /// <summary>The arguments, for functions of one; none for a function without references.</summary>
    public static IEnumerable<double> ArgumentsOf(string function) => All.Where(row => row.Function == function).Select(row => row.Arguments[0]);

    /// <summary>The error of a result in units in the last place of the value.</summary>
    /// <param name="result">What was computed.</param>
    /// <param name="scale">The unit is that of max(<paramref name="scale"/>, |value|).</param>
    public double UlpError(double result, double scale = 0)
    {
        if (result == High && !double.IsFinite(High)) return 0;
        double size = Math.Max(scale, Math.Abs(High));
        return Math.Abs(result - High - Low) / (Math.BitIncrement(size) - size);
    }

    private static ReferenceValue[] Load()
    {
        using var stream = typeof(ReferenceValue).Assembly.GetManifestResourceStream("ProbModels.Tests.Functions.Reference.functions.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToArray();
    }

    private static ReferenceValue Parse(string line)
    {
        var cells = line.Split(',');
        var numbers = Array.ConvertAll(cells[1..], Number);
        return new(cells[0], numbers[..^2], numbers[^2], numbers[^1]);
    }

    private static double Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
