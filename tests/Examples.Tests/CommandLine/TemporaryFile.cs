namespace ProbModels.Examples.Tests.CommandLine;

/// <summary>A file of the test's own, deleted at the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string content = "") => File.WriteAllText(Path, content);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public string Text => File.ReadAllText(Path);

    public void Dispose() => File.Delete(Path);
}
