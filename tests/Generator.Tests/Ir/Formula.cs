using System.Globalization;
using System.Text.RegularExpressions;
using ProbModels.Generator.Ir;

namespace ProbModels.Generator.Tests;

/// <summary>Values as text such as <c>add(x, mul(2, y))</c>: letters are leaves, numbers constants; <c>i3</c> is an integer.</summary>
internal static partial class Formula
{
    /// <summary>Builds a formula.</summary>
    public static Value Build(Builder builder, string text)
    {
        var words = new Queue<string>(Words().Matches(text).Select(match => match.Value));
        return Build(builder, words);
    }

    /// <summary>Writes a value as a formula.</summary>
    public static string Show(Builder builder, Value value)
    {
        var define = builder.DefinitionOf(value)!;
        if (define.Op == Operations.Integer) return "i" + define.Immediate;
        if (define.Op.HasImmediate) return define.Immediate.ToString();
        return $"{define.Op}({string.Join(", ", define.Arguments.Select(argument => Show(builder, argument)))})";
    }

    private static Value Build(Builder builder, Queue<string> words)
    {
        string word = words.Dequeue();
        if (double.TryParse(word, CultureInfo.InvariantCulture, out double number)) return builder.Number(number);
        if (word[0] == 'i' && int.TryParse(word.AsSpan(1), CultureInfo.InvariantCulture, out int integer)) return builder.Integer(integer);
        if (words.Count == 0 || words.Peek() != "(") return builder.Leaf(Operations.Input, word[0] is >= 'a' and <= 'n' ? IrType.Integer : IrType.Real, word);

        var arguments = new List<Value>();
        while (words.Dequeue() != ")") arguments.Add(Build(builder, words));
        return builder.Add(Operations.Named(word)!, [.. arguments]);
    }

    [GeneratedRegex(@"[\w.+-]+|[(),]")]
    private static partial Regex Words();
}
