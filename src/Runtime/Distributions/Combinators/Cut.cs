using static System.FormattableString;

namespace ProbModels;

/// <summary>What the truncated distributions share: the support that is left, and the rule that something is.</summary>
internal static class Cut
{
    /// <summary>The values of a distribution's support between two bounds, of which either may be infinite.</summary>
    public static RealSupport Support<D>(D inner, double low, double high)
        where D : struct, IDistribution<double>
    {
        var whole = (RealSupport)inner.Support;
        bool keepsBounds = double.IsFinite(low) && double.IsFinite(high);
        var span = Supports.Span(Math.Max(low, whole.Low), Math.Min(high, whole.High));
        return new Restricted(RuleOf(whole, span, low, high), span, x => whole.Contains(x) && (keepsBounds ? x >= low && x <= high : x > low && x < high));
    }

    /// <summary>An error where no part of a distribution lies between the bounds; else null.</summary>
    public static string? EmptinessOf<D>(D inner, double low, double high)
        where D : struct, IDistribution<double>
    {
        var whole = (RealSupport)inner.Support;
        return Math.Max(low, whole.Low) < Math.Min(high, whole.High)
            ? null
            : Invariant($"what is left between {low} and {high} is nothing; the inner distribution lies between {whole.Low} and {whole.High}");
    }

    private static string RuleOf(RealSupport whole, RealSupport span, double low, double high) =>
        whole.Low > low || whole.High < high ? $"{span.Rule}, and {whole.Rule}" : span.Rule;
}
