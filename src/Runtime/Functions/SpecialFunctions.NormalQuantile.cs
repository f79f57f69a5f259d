namespace ProbModels;

/// <content>
/// Wichura (1988), algorithm AS 241, "The percentage points of the normal distribution", Applied Statistics 37(3): quotients of polynomials
/// in the centre, and in √(−log p) towards the tails.
/// </content>
public static partial class SpecialFunctions
{
    private const double QuantileCentreUpTo = 0.425;

    /// <summary>Φ⁻¹(p): the number below which a standard normal number lies with probability p. Error at most 5 ulp.</summary>
    /// <returns>−∞ at 0, +∞ at 1; NaN outside [0, 1].</returns>
    public static double NormalQuantile(double p)
    {
        if (!(p is >= 0 and <= 1)) return double.NaN;
        double q = p - 0.5;
        if (Math.Abs(q) <= QuantileCentreUpTo) return QuantileInCentre(q);
        return q < 0 ? -QuantileInTail(p) : QuantileInTail(1 - p);
    }

    /// <summary>The inverse of <see cref="Erf"/>. Error at most 6 ulp.</summary>
    /// <returns>±∞ at ±1; NaN beyond.</returns>
    public static double ErfInverse(double x)
    {
        double size = Math.Abs(x);
        if (!(size <= 1)) return double.NaN;
        if (0.5 * size <= QuantileCentreUpTo) return SqrtHalf * QuantileInCentre(0.5 * x);
        return Math.CopySign(SqrtHalf * QuantileInTail(0.5 * (1 - size)), x);
    }

    /// <summary>Φ⁻¹(½ + q).</summary>
    private static double QuantileInCentre(double q)
    {
        double r = QuantileCentreUpTo * QuantileCentreUpTo - q * q;
        return q * Polynomial(r, QuantileCentreTop) / Polynomial(r, QuantileCentreBottom);
    }

    /// <summary>−Φ⁻¹(p) for small p.</summary>
    private static double QuantileInTail(double p)
    {
        if (p == 0) return double.PositiveInfinity;
        double r = Math.Sqrt(-ScalarFunctions.Log(p));
        return r <= 5
            ? Polynomial(r - 1.6, QuantileShoulderTop) / Polynomial(r - 1.6, QuantileShoulderBottom)
            : Polynomial(r - 5, QuantileTailTop) / Polynomial(r - 5, QuantileTailBottom);
    }

    /// <summary>Horner's rule, coefficients from the highest power down.</summary>
    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = sum * x + coefficient;
        return sum;
    }

    private static ReadOnlySpan<double> QuantileCentreTop =>
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080,
    ];

    private static ReadOnlySpan<double> QuantileCentreBottom =>
    [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1,
    ];

    private static ReadOnlySpan<double> QuantileShoulderTop =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
        3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734,
    ];

    private static ReadOnlySpan<double> QuantileShoulderBottom =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1,
    ];

    private static ReadOnlySpan<double> QuantileTailTop =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720,
    ];

    private static ReadOnlySpan<double> QuantileTailBottom =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
    ];
}
