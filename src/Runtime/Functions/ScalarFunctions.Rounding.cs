namespace ProbModels;

/// <content>What hardware does, correctly rounded.</content>
public static partial class ScalarFunctions
{
    /// <summary>The square root.</summary>
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <summary>The absolute value.</summary>
    public static double Abs(double x) => Math.Abs(x);

    /// <summary>The greatest integer that is not greater.</summary>
    public static double Floor(double x) => Math.Floor(x);

    /// <summary>The least integer that is not less.</summary>
    public static double Ceiling(double x) => Math.Ceiling(x);

    /// <summary>The nearest integer; of two that are equally near, the even one.</summary>
    public static double Round(double x) => Math.Round(x);

    /// <summary>The number without its fraction.</summary>
    public static double Truncate(double x) => Math.Truncate(x);

    /// <summary>The lesser of two numbers; NaN where either is.</summary>
    public static double Min(double x, double y) => Math.Min(x, y);

    /// <summary>The greater of two numbers; NaN where either is.</summary>
    public static double Max(double x, double y) => Math.Max(x, y);
}
