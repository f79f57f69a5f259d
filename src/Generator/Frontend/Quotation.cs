using Microsoft.CodeAnalysis;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Frontend;

/// <summary>What the user wrote, for comments and messages.</summary>
internal static class Quotation
{
    /// <summary>An expression or statement with its line.</summary>
    public static Source Of(IOperation operation) =>
        new(operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1, OneLine(operation));

    /// <summary>The text of an expression or statement, on one line.</summary>
    public static string OneLine(IOperation operation) =>
        string.Join(" ", operation.Syntax.ToString().Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
