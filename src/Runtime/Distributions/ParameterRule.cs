using System.Globalization;

namespace ProbModels;

/// <summary>The check of a distribution's parameter, for generated code.</summary>
public static class ParameterRule
{
    /// <summary>Null where the rule is kept, else what is wrong: <c>scale is -1; it must be positive</c>.</summary>
    public static string? Check(bool isKept, string name, double value, FormattableString rule) =>
        isKept ? null : string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be ") + rule.ToString(CultureInfo.InvariantCulture);
}
