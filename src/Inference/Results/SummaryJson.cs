using System.Text.Json;

namespace ProbModels;

/// <summary>Writes a summary as JSON.</summary>
internal static class SummaryJson
{
    public static void Write(Summary summary, Stream stream)
    {
        var fit = summary.Fit;
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("model", fit.Posterior.ModelName);
        json.WriteNumber("chains", fit.Store.Chains);
        json.WriteNumber("warmup", fit.Options.Warmup);
        json.WriteNumber("draws", fit.Store.Draws);
        json.WriteNumber("seed", fit.Seed);
        json.WriteNumber("seconds", fit.Elapsed.TotalSeconds);
        json.WriteNumber("gradients", fit.Gradients);
        json.WriteNumber("divergences", fit.Statistics.Divergences);
        json.WriteStartObject("missing");
        foreach (var missing in fit.Posterior.Missing)
            WriteElements(json, missing);
        json.WriteEndObject();
        json.WriteStartObject("sites");
        foreach (var row in summary.Rows)
            WriteRow(json, row);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteElements(Utf8JsonWriter json, MissingElements missing)
    {
        json.WriteStartArray(missing.Observable);
        foreach (int element in missing.Elements) json.WriteNumberValue(element);
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, SummaryRow row)
    {
        json.WriteStartObject(row.Name);
        WriteNumber(json, "mean", row.Mean);
        WriteNumber(json, "sd", row.StandardDeviation);
        WriteNumber(json, "q5", row.Quantile5);
        WriteNumber(json, "q50", row.Median);
        WriteNumber(json, "q95", row.Quantile95);
        WriteNumber(json, "rhat", row.RHat);
        WriteNumber(json, "essBulk", row.BulkEss);
        WriteNumber(json, "essTail", row.TailEss);
        WriteNumber(json, "mcse", row.MeanError);
        json.WriteEndObject();
    }

    // JSON has no NaN and no infinities.
    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
