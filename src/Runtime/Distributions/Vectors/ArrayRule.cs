namespace ProbModels;

/// <summary>The check of a parameter that is an array.</summary>
internal static class ArrayRule
{
    /// <summary>Null where each element keeps the rule, else what is wrong with the first that does not: <c>logits[3] is NaN; it must be finite</c>.</summary>
    public static string? Check(Func<double, bool> isKept, string name, double[] values, string rule)
    {
        int broken = Array.FindIndex(values, value => !isKept(value));
        return broken < 0 ? null : ParameterRule.Check(false, $"{name}[{broken}]", values[broken], rule);
    }
}
