namespace ProbModels;

/// <summary>Functions that densities need beside those of <see cref="Math"/>: meant for <c>using static</c>, in models too.</summary>
/// <remarks>
/// They give the same digits on every machine. Errors are stated in units in the last place (ulp) of the result, against references
/// of 50 digits; NaN gives NaN.
/// </remarks>
public static partial class SpecialFunctions
{
    /// <summary>log(1 + x) without loss near 0. Error at most 1 ulp.</summary>
    /// <returns>−∞ at −1, NaN below.</returns>
    public static double Log1p(double x) => Elementary.Log1p(x);

    /// <summary>exp(x) − 1 without loss near 0. Error at most 2 ulp.</summary>
    public static double Expm1(double x) => Elementary.Expm1(x);

    /// <summary>x · log(y), and its limit 0 where x is 0, also for y = 0. Error at most 2 ulp.</summary>
    public static double XLogY(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Elementary.Log(y);

    /// <summary>x · log(1 + y), and its limit 0 where x is 0, also for y = −1. Error at most 2 ulp.</summary>
    public static double XLog1pY(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x * Elementary.Log1p(y);

    /// <summary>x / y, and 0 where x is 0, also for y = 0: the derivative of <see cref="XLogY"/> by y. Correctly rounded.</summary>
    public static double DivideOrZero(double x, double y) => x == 0 && !double.IsNaN(y) ? 0 : x / y;
}
