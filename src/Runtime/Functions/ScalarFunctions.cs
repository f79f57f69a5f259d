namespace ProbModels;

/// <summary>Scalar functions as types, for <see cref="LaneByLane"/>: one row for each function that has no vector form yet.</summary>
internal static class ScalarFunctions
{
    public readonly struct Log1p : IScalarFunction { public static double Of(double x) => SpecialFunctions.Log1p(x); }
    public readonly struct Expm1 : IScalarFunction { public static double Of(double x) => SpecialFunctions.Expm1(x); }
    public readonly struct Tan : IScalarFunction { public static double Of(double x) => Math.Tan(x); }
    public readonly struct Atan : IScalarFunction { public static double Of(double x) => Math.Atan(x); }
    public readonly struct Tanh : IScalarFunction { public static double Of(double x) => Math.Tanh(x); }
    public readonly struct Softplus : IScalarFunction { public static double Of(double x) => SpecialFunctions.Softplus(x); }
    public readonly struct LogGamma : IScalarFunction { public static double Of(double x) => SpecialFunctions.LogGamma(x); }
    public readonly struct Digamma : IScalarFunction { public static double Of(double x) => SpecialFunctions.Digamma(x); }
    public readonly struct Trigamma : IScalarFunction { public static double Of(double x) => SpecialFunctions.Trigamma(x); }
    public readonly struct Pow : IScalarFunctionOfTwo { public static double Of(double x, double y) => Math.Pow(x, y); }
}
