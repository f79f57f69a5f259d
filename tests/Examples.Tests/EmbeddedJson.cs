using System.Text.Json;

namespace ProbModels.Examples.Tests;

/// <summary>The JSON files of this project.</summary>
internal static class EmbeddedJson
{
    /// <summary>Reads a file by its name without folders.</summary>
    public static T Read<T>(string file)
    {
        using var stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException($"{file} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
