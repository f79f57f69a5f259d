namespace ProbModels;

/// <summary>Scalar functions as types, for <see cref="LaneByLane"/>: one row for each function that has no vector form, or none for all arguments.</summary>
internal static class LaneFunctions
{
    public readonly struct Sin : IScalarFunction { public static double Of(double x) => Math.Sin(x); }
    public readonly struct Cos : IScalarFunction { public static double Of(double x) => Math.Cos(x); }
    public readonly struct Tan : IScalarFunction { public static double Of(double x) => Math.Tan(x); }
    public readonly struct Atan : IScalarFunction { public static double Of(double x) => Math.Atan(x); }
    public readonly struct Asin : IScalarFunction { public static double Of(double x) => Math.Asin(x); }
    public readonly struct Acos : IScalarFunction { public static double Of(double x) => Math.Acos(x); }
    public readonly struct Sinh : IScalarFunction { public static double Of(double x) => Math.Sinh(x); }
    public readonly struct Cosh : IScalarFunction { public static double Of(double x) => Math.Cosh(x); }
    public readonly struct Cbrt : IScalarFunction { public static double Of(double x) => Math.Cbrt(x); }
    public readonly struct Tanh : IScalarFunction { public static double Of(double x) => Math.Tanh(x); }
    public readonly struct LogGamma : IScalarFunction { public static double Of(double x) => SpecialFunctions.LogGamma(x); }
    public readonly struct Digamma : IScalarFunction { public static double Of(double x) => SpecialFunctions.Digamma(x); }
    public readonly struct Trigamma : IScalarFunction { public static double Of(double x) => SpecialFunctions.Trigamma(x); }
    public readonly struct Erf : IScalarFunction { public static double Of(double x) => SpecialFunctions.Erf(x); }
    public readonly struct Erfc : IScalarFunction { public static double Of(double x) => SpecialFunctions.Erfc(x); }
    public readonly struct ErfInverse : IScalarFunction { public static double Of(double x) => SpecialFunctions.ErfInverse(x); }
    public readonly struct NormalCdf : IScalarFunction { public static double Of(double x) => SpecialFunctions.NormalCdf(x); }
    public readonly struct LogNormalCdf : IScalarFunction { public static double Of(double x) => SpecialFunctions.LogNormalCdf(x); }
    public readonly struct InverseMillsRatio : IScalarFunction { public static double Of(double x) => SpecialFunctions.InverseMillsRatio(x); }
    public readonly struct NormalQuantile : IScalarFunction { public static double Of(double x) => SpecialFunctions.NormalQuantile(x); }
    public readonly struct Atan2 : IScalarFunctionOfTwo { public static double Of(double y, double x) => Math.Atan2(y, x); }
    public readonly struct LogBeta : IScalarFunctionOfTwo { public static double Of(double a, double b) => SpecialFunctions.LogBeta(a, b); }
}
