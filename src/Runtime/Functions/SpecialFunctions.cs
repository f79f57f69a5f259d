namespace ProbModels;

/// <summary>Functions that densities need beside those of <see cref="Math"/>: meant for <c>using static</c>, in models too.</summary>
/// <remarks>Those of <see cref="ScalarFunctions"/> whose names <see cref="Math"/> does not have.</remarks>
public static partial class SpecialFunctions
{
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
}
