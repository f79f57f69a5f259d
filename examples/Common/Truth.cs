using System.Globalization;
using System.Text;

namespace ProbModels.Examples;

/// <summary>A value with which data were simulated, to be found again.</summary>
/// <param name="Name">The value's name in the summary, such as <c>alpha</c> or <c>beta[3]</c>.</param>
/// <param name="Value">The value, on the model's scale.</param>
public sealed record Truth(string Name, double Value)
{
    /// <summary>The elements of a vector.</summary>
    public static IEnumerable<Truth> Elements(string name, double[] values) => values.Select((value, i) => new Truth($"{name}[{i}]", value));

    /// <summary>A table of truths beside the posterior's mean ± standard deviation.</summary>
    internal static string Table(IReadOnlyList<Truth> truths, Summary summary)
    {
        int width = truths.Max(truth => truth.Name.Length);
        var text = new StringBuilder().Append(new string(' ', width)).AppendLine("     truth   posterior");
        foreach (var (name, value) in truths)
        {
            var row = summary[name];
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{name.PadRight(width)}  {value,8:F3}   {row.Mean,7:F3} ± {row.StandardDeviation:F3}"));
        }
        return text.ToString();
    }
}
