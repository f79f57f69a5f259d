using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>Draws from a part of a distribution by inverting its distribution function, in far tails on the logarithmic scale.</summary>
internal static class Inversion
{
    /// <summary>Below this the exponential of a log probability loses digits, and the complement of one has few to begin with.</summary>
    private const double LogOfSmallest = -690, LogOfSmallTail = -14;

    private const int MostSteps = 200;

    /// <summary>A number between two bounds. Either may be infinite; the other is left out then.</summary>
    public static double Draw<D>(D inner, double low, double high, ref Philox rng)
        where D : struct, IDistribution<double>, ICumulative
    {
        double u = rng.NextOpen();
        bool isAbove = inner.LogCdf(low) > inner.LogSurvival(low);
        double x = isAbove
            ? UpperQuantile(inner, Between(u, inner.LogSurvival(low), inner.LogSurvival(high)), low, high)
            : LowerQuantile(inner, Between(u, inner.LogCdf(high), inner.LogCdf(low)), low, high);

        // Rounding may have led out by a digit.
        bool keepsBounds = double.IsFinite(low) && double.IsFinite(high);
        return keepsBounds ? Math.Clamp(x, low, high) : Math.Clamp(x, Math.BitIncrement(low), Math.BitDecrement(high));
    }

    /// <summary>log(u e^a + (1 − u) e^b).</summary>
    private static double Between(double u, double a, double b) => LogAddExp(ScalarFunctions.Log(u) + a, Log1p(-u) + b);

    private static double LowerQuantile<D>(D inner, double logProbability, double low, double high)
        where D : struct, IDistribution<double>, ICumulative
        => logProbability > LogOfSmallest ? inner.Quantile(ScalarFunctions.Exp(logProbability)) : Search(inner, logProbability, near: high, far: low);

    private static double UpperQuantile<D>(D inner, double logProbability, double low, double high)
        where D : struct, IDistribution<double>, ICumulative
        => logProbability > LogOfSmallTail ? inner.Quantile(-Expm1(logProbability)) : Search(inner, logProbability, near: low, far: high);

    /// <summary>Newton's method for the log probability of a tail, which falls from near to far; a step out of the bracket becomes a bisection.</summary>
    /// <param name="inner">The distribution.</param>
    /// <param name="target">The log probability of the tail that starts at the result.</param>
    /// <param name="near">The end of the tail, where its log probability is at least the target; finite.</param>
    /// <param name="far">A bound in the tail; may be infinite.</param>
    private static double Search<D>(D inner, double target, double near, double far)
        where D : struct, IDistribution<double>, ICumulative
    {
        double direction = far > near ? 1 : -1, x = near;
        double Excess(double at) => (direction > 0 ? inner.LogSurvival(at) : inner.LogCdf(at)) - target;
        double Hazard(double at) => ScalarFunctions.Exp(inner.LogDensity(at) - (Excess(at) + target));
        if (double.IsInfinity(far))
        {
            double distance = Math.Clamp(1 / Hazard(near), 1e-300, 1e300);
            while (Excess(near + direction * distance) > 0) distance *= 2;
            far = near + direction * distance;
        }

        for (int step = 0; step < MostSteps; step++)
        {
            double excess = Excess(x);
            if (excess >= 0) near = x;
            else far = x;
            double next = x + direction * excess / Hazard(x);
            bool isInside = direction > 0 ? next > near && next < far : next < near && next > far;
            if (!isInside) next = near + 0.5 * (far - near);
            if (Math.Abs(next - x) <= 1e-15 * Math.Abs(x)) return next;
            x = next;
        }

        return x;
    }
}
