using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The functions of <see cref="ScalarFunctions"/> for generated code that runs on graphics processors: without calls, tables and fused multiply-adds.</summary>
/// <remarks>
/// The same texts over <see cref="PlainLane"/>: errors are those stated there or 2 ulp more, limits the same. Everything is inlined, since what compiles for a graphics
/// processor takes neither spans nor static arrays, and calls there cost more than the functions. On the host <see cref="ScalarFunctions"/> is faster.
/// </remarks>
public static class PlainFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc cref="ScalarFunctions.Exp"/>
    [MethodImpl(Inline)]
    public static double Exp(double x) => Exponentials.Exp<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.FiniteExp"/>
    [MethodImpl(Inline)]
    public static double FiniteExp(double x) => Exponentials.FiniteExp<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Expm1"/>
    [MethodImpl(Inline)]
    public static double Expm1(double x) => Exponentials.Expm1<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Log"/>
    [MethodImpl(Inline)]
    public static double Log(double x) => Logarithms.Log<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Log1p"/>
    [MethodImpl(Inline)]
    public static double Log1p(double x) => Logarithms.Log1p<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Pow"/>
    [MethodImpl(Inline)]
    public static double Pow(double x, double y) => Powers.Pow<PlainLane>(x, y);

    /// <inheritdoc cref="ScalarFunctions.Tanh"/>
    [MethodImpl(Inline)]
    public static double Tanh(double x) => Hyperbolics.Tanh<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Sinh"/>
    [MethodImpl(Inline)]
    public static double Sinh(double x) => Hyperbolics.Sinh<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Cosh"/>
    [MethodImpl(Inline)]
    public static double Cosh(double x) => Hyperbolics.Cosh<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Cbrt"/>
    [MethodImpl(Inline)]
    public static double Cbrt(double x) => CubeRoots.Cbrt<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Sin"/>
    [MethodImpl(Inline)]
    public static double Sin(double x) => Math.Abs(x) < Angles.LargeFrom ? Angles.SinOfSmall<PlainLane>(x) : LargeAngles.SinOfLarge<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Cos"/>
    [MethodImpl(Inline)]
    public static double Cos(double x) => Math.Abs(x) < Angles.LargeFrom ? Angles.CosOfSmall<PlainLane>(x) : LargeAngles.CosOfLarge<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Tan"/>
    [MethodImpl(Inline)]
    public static double Tan(double x) => Math.Abs(x) < Angles.LargeFrom ? Angles.TanOfSmall<PlainLane>(x) : LargeAngles.TanOfLarge<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Atan"/>
    [MethodImpl(Inline)]
    public static double Atan(double x) => ArcTangents.Atan<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Atan2"/>
    [MethodImpl(Inline)]
    public static double Atan2(double y, double x) => ArcTangents.Atan2<PlainLane>(y, x);

    /// <inheritdoc cref="ScalarFunctions.Asin"/>
    [MethodImpl(Inline)]
    public static double Asin(double x) => ArcTangents.Asin<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Acos"/>
    [MethodImpl(Inline)]
    public static double Acos(double x) => ArcTangents.Acos<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.LogGamma"/>
    [MethodImpl(Inline)]
    public static double LogGamma(double x) => GammaFunctions.LogGammaWithoutCalls<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Digamma"/>
    [MethodImpl(Inline)]
    public static double Digamma(double x) => GammaFunctions.DigammaWithoutCalls<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Trigamma"/>
    [MethodImpl(Inline)]
    public static double Trigamma(double x) => GammaFunctions.TrigammaWithoutCalls<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.LogBeta"/>
    [MethodImpl(Inline)]
    public static double LogBeta(double a, double b) => GammaFunctions.LogBetaWithoutCalls<PlainLane>(a, b);

    /// <inheritdoc cref="ScalarFunctions.Logistic"/>
    [MethodImpl(Inline)]
    public static double Logistic(double x) => LogSums.Logistic<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Softplus"/>
    [MethodImpl(Inline)]
    public static double Softplus(double x) => LogSums.Softplus<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.SoftplusAndLogistic"/>
    [MethodImpl(Inline)]
    public static double SoftplusAndLogistic(double x, out double logistic)
    {
        double softplus = LogSums.SoftplusAndLogistic<PlainLane>(x, out var second);
        logistic = second;
        return softplus;
    }

    /// <inheritdoc cref="ScalarFunctions.LogAddExp"/>
    [MethodImpl(Inline)]
    public static double LogAddExp(double a, double b) => LogSums.LogAddExp<PlainLane>(a, b);

    /// <inheritdoc cref="ScalarFunctions.Log1mExp"/>
    [MethodImpl(Inline)]
    public static double Log1mExp(double x) => Logarithms.Log1mExp<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.XLogY"/>
    [MethodImpl(Inline)]
    public static double XLogY(double x, double y) => Products.XLogY<PlainLane>(x, y);

    /// <inheritdoc cref="ScalarFunctions.XLog1pY"/>
    [MethodImpl(Inline)]
    public static double XLog1pY(double x, double y) => Products.XLog1pY<PlainLane>(x, y);

    /// <inheritdoc cref="ScalarFunctions.DivideOrZero"/>
    [MethodImpl(Inline)]
    public static double DivideOrZero(double x, double y) => Products.DivideOrZero<PlainLane>(x, y);

    /// <inheritdoc cref="ScalarFunctions.Erf"/>
    [MethodImpl(Inline)]
    public static double Erf(double x) => ErrorFunctions.Erf<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.Erfc"/>
    [MethodImpl(Inline)]
    public static double Erfc(double x) => ErrorFunctions.Erfc<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.ErfInverse"/>
    [MethodImpl(Inline)]
    public static double ErfInverse(double x) => NormalQuantiles.ErfInverse<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.NormalCdf"/>
    [MethodImpl(Inline)]
    public static double NormalCdf(double x) => NormalFunctions.NormalCdf<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.LogNormalCdf"/>
    [MethodImpl(Inline)]
    public static double LogNormalCdf(double x) => NormalFunctions.LogNormalCdf<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.InverseMillsRatio"/>
    [MethodImpl(Inline)]
    public static double InverseMillsRatio(double x) => NormalFunctions.InverseMillsRatio<PlainLane>(x);

    /// <inheritdoc cref="ScalarFunctions.NormalQuantile"/>
    [MethodImpl(Inline)]
    public static double NormalQuantile(double p) => NormalQuantiles.NormalQuantile<PlainLane>(p);

    /// <inheritdoc cref="ScalarFunctions.Sqrt"/>
    [MethodImpl(Inline)]
    public static double Sqrt(double x) => Math.Sqrt(x);

    /// <inheritdoc cref="ScalarFunctions.Abs"/>
    [MethodImpl(Inline)]
    public static double Abs(double x) => Math.Abs(x);

    /// <inheritdoc cref="ScalarFunctions.Floor"/>
    [MethodImpl(Inline)]
    public static double Floor(double x) => Math.Floor(x);

    /// <inheritdoc cref="ScalarFunctions.Ceiling"/>
    [MethodImpl(Inline)]
    public static double Ceiling(double x) => Math.Ceiling(x);

    /// <inheritdoc cref="ScalarFunctions.Round"/>
    [MethodImpl(Inline)]
    public static double Round(double x)
    {
        // From 2⁵² on there are no fractions; below, the sum rounds them away. Not Math.Round, which loses the sign on some graphics processors.
        const double WholeFrom = 1L << 52;
        PlainLane size = Math.Abs(x), rounded = size + WholeFrom - WholeFrom;
        return PlainLane.IfLess(size, WholeFrom, rounded, size) | ((PlainLane)x & -0.0);
    }

    /// <inheritdoc cref="ScalarFunctions.Truncate"/>
    [MethodImpl(Inline)]
    public static double Truncate(double x) => x < 0 ? Math.Ceiling(x) : Math.Floor(x);

    // Of a number and NaN a graphics processor takes the number; and of two zeros either.

    /// <inheritdoc cref="ScalarFunctions.Min"/>
    [MethodImpl(Inline)]
    public static double Min(double x, double y) => x < y ? x : y < x ? y : x == y ? (PlainLane)x | y : x + y;

    /// <inheritdoc cref="ScalarFunctions.Max"/>
    [MethodImpl(Inline)]
    public static double Max(double x, double y) => x > y ? x : y > x ? y : x == y ? (PlainLane)x & y : x + y;
}
