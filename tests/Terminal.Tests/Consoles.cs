using Spectre.Console;

namespace ProbModels.Terminal.Tests;

/// <summary>Consoles that write into memory.</summary>
internal static class Consoles
{
    /// <summary>One that shows text as it is, without colours.</summary>
    public static IAnsiConsole Plain(StringWriter output, int width) => Create(output, width, AnsiSupport.No);

    /// <summary>One that passes for a terminal.</summary>
    public static IAnsiConsole Terminal(StringWriter output) => Create(output, 100, AnsiSupport.Yes);

    private static IAnsiConsole Create(StringWriter output, int width, AnsiSupport ansi)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }
}
