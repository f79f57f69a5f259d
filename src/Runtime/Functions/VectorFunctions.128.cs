using System.Runtime.CompilerServices;
using L = ProbModels.Lane128;
using V = System.Runtime.Intrinsics.Vector128<double>;
using X = System.Runtime.Intrinsics.Vector128;

namespace ProbModels;

/// <content>The same text for each width, but for the three aliases above.</content>
public static partial class VectorFunctions
{
    /// <inheritdoc cref="ScalarFunctions.Exp"/>
    [MethodImpl(Inline)]
    public static V Exp(V x) => Exponentials.Exp<L>(x);

    /// <inheritdoc cref="ScalarFunctions.Log"/>
    [MethodImpl(Inline)]
    public static V Log(V x) => Logarithms.Log<L>(x);

    /// <summary>The sine of an angle in radians.</summary>
    public static V Sin(V x) => LaneByLane.Map<V, LaneFunctions.Sin>(x);

    /// <summary>The cosine of an angle in radians.</summary>
    public static V Cos(V x) => LaneByLane.Map<V, LaneFunctions.Cos>(x);

    /// <summary>The square root.</summary>
    public static V Sqrt(V x) => X.Sqrt(x);

    /// <summary>The absolute value.</summary>
    public static V Abs(V x) => X.Abs(x);

    /// <summary>The greatest integer that is not greater.</summary>
    public static V Floor(V x) => X.Floor(x);

    /// <summary>The least integer that is not less.</summary>
    public static V Ceiling(V x) => X.Ceiling(x);

    /// <summary>The nearest integer; of two that are equally near, the even one.</summary>
    public static V Round(V x) => X.Round(x);

    /// <summary>The number without its fraction.</summary>
    public static V Truncate(V x) => X.Truncate(x);

    /// <summary>The lesser of two numbers; NaN where either is.</summary>
    public static V Min(V x, V y) => X.Min(x, y);

    /// <summary>The greater of two numbers; NaN where either is.</summary>
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

    /// <inheritdoc cref="Math.Tan"/>
    public static V Tan(V x) => LaneByLane.Map<V, LaneFunctions.Tan>(x);

    /// <inheritdoc cref="Math.Atan"/>
    public static V Atan(V x) => LaneByLane.Map<V, LaneFunctions.Atan>(x);

    /// <inheritdoc cref="Math.Asin"/>
    public static V Asin(V x) => LaneByLane.Map<V, LaneFunctions.Asin>(x);

    /// <inheritdoc cref="Math.Acos"/>
    public static V Acos(V x) => LaneByLane.Map<V, LaneFunctions.Acos>(x);

    /// <inheritdoc cref="Math.Sinh"/>
    public static V Sinh(V x) => LaneByLane.Map<V, LaneFunctions.Sinh>(x);

    /// <inheritdoc cref="Math.Cosh"/>
    public static V Cosh(V x) => LaneByLane.Map<V, LaneFunctions.Cosh>(x);

    /// <inheritdoc cref="Math.Cbrt"/>
    public static V Cbrt(V x) => LaneByLane.Map<V, LaneFunctions.Cbrt>(x);

    /// <inheritdoc cref="Math.Atan2"/>
    public static V Atan2(V y, V x) => LaneByLane.Zip<V, LaneFunctions.Atan2>(y, x);

    /// <inheritdoc cref="Math.Tanh"/>
    public static V Tanh(V x) => LaneByLane.Map<V, LaneFunctions.Tanh>(x);

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

    /// <inheritdoc cref="SpecialFunctions.LogGamma"/>
    public static V LogGamma(V x) => LaneByLane.Map<V, LaneFunctions.LogGamma>(x);

    /// <inheritdoc cref="SpecialFunctions.Digamma"/>
    public static V Digamma(V x) => LaneByLane.Map<V, LaneFunctions.Digamma>(x);

    /// <inheritdoc cref="SpecialFunctions.Trigamma"/>
    public static V Trigamma(V x) => LaneByLane.Map<V, LaneFunctions.Trigamma>(x);

    /// <inheritdoc cref="SpecialFunctions.Erf"/>
    public static V Erf(V x) => LaneByLane.Map<V, LaneFunctions.Erf>(x);

    /// <inheritdoc cref="SpecialFunctions.Erfc"/>
    public static V Erfc(V x) => LaneByLane.Map<V, LaneFunctions.Erfc>(x);

    /// <inheritdoc cref="SpecialFunctions.ErfInverse"/>
    public static V ErfInverse(V x) => LaneByLane.Map<V, LaneFunctions.ErfInverse>(x);

    /// <inheritdoc cref="SpecialFunctions.NormalCdf"/>
    public static V NormalCdf(V x) => LaneByLane.Map<V, LaneFunctions.NormalCdf>(x);

    /// <inheritdoc cref="SpecialFunctions.LogNormalCdf"/>
    public static V LogNormalCdf(V x) => LaneByLane.Map<V, LaneFunctions.LogNormalCdf>(x);

    /// <inheritdoc cref="SpecialFunctions.InverseMillsRatio"/>
    public static V InverseMillsRatio(V x) => LaneByLane.Map<V, LaneFunctions.InverseMillsRatio>(x);

    /// <inheritdoc cref="SpecialFunctions.NormalQuantile"/>
    public static V NormalQuantile(V x) => LaneByLane.Map<V, LaneFunctions.NormalQuantile>(x);

    /// <inheritdoc cref="ScalarFunctions.Log1mExp"/>
    [MethodImpl(Inline)]
    public static V Log1mExp(V x) => Logarithms.Log1mExp<L>(x);

    /// <inheritdoc cref="ScalarFunctions.LogAddExp"/>
    [MethodImpl(Inline)]
    public static V LogAddExp(V a, V b) => LogSums.LogAddExp<L>(a, b);

    /// <inheritdoc cref="SpecialFunctions.LogBeta"/>
    public static V LogBeta(V a, V b) => LaneByLane.Zip<V, LaneFunctions.LogBeta>(a, b);

    /// <inheritdoc cref="ScalarFunctions.XLog1pY"/>
    [MethodImpl(Inline)]
    public static V XLog1pY(V x, V y) => Products.XLog1pY<L>(x, y);
}
