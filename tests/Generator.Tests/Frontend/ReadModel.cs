using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProbModels.Generator.Frontend;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>C# text, for tests of the front end: source in, IR text out.</summary>
internal static class ReadModel
{
    /// <summary>The IR of a model with the given statements.</summary>
    /// <param name="parameters">The inputs, as in <c>double[] x, int n</c>.</param>
    /// <param name="beside">Other members of the model's class.</param>
    public static Model Of(string parameters, string body, string returns = "void", string beside = "")
    {
        string text = $"public static class Tested\n{{\n[Model]\npublic static {returns} Tried({parameters})\n{{\n{body}\n}}\n{beside}\n}}";
        var compilation = TestProject.Of(text).Compile();
        var complaints = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(!complaints.Any(), string.Join("\n", complaints));
        var tree = compilation.SyntaxTrees[0];
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(method => method.Identifier.Text == "Tried");
        var method = (IMethodSymbol)compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration)!;
        var extraction = ModelReader.Read(method, new Library(compilation, TestContext.Current.CancellationToken));
        Assert.True(extraction.Result is not null, string.Join("\n", extraction.Diagnostics.Select(info => info.ToDiagnostic())));
        Verifier.Verify(extraction.Result);
        return extraction.Result;
    }

    /// <summary>Compares the statements of a model; densities, sources and formulas are left out.</summary>
    public static void Is(string expected, Model actual) => Assert.Equal(Trimmed(expected), Print(actual));

    /// <summary>The statements of a model, without what tests of structure need not repeat.</summary>
    public static string Print(Model model)
    {
        var plain = model with { Distributions = Sequence<Distribution>.Empty, Parameters = Sequence<Parameter>.Empty, Returns = Sequence<Parameter>.Empty, Body = Plain(model.Body) };
        return Trimmed(IrText.Renumbered(Printer.Print(plain)));
    }

    private static Sequence<Statement> Plain(Sequence<Statement> body) => body.Select(Plain).ToSequence();

    private static Statement Plain(Statement statement) => statement switch
    {
        Loop loop => loop with { Body = Plain(loop.Body), Source = new(0, "") },
        Sample sample => sample with { Source = new(0, ""), ArgumentSources = Sequence<string>.Empty, Distribution = sample.Distribution.Replace("ProbModels.", "") },
        Require require => require with { Rule = require.Rule with { Source = new(0, "") } },
        _ => statement,
    };

    private static string Trimmed(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.Trim().Replace(" @0 \"\"", "")).Where(line => line.Length > 0 && !line.StartsWith("model ", StringComparison.Ordinal)));
}
