using V = System.Runtime.Intrinsics.Vector512<double>;
using X = System.Runtime.Intrinsics.Vector512;

namespace ProbModels;

/// <content>The same text for each width, but for the two aliases above.</content>
public static partial class VectorFunctions
{
    /// <summary>The exponential function.</summary>
    /// <remarks>The platform's form takes another way for all lanes as soon as one of them is large: it is given small ones only.</remarks>
    public static V Exp(V x)
    {
        V size = X.Abs(x), limit = X.Create(LargestPlainExponent);
        if (X.LessThanAll(size, limit)) return X.Exp(x);
        V isPlain = X.LessThan(size, limit);
        return X.ConditionalSelect(isPlain, X.Exp(x & isPlain), LaneByLane.Map<V, ScalarFunctions.Exp>(x));
    }

    /// <summary>The natural logarithm.</summary>
    public static V Log(V x) => X.Log(x);

    /// <summary>The sine of an angle in radians.</summary>
    public static V Sin(V x) => LaneByLane.Map<V, ScalarFunctions.Sin>(x);

    /// <summary>The cosine of an angle in radians.</summary>
    public static V Cos(V x) => LaneByLane.Map<V, ScalarFunctions.Cos>(x);

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

    /// <inheritdoc cref="SpecialFunctions.DivideOrZero"/>
    public static V DivideOrZero(V x, V y) => ZeroWhereZero(x, y, x / y);

    /// <inheritdoc cref="SpecialFunctions.XLogY"/>
    public static V XLogY(V x, V y) => ZeroWhereZero(x, y, x * Log(y));

    /// <inheritdoc cref="SpecialFunctions.Logistic"/>
    public static V Logistic(V x)
    {
        V e = Exp(-X.Abs(x));
        return X.ConditionalSelect(X.LessThan(x, V.Zero), e, V.One) / (V.One + e);
    }

    /// <inheritdoc cref="Math.Tan"/>
    public static V Tan(V x) => LaneByLane.Map<V, ScalarFunctions.Tan>(x);

    /// <inheritdoc cref="Math.Atan"/>
    public static V Atan(V x) => LaneByLane.Map<V, ScalarFunctions.Atan>(x);

    /// <inheritdoc cref="Math.Asin"/>
    public static V Asin(V x) => LaneByLane.Map<V, ScalarFunctions.Asin>(x);

    /// <inheritdoc cref="Math.Acos"/>
    public static V Acos(V x) => LaneByLane.Map<V, ScalarFunctions.Acos>(x);

    /// <inheritdoc cref="Math.Sinh"/>
    public static V Sinh(V x) => LaneByLane.Map<V, ScalarFunctions.Sinh>(x);

    /// <inheritdoc cref="Math.Cosh"/>
    public static V Cosh(V x) => LaneByLane.Map<V, ScalarFunctions.Cosh>(x);

    /// <inheritdoc cref="Math.Cbrt"/>
    public static V Cbrt(V x) => LaneByLane.Map<V, ScalarFunctions.Cbrt>(x);

    /// <inheritdoc cref="Math.Atan2"/>
    public static V Atan2(V y, V x) => LaneByLane.Zip<V, ScalarFunctions.Atan2>(y, x);

    /// <inheritdoc cref="Math.Tanh"/>
    public static V Tanh(V x) => LaneByLane.Map<V, ScalarFunctions.Tanh>(x);

    /// <inheritdoc cref="Math.Pow"/>
    public static V Pow(V x, V y) => LaneByLane.Zip<V, ScalarFunctions.Pow>(x, y);

    /// <inheritdoc cref="SpecialFunctions.Log1p"/>
    public static V Log1p(V x) => LaneByLane.Map<V, ScalarFunctions.Log1p>(x);

    /// <inheritdoc cref="SpecialFunctions.Expm1"/>
    public static V Expm1(V x) => LaneByLane.Map<V, ScalarFunctions.Expm1>(x);

    /// <inheritdoc cref="SpecialFunctions.Softplus"/>
    public static V Softplus(V x) => LaneByLane.Map<V, ScalarFunctions.Softplus>(x);

    /// <inheritdoc cref="SpecialFunctions.LogGamma"/>
    public static V LogGamma(V x) => LaneByLane.Map<V, ScalarFunctions.LogGamma>(x);

    /// <inheritdoc cref="SpecialFunctions.Digamma"/>
    public static V Digamma(V x) => LaneByLane.Map<V, ScalarFunctions.Digamma>(x);

    /// <inheritdoc cref="SpecialFunctions.Trigamma"/>
    public static V Trigamma(V x) => LaneByLane.Map<V, ScalarFunctions.Trigamma>(x);

    /// <inheritdoc cref="SpecialFunctions.Erf"/>
    public static V Erf(V x) => LaneByLane.Map<V, ScalarFunctions.Erf>(x);

    /// <inheritdoc cref="SpecialFunctions.Erfc"/>
    public static V Erfc(V x) => LaneByLane.Map<V, ScalarFunctions.Erfc>(x);

    /// <inheritdoc cref="SpecialFunctions.ErfInverse"/>
    public static V ErfInverse(V x) => LaneByLane.Map<V, ScalarFunctions.ErfInverse>(x);

    /// <inheritdoc cref="SpecialFunctions.NormalCdf"/>
    public static V NormalCdf(V x) => LaneByLane.Map<V, ScalarFunctions.NormalCdf>(x);

    /// <inheritdoc cref="SpecialFunctions.LogNormalCdf"/>
    public static V LogNormalCdf(V x) => LaneByLane.Map<V, ScalarFunctions.LogNormalCdf>(x);

    /// <inheritdoc cref="SpecialFunctions.InverseMillsRatio"/>
    public static V InverseMillsRatio(V x) => LaneByLane.Map<V, ScalarFunctions.InverseMillsRatio>(x);

    /// <inheritdoc cref="SpecialFunctions.NormalQuantile"/>
    public static V NormalQuantile(V x) => LaneByLane.Map<V, ScalarFunctions.NormalQuantile>(x);

    /// <inheritdoc cref="SpecialFunctions.Log1mExp"/>
    public static V Log1mExp(V x) => LaneByLane.Map<V, ScalarFunctions.Log1mExp>(x);

    /// <inheritdoc cref="SpecialFunctions.LogAddExp"/>
    public static V LogAddExp(V a, V b) => LaneByLane.Zip<V, ScalarFunctions.LogAddExp>(a, b);

    /// <inheritdoc cref="SpecialFunctions.LogBeta"/>
    public static V LogBeta(V a, V b) => LaneByLane.Zip<V, ScalarFunctions.LogBeta>(a, b);

    /// <inheritdoc cref="SpecialFunctions.XLog1pY"/>
    public static V XLog1pY(V x, V y) => ZeroWhereZero(x, y, x * Log1p(y));

    /// <summary>A value, but 0 where x is 0 and y is a number.</summary>
    /// <remarks>Two choices rather than one under two conditions: the JIT of .NET 10 makes <c>0 &amp; mask</c> the mask where x is a constant.</remarks>
    private static V ZeroWhereZero(V x, V y, V value) =>
        X.ConditionalSelect(X.Equals(x, V.Zero), X.ConditionalSelect(X.Equals(y, y), V.Zero, y), value);
}
