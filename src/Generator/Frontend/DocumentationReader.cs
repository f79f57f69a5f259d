using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads what a documentation comment says.</summary>
internal static class DocumentationReader
{
    /// <summary>The summary on one line, without markup; empty where there is none.</summary>
    public static string Summary(ISymbol symbol)
    {
        string? parsed = symbol.GetDocumentationCommentXml();
        string xml = string.IsNullOrWhiteSpace(parsed) ? Unparsed(symbol) : parsed!;
        try
        {
            string text = XDocument.Parse(xml).Descendants("summary").FirstOrDefault()?.Value ?? "";
            return string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (System.Xml.XmlException)
        {
            // A malformed comment has its own warning; the model is none the worse for it.
            return "";
        }
    }

    /// <summary>The comment as it stands in the source: the compiler does not parse comments in projects that write no documentation file.</summary>
    private static string Unparsed(ISymbol symbol)
    {
        var trivia = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().GetLeadingTrivia().ToFullString() ?? "";
        var lines = trivia.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal));
        return $"<comment>{string.Join(" ", lines.Select(line => line.Substring(3)))}</comment>";
    }
}
