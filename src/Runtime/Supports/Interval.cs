using static System.FormattableString;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>An interval with or without its bounds: x = low + (high − low) · logistic(q).</summary>
internal sealed class Interval(double low, double high, bool containsBounds) : RealSupport
{
    public override string Rule => Invariant($"{(containsBounds ? "" : "strictly ")}between {low} and {high}");

    public override double Low => low;

    public override double High => high;

    public override bool Contains(double value) => containsBounds ? value >= low && value <= high : value > low && value < high;

    /// <remarks>
    /// Each half is measured from its own bound, so that digits near the upper bound are as good as near the lower. The derivative is
    /// (high − low) · logistic(q) · logistic(−q), in which exp(−|q|) cannot overflow.
    /// </remarks>
    public override double Constrain(double unconstrained, out double logJacobian)
    {
        double width = high - low, distance = Math.Abs(unconstrained);
        logJacobian = ScalarFunctions.Log(width) - distance - 2 * Log1p(ScalarFunctions.Exp(-distance));
        double fromNearerBound = width * Logistic(-distance);
        return unconstrained < 0 ? low + fromNearerBound : high - fromNearerBound;
    }

    public override double Unconstrain(double value)
    {
        // Fractions of the width, so that the logarithms are no larger than their difference needs.
        double width = high - low;
        return ScalarFunctions.Log((value - low) / width) - ScalarFunctions.Log((high - value) / width);
    }
}
