using System.Globalization;

namespace ProbModels;

/// <summary>The check of a distribution's parameter, for generated code.</summary>
public static class ParameterRule
{
    /// <summary>Null where the rule is kept, else what is wrong: <c>scale is -1; it must be positive</c>.</summary>
    public static string? Check(bool isKept, string name, double value, string rule) =>
        isKept ? null : $"{name} is {Show(value)}; it must be {rule}";

    /// <summary>A number as messages show it.</summary>
    public static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);
}
