using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <content>Functions of two numbers at a time, the lanes of one vector: the same bits as for each by itself, in the time of one.</content>
public static partial class ScalarFunctions
{
    /// <summary>The exponential function of two numbers.</summary>
    [MethodImpl(Hot)]
    public static void ExpPair(double x, double y, out double expX, out double expY) => Take(VectorFunctions.Exp(Vector128.Create(x, y)), out expX, out expY);

    /// <summary>The natural logarithms of two numbers.</summary>
    [MethodImpl(Hot)]
    public static void LogPair(double x, double y, out double logX, out double logY) => Take(VectorFunctions.Log(Vector128.Create(x, y)), out logX, out logY);

    /// <summary>log(1 + x) of two numbers.</summary>
    [MethodImpl(Hot)]
    public static void Log1pPair(double x, double y, out double log1pX, out double log1pY) => Take(VectorFunctions.Log1p(Vector128.Create(x, y)), out log1pX, out log1pY);

    /// <summary>1 / (1 + exp(−x)) of two numbers.</summary>
    [MethodImpl(Hot)]
    public static void LogisticPair(double x, double y, out double logisticX, out double logisticY) => Take(VectorFunctions.Logistic(Vector128.Create(x, y)), out logisticX, out logisticY);

    /// <summary>log(1 + exp(x)) of two numbers.</summary>
    [MethodImpl(Hot)]
    public static void SoftplusPair(double x, double y, out double softplusX, out double softplusY) => Take(VectorFunctions.Softplus(Vector128.Create(x, y)), out softplusX, out softplusY);

    /// <summary>Softplus and logistic of two numbers.</summary>
    [MethodImpl(Hot)]
    public static void SoftplusAndLogisticPair(double x, double y, out double softplusX, out double softplusY, out double logisticX, out double logisticY)
    {
        Take(VectorFunctions.SoftplusAndLogistic(Vector128.Create(x, y), out var logistic), out softplusX, out softplusY);
        Take(logistic, out logisticX, out logisticY);
    }

    private static void Take(Vector128<double> both, out double first, out double second) => (first, second) = (both.ToScalar(), both.GetElement(1));
}
