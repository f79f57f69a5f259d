namespace ProbModels;

/// <content>Functions that are still those of the platform.</content>
public static partial class ScalarFunctions
{
    /// <inheritdoc cref="Math.Sin"/>
    public static double Sin(double x) => Math.Sin(x);

    /// <inheritdoc cref="Math.Cos"/>
    public static double Cos(double x) => Math.Cos(x);

    /// <inheritdoc cref="Math.Tan"/>
    public static double Tan(double x) => Math.Tan(x);

    /// <inheritdoc cref="Math.Atan"/>
    public static double Atan(double x) => Math.Atan(x);

    /// <inheritdoc cref="Math.Asin"/>
    public static double Asin(double x) => Math.Asin(x);

    /// <inheritdoc cref="Math.Acos"/>
    public static double Acos(double x) => Math.Acos(x);

    /// <inheritdoc cref="Math.Tanh"/>
    public static double Tanh(double x) => Math.Tanh(x);

    /// <inheritdoc cref="Math.Sinh"/>
    public static double Sinh(double x) => Math.Sinh(x);

    /// <inheritdoc cref="Math.Cosh"/>
    public static double Cosh(double x) => Math.Cosh(x);

    /// <inheritdoc cref="Math.Cbrt"/>
    public static double Cbrt(double x) => Math.Cbrt(x);

    /// <inheritdoc cref="Math.Atan2"/>
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    /// <inheritdoc cref="SpecialFunctions.LogGamma"/>
    public static double LogGamma(double x) => SpecialFunctions.LogGamma(x);

    /// <inheritdoc cref="SpecialFunctions.Digamma"/>
    public static double Digamma(double x) => SpecialFunctions.Digamma(x);

    /// <inheritdoc cref="SpecialFunctions.Trigamma"/>
    public static double Trigamma(double x) => SpecialFunctions.Trigamma(x);

    /// <inheritdoc cref="SpecialFunctions.Erf"/>
    public static double Erf(double x) => SpecialFunctions.Erf(x);

    /// <inheritdoc cref="SpecialFunctions.Erfc"/>
    public static double Erfc(double x) => SpecialFunctions.Erfc(x);

    /// <inheritdoc cref="SpecialFunctions.ErfInverse"/>
    public static double ErfInverse(double x) => SpecialFunctions.ErfInverse(x);

    /// <inheritdoc cref="SpecialFunctions.NormalCdf"/>
    public static double NormalCdf(double x) => SpecialFunctions.NormalCdf(x);

    /// <inheritdoc cref="SpecialFunctions.LogNormalCdf"/>
    public static double LogNormalCdf(double x) => SpecialFunctions.LogNormalCdf(x);

    /// <inheritdoc cref="SpecialFunctions.InverseMillsRatio"/>
    public static double InverseMillsRatio(double x) => SpecialFunctions.InverseMillsRatio(x);

    /// <inheritdoc cref="SpecialFunctions.NormalQuantile"/>
    public static double NormalQuantile(double x) => SpecialFunctions.NormalQuantile(x);

    /// <inheritdoc cref="SpecialFunctions.LogBeta"/>
    public static double LogBeta(double a, double b) => SpecialFunctions.LogBeta(a, b);
}
