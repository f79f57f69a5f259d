using StraightLineExample;

namespace ReparametrisedExample;

/// <summary>Means and standard deviations of m and c under the priors of <see cref="Lines.LineByAngle"/>, by quadrature.</summary>
public sealed record ExactMoments(double M, double SdM, double C, double SdC)
{
    /// <summary>Weighs the closed form of the line with flat priors by the prior of the angle.</summary>
    /// <remarks>
    /// With m = tan(angle) and c = bPerp / cos(angle), a density that is uniform in angle and bPerp is (1 + m²)^(-3/2) in m and c, up to a constant. It does not
    /// depend on c, whose distribution given m therefore stays that of the closed form: normal with a mean linear in m. What is left is one dimension, where the
    /// trapezium rule on a normal density converges faster than any power of the step. The bounds of bPerp are far outside the data's reach.
    /// </remarks>
    public static ExactMoments Of(ClosedForm flat)
    {
        double total = 0, sum = 0, squares = 0;
        for (int k = -1000; k <= 1000; k++)
        {
            double z = 0.01 * k, m = flat.M + flat.SdM * z;
            double weight = Math.Exp(-0.5 * z * z) * Math.Pow(1 + m * m, -1.5);
            total += weight;
            sum += weight * z;
            squares += weight * z * z;
        }

        // z is the standardised m: of variance 1 under flat priors.
        double mean = sum / total, variance = squares / total - mean * mean;
        double explained = flat.Correlation * flat.Correlation;
        return new(
            flat.M + flat.SdM * mean,
            flat.SdM * Math.Sqrt(variance),
            flat.C + flat.SdC * flat.Correlation * mean,
            flat.SdC * Math.Sqrt(1 - explained + explained * variance));
    }
}
