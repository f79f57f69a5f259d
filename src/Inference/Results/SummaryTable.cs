using System.Globalization;
using System.Text;

namespace ProbModels;

/// <summary>Writes a summary as a table of text.</summary>
internal static class SummaryTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly string[] Header = ["", "mean", "mcse", "sd", "5%", "50%", "95%", "R-hat", "bulk ESS", "tail ESS"];

    public static string Write(Summary summary, int elements)
    {
        var lines = new List<Line> { new(Header, null) };
        foreach (var site in summary.Rows.GroupBy(row => row.Site))
        {
            var rows = site.ToArray();
            lines.AddRange(rows.Take(elements).Select(row => new Line(Cells(row), null)));
            if (rows.Length > elements) lines.Add(new([], Remainder(site.Key, rows[elements..])));
        }

        var text = new StringBuilder();
        text.AppendLine(Title(summary.Fit));
        foreach (var missing in summary.Fit.Posterior.Missing) text.AppendLine(missing.ToString());
        text.AppendLine();
        AppendAligned(text, lines);
        foreach (var advice in summary.Advice)
            text.AppendLine().Append("! ").AppendLine(advice.Message);
        return text.ToString();
    }

    private static string Title(Fit fit)
        => string.Create(Culture, $"{fit.Posterior.ModelName}: {fit.Store.Chains} chains x {fit.Store.Draws} draws after {fit.Options.Warmup} of warm-up; {fit.Gradients:N0} gradients in {fit.Elapsed.TotalSeconds:0.00} s; {fit.Statistics.Divergences} {(fit.Statistics.Divergences == 1 ? "divergence" : "divergences")}; seed {fit.Seed}");

    private static string[] Cells(SummaryRow row)
    {
        string Number(double value) => SensibleDigits.Format(value, row.MeanError);
        return
        [
            row.Name, Number(row.Mean), SensibleDigits.FormatError(row.MeanError), Number(row.StandardDeviation),
            Number(row.Quantile5), Number(row.Median), Number(row.Quantile95),
            row.RHat.ToString("F3", Culture), row.BulkEss.ToString("F0", Culture), row.TailEss.ToString("F0", Culture),
        ];
    }

    /// <summary>What the elements that are not shown have in common, so that none of them hides a problem.</summary>
    private static string Remainder(Site site, SummaryRow[] rows)
    {
        double worst = rows.Max(row => row.RHat);
        double bulk = Least(rows, row => row.BulkEss), tail = Least(rows, row => row.TailEss);
        return string.Create(Culture, $"{site.Name}{site.Shape}: {rows.Length} more; R-hat at most {worst:F3}, bulk ESS at least {bulk:F0}, tail ESS at least {tail:F0}");
    }

    /// <summary>The least of those that are numbers: constant elements have none.</summary>
    private static double Least(SummaryRow[] rows, Func<SummaryRow, double> column)
        => rows.Select(column).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Min();

    private static void AppendAligned(StringBuilder text, List<Line> lines)
    {
        var widths = new int[Header.Length];
        foreach (var line in lines)
            for (int column = 0; column < line.Cells.Length; column++)
                widths[column] = Math.Max(widths[column], line.Cells[column].Length);
        foreach (var line in lines)
        {
            if (line.Remark is not null)
            {
                text.Append("  ").AppendLine(line.Remark);
                continue;
            }
            text.Append(line.Cells[0].PadRight(widths[0]));
            for (int column = 1; column < line.Cells.Length; column++)
                text.Append("  ").Append(line.Cells[column].PadLeft(widths[column]));
            text.AppendLine();
        }
    }

    /// <summary>A line of cells, or a remark across all columns.</summary>
    private sealed record Line(string[] Cells, string? Remark);
}
