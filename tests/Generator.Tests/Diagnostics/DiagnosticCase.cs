namespace ProbModels.Generator.Tests;

/// <summary>A source that the compiler refuses.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Message">Its whole text.</param>
/// <param name="Source">The source, with the diagnostic's place between <c>[|</c> and <c>|]</c>.</param>
internal sealed record DiagnosticCase(string Id, string Message, string Source)
{
    /// <summary>What is reported beside it, by other cases' words.</summary>
    public string[] Others { get; init; } = [];

    /// <summary>A model with the given statements.</summary>
    public static DiagnosticCase InModel(string id, string message, string body, string returns = "void", string parameters = "double x, double[] data, int n", string beside = "") => new(
        id,
        message,
        $$"""
        public static class Tested
        {
            [Model]
            public static {{returns}} Model({{parameters}})
            {
                {{body.Replace("\n", "\n        ")}}
            }

            {{beside.Replace("\n", "\n    ")}}
        }
        """);
}
