namespace ProbModels;

/// <summary>Functions that densities need beside those of <see cref="Math"/>: meant for <c>using static</c>, in models too.</summary>
/// <remarks>Those of <see cref="ScalarFunctions"/> whose names <see cref="Math"/> does not have.</remarks>
public static class SpecialFunctions
{
    /// <inheritdoc cref="ScalarFunctions.FiniteExp"/>
    public static double FiniteExp(double x) => ScalarFunctions.FiniteExp(x);

    /// <inheritdoc cref="ScalarFunctions.Log1p"/>
    public static double Log1p(double x) => ScalarFunctions.Log1p(x);

    /// <inheritdoc cref="ScalarFunctions.Expm1"/>
    public static double Expm1(double x) => ScalarFunctions.Expm1(x);

    /// <inheritdoc cref="ScalarFunctions.Logistic"/>
    public static double Logistic(double x) => ScalarFunctions.Logistic(x);

    /// <inheritdoc cref="ScalarFunctions.Softplus"/>
    public static double Softplus(double x) => ScalarFunctions.Softplus(x);

    /// <inheritdoc cref="ScalarFunctions.LogAddExp"/>
    public static double LogAddExp(double a, double b) => ScalarFunctions.LogAddExp(a, b);

    /// <inheritdoc cref="ScalarFunctions.Log1mExp"/>
    public static double Log1mExp(double x) => ScalarFunctions.Log1mExp(x);

    /// <inheritdoc cref="ScalarFunctions.XLogY"/>
    public static double XLogY(double x, double y) => ScalarFunctions.XLogY(x, y);

    /// <inheritdoc cref="ScalarFunctions.XLog1pY"/>
    public static double XLog1pY(double x, double y) => ScalarFunctions.XLog1pY(x, y);

    /// <inheritdoc cref="ScalarFunctions.DivideOrZero"/>
    public static double DivideOrZero(double x, double y) => ScalarFunctions.DivideOrZero(x, y);

    /// <inheritdoc cref="ScalarFunctions.LogGamma"/>
    public static double LogGamma(double x) => ScalarFunctions.LogGamma(x);

    /// <inheritdoc cref="ScalarFunctions.Digamma"/>
    public static double Digamma(double x) => ScalarFunctions.Digamma(x);

    /// <inheritdoc cref="ScalarFunctions.Trigamma"/>
    public static double Trigamma(double x) => ScalarFunctions.Trigamma(x);

    /// <inheritdoc cref="ScalarFunctions.LogBeta"/>
    public static double LogBeta(double a, double b) => ScalarFunctions.LogBeta(a, b);

    /// <inheritdoc cref="ScalarFunctions.Erf"/>
    public static double Erf(double x) => ScalarFunctions.Erf(x);

    /// <inheritdoc cref="ScalarFunctions.Erfc"/>
    public static double Erfc(double x) => ScalarFunctions.Erfc(x);

    /// <inheritdoc cref="ScalarFunctions.ErfInverse"/>
    public static double ErfInverse(double x) => ScalarFunctions.ErfInverse(x);

    /// <inheritdoc cref="ScalarFunctions.NormalCdf"/>
    public static double NormalCdf(double x) => ScalarFunctions.NormalCdf(x);

    /// <inheritdoc cref="ScalarFunctions.LogNormalCdf"/>
    public static double LogNormalCdf(double x) => ScalarFunctions.LogNormalCdf(x);

    /// <inheritdoc cref="ScalarFunctions.InverseMillsRatio"/>
    public static double InverseMillsRatio(double x) => ScalarFunctions.InverseMillsRatio(x);

    /// <inheritdoc cref="ScalarFunctions.NormalQuantile"/>
    public static double NormalQuantile(double p) => ScalarFunctions.NormalQuantile(p);
}
