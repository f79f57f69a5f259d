using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ProbModels.Examples.Tests.CommandLine;

public partial class JsonTests
{
    /// <summary>The columns of the printed table in their order.</summary>
    private static readonly string[] Columns = ["mean", "mcse", "sd", "q5", "q50", "q95", "rhat", "essBulk", "essTail"];

    [Theory]
    [InlineData("StraightLine", "StraightLine", 2)]
    [InlineData("EightSchools", "EightSchools", 18)]
    [InlineData("Reparametrised", "LineByAngle", 4)]
    public void Json_has_the_numbers_that_are_printed(string example, string model, int rows)
    {
        using var file = new TemporaryFile();
        var run = ExampleProcess.Run(example, "--seed", "3", "--chains", "2", "--warmup", "200", "--draws", "300", "--json", file.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(file.Text);
        var root = json.RootElement;

        Assert.Equal(model, root.GetProperty("model").GetString());
        Assert.Equal(
            (2, 200, 300, 3),
            (root.GetProperty("chains").GetInt32(), root.GetProperty("warmup").GetInt32(), root.GetProperty("draws").GetInt32(), root.GetProperty("seed").GetInt32()));
        string title = run.Output.Split('\n')[0];
        Assert.Contains(root.GetProperty("gradients").GetInt64().ToString("N0", CultureInfo.InvariantCulture) + " gradients", title);
        Assert.Contains(root.GetProperty("seconds").GetDouble().ToString("0.00", CultureInfo.InvariantCulture) + " s;", title);
        Assert.Contains(root.GetProperty("divergences").GetInt32() + " divergences", title);

        var sites = root.GetProperty("sites").EnumerateObject().ToList();
        Assert.Equal(rows, sites.Count);
        foreach (var site in sites)
        {
            string line = Assert.Single(run.Output.Split('\n'), line => line.StartsWith(site.Name + " ", StringComparison.Ordinal) && !line.Contains('±'));
            string[] cells = Gaps().Split(line.Trim())[1..];
            Assert.Equal(Columns.Length, cells.Length);
            foreach (var (column, cell) in Columns.Zip(cells))
                Assert.Equal(cell, Rounded(site.Value.GetProperty(column).GetDouble(), cell));
        }
    }

    /// <summary>A number with as many decimals as the printed one.</summary>
    private static string Rounded(double value, string printed)
        => value.ToString($"F{printed.Length - 1 - (printed.IndexOf('.') is var point and >= 0 ? point : printed.Length - 1)}", CultureInfo.InvariantCulture);

    [GeneratedRegex(" +")]
    private static partial Regex Gaps();
}
