using System.Text.RegularExpressions;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>IR as text, for tests of passes: text in, text out.</summary>
internal static class IrText
{
    private const string KernelHead = "kernel k\n", ModelHead = "model M \"\" \"\" public \"\" @1 \"\" \"\"\n";

    /// <summary>A kernel without its first line.</summary>
    public static Kernel Kernel(string body) => Checked(Parser.ParseKernel(KernelHead + body));

    /// <summary>A model without its first line.</summary>
    public static Model Model(string body) => Checked(Parser.ParseModel(ModelHead + body));

    public static void Is(string expected, Kernel actual) => Assert.Equal(Lines(expected), Lines(Printer.Print(Checked(actual)).Substring(KernelHead.Length)));

    public static void Is(string expected, Model actual) => Assert.Equal(Lines(expected), Lines(Printer.Print(Checked(actual)).Substring(ModelHead.Length)));

    /// <summary>The text with values numbered in the order in which they appear: two texts that differ in numbers alone become equal.</summary>
    public static string Renumbered(string text)
    {
        var numbers = new Dictionary<string, int>();
        return Regex.Replace(text, @"%\d+", match => $"%{(numbers.TryGetValue(match.Value, out int number) ? number : numbers[match.Value] = numbers.Count)}");
    }

    /// <summary>Without indentation, which says nothing that <c>loop</c> and <c>end</c> do not say, and without names, which are only for readers.</summary>
    private static string Lines(string text) => string.Join("\n", Regex.Replace(Renumbered(text), @"(%\d+)\.[^\s:]+", "$1").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";

    private static Kernel Checked(Kernel kernel)
    {
        Verifier.Verify(kernel);
        return kernel;
    }

    private static Model Checked(Model model)
    {
        Verifier.Verify(model);
        return model;
    }
}
