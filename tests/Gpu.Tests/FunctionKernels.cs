using ILGPU;

namespace ProbModels.Gpu.Tests;

/// <summary>A kernel for each function that generated kernels call.</summary>
internal static class FunctionKernels
{
    public static void Exp(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Exp(x[i]);

    public static void FiniteExp(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.FiniteExp(x[i]);

    public static void Expm1(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Expm1(x[i]);

    public static void Log(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Log(x[i]);

    public static void Log1p(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Log1p(x[i]);

    public static void Pow(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Pow(x[i], y[i]);

    public static void Tanh(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Tanh(x[i]);

    public static void Sinh(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Sinh(x[i]);

    public static void Cosh(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Cosh(x[i]);

    public static void Cbrt(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Cbrt(x[i]);

    public static void Sin(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Sin(x[i]);

    public static void Cos(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Cos(x[i]);

    public static void Tan(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Tan(x[i]);

    public static void Atan(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Atan(x[i]);

    public static void Atan2(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Atan2(x[i], y[i]);

    public static void Asin(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Asin(x[i]);

    public static void Acos(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Acos(x[i]);

    public static void LogGamma(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.LogGamma(x[i]);

    public static void Digamma(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Digamma(x[i]);

    public static void Trigamma(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Trigamma(x[i]);

    public static void LogBeta(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.LogBeta(x[i], y[i]);

    public static void Logistic(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Logistic(x[i]);

    public static void Softplus(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Softplus(x[i]);

    public static void SoftplusAndLogistic(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.SoftplusAndLogistic(x[i], out double logistic) + logistic;

    public static void LogAddExp(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.LogAddExp(x[i], y[i]);

    public static void Log1mExp(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Log1mExp(x[i]);

    public static void XLogY(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.XLogY(x[i], y[i]);

    public static void XLog1pY(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.XLog1pY(x[i], y[i]);

    public static void DivideOrZero(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.DivideOrZero(x[i], y[i]);

    public static void Erf(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Erf(x[i]);

    public static void Erfc(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Erfc(x[i]);

    public static void ErfInverse(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.ErfInverse(x[i]);

    public static void NormalCdf(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.NormalCdf(x[i]);

    public static void LogNormalCdf(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.LogNormalCdf(x[i]);

    public static void InverseMillsRatio(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.InverseMillsRatio(x[i]);

    public static void NormalQuantile(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.NormalQuantile(x[i]);

    public static void Sqrt(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Sqrt(x[i]);

    public static void Abs(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Abs(x[i]);

    public static void Floor(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Floor(x[i]);

    public static void Ceiling(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Ceiling(x[i]);

    public static void Round(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Round(x[i]);

    public static void Truncate(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Truncate(x[i]);

    public static void Min(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Min(x[i], y[i]);

    public static void Max(Index1D i, ArrayView<double> x, ArrayView<double> y, ArrayView<double> z) => z[i] = PlainFunctions.Max(x[i], y[i]);
}
