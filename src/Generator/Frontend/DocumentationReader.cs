using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace ProbModels.Generator.Frontend;

/// <summary>Reads what a documentation comment says.</summary>
internal static class DocumentationReader
{
    /// <summary>The summary on one line, without markup; empty where there is none.</summary>
    public static string Summary(ISymbol symbol)
    {
        string? xml = symbol.GetDocumentationCommentXml();
        if (string.IsNullOrWhiteSpace(xml)) return "";
        try
        {
            string text = XDocument.Parse(xml!).Descendants("summary").FirstOrDefault()?.Value ?? "";
            return string.Join(" ", text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }
        catch (System.Xml.XmlException)
        {
            // A malformed comment has its own warning; the model is none the worse for it.
            return "";
        }
    }
}
