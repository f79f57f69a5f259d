using System.Runtime.CompilerServices;
using L = ProbModels.Lane512;
using V = System.Runtime.Intrinsics.Vector512<double>;
using X = System.Runtime.Intrinsics.Vector512;

namespace ProbModels;

/// <content>The same text for each width, but for the three aliases above.</content>
public static partial class VectorFunctions
{
    /// <inheritdoc cref="ScalarFunctions.Exp"/>
    [MethodImpl(Inline)]
    public static V Exp(V x) => Exponentials.Exp<L>(x);

    /// <inheritdoc cref="ScalarFunctions.FiniteExp"/>
    [MethodImpl(Inline)]
    public static V FiniteExp(V x) => Exponentials.FiniteExp<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Log"/>
    [MethodImpl(Inline)]
    public static V Log(V x) => Logarithms.Log<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Sin"/>
    [MethodImpl(Inline)]
    public static V Sin(V x) => Angles.Sin<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Cos"/>
    [MethodImpl(Inline)]
    public static V Cos(V x) => Angles.Cos<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Sqrt"/>
    [MethodImpl(Inline)]
    public static V Sqrt(V x) => X.Sqrt(x);

    /// <inheritdoc cref="ScalarFunctions.Abs"/>
    [MethodImpl(Inline)]
    public static V Abs(V x) => X.Abs(x);

    /// <inheritdoc cref="ScalarFunctions.Floor"/>
    [MethodImpl(Inline)]
    public static V Floor(V x) => X.Floor(x);

    /// <inheritdoc cref="ScalarFunctions.Ceiling"/>
    [MethodImpl(Inline)]
    public static V Ceiling(V x) => X.Ceiling(x);

    /// <inheritdoc cref="ScalarFunctions.Round"/>
    [MethodImpl(Inline)]
    public static V Round(V x) => X.Round(x);

    /// <inheritdoc cref="ScalarFunctions.Truncate"/>
    [MethodImpl(Inline)]
    public static V Truncate(V x) => X.Truncate(x);

    /// <inheritdoc cref="ScalarFunctions.Min"/>
    [MethodImpl(Inline)]
    public static V Min(V x, V y) => X.Min(x, y);

    /// <inheritdoc cref="ScalarFunctions.Max"/>
    [MethodImpl(Inline)]
    public static V Max(V x, V y) => X.Max(x, y);

    /// <inheritdoc cref="ScalarFunctions.DivideOrZero"/>
    [MethodImpl(Inline)]
    public static V DivideOrZero(V x, V y) => Products.DivideOrZero<L>(x, y);

    /// <inheritdoc cref="ScalarFunctions.XLogY"/>
    [MethodImpl(Inline)]
    public static V XLogY(V x, V y) => Products.XLogY<L>(x, y);

    /// <inheritdoc cref="ScalarFunctions.Logistic"/>
    [MethodImpl(Inline)]
    public static V Logistic(V x) => LogSums.Logistic<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Tan"/>
    [MethodImpl(Inline)]
    public static V Tan(V x) => Angles.Tan<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Atan"/>
    [MethodImpl(Inline)]
    public static V Atan(V x) => ArcTangents.Atan<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Asin"/>
    [MethodImpl(Inline)]
    public static V Asin(V x) => ArcTangents.Asin<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Acos"/>
    [MethodImpl(Inline)]
    public static V Acos(V x) => ArcTangents.Acos<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Sinh"/>
    [MethodImpl(Inline)]
    public static V Sinh(V x) => Hyperbolics.Sinh<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Cosh"/>
    [MethodImpl(Inline)]
    public static V Cosh(V x) => Hyperbolics.Cosh<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Cbrt"/>
    [MethodImpl(Inline)]
    public static V Cbrt(V x) => CubeRoots.Cbrt<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Atan2"/>
    [MethodImpl(Inline)]
    public static V Atan2(V y, V x) => ArcTangents.Atan2<L>(y, x);

    /// <inheritdoc cref="ScalarFunctions.Tanh"/>
    [MethodImpl(Inline)]
    public static V Tanh(V x) => Hyperbolics.Tanh<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Pow"/>
    [MethodImpl(Inline)]
    public static V Pow(V x, V y) => Powers.Pow<L>(x, y);

    /// <inheritdoc cref="ScalarFunctions.Log1p"/>
    [MethodImpl(Inline)]
    public static V Log1p(V x) => Logarithms.Log1p<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Expm1"/>
    [MethodImpl(Inline)]
    public static V Expm1(V x) => Exponentials.Expm1<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Softplus"/>
    [MethodImpl(Inline)]
    public static V Softplus(V x) => LogSums.Softplus<L>(x);

    /// <inheritdoc cref="ScalarFunctions.SoftplusAndLogistic"/>
    [MethodImpl(Inline)]
    public static V SoftplusAndLogistic(V x, out V logistic)
    {
        V softplus = LogSums.SoftplusAndLogistic<L>(x, out L second);
        logistic = second;
        return softplus;
    }

    /// <inheritdoc cref="ScalarFunctions.LogGamma"/>
    [MethodImpl(Hot)]
    public static V LogGamma(V x) => GammaFunctions.LogGamma<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Digamma"/>
    [MethodImpl(Hot)]
    public static V Digamma(V x) => GammaFunctions.Digamma<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Trigamma"/>
    [MethodImpl(Hot)]
    public static V Trigamma(V x) => GammaFunctions.Trigamma<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Erf"/>
    [MethodImpl(Hot)]
    public static V Erf(V x) => ErrorFunctions.Erf<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Erfc"/>
    [MethodImpl(Hot)]
    public static V Erfc(V x) => ErrorFunctions.Erfc<L>(x);

    /// <inheritdoc cref="ScalarFunctions.ErfInverse"/>
    [MethodImpl(Hot)]
    public static V ErfInverse(V x) => NormalQuantiles.ErfInverse<L>(x);

    /// <inheritdoc cref="ScalarFunctions.NormalCdf"/>
    [MethodImpl(Hot)]
    public static V NormalCdf(V x) => NormalFunctions.NormalCdf<L>(x);

    /// <inheritdoc cref="ScalarFunctions.LogNormalCdf"/>
    [MethodImpl(Hot)]
    public static V LogNormalCdf(V x) => NormalFunctions.LogNormalCdf<L>(x);

    /// <inheritdoc cref="ScalarFunctions.InverseMillsRatio"/>
    [MethodImpl(Hot)]
    public static V InverseMillsRatio(V x) => NormalFunctions.InverseMillsRatio<L>(x);

    /// <inheritdoc cref="ScalarFunctions.NormalQuantile"/>
    [MethodImpl(Hot)]
    public static V NormalQuantile(V x) => NormalQuantiles.NormalQuantile<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Log1mExp"/>
    [MethodImpl(Inline)]
    public static V Log1mExp(V x) => Logarithms.Log1mExp<L>(x);

    /// <inheritdoc cref="ScalarFunctions.LogAddExp"/>
    [MethodImpl(Inline)]
    public static V LogAddExp(V a, V b) => LogSums.LogAddExp<L>(a, b);

    /// <inheritdoc cref="ScalarFunctions.LogBeta"/>
    [MethodImpl(Hot)]
    public static V LogBeta(V a, V b) => GammaFunctions.LogBeta<L>(a, b);

    /// <inheritdoc cref="ScalarFunctions.XLog1pY"/>
    [MethodImpl(Inline)]
    public static V XLog1pY(V x, V y) => Products.XLog1pY<L>(x, y);
}
