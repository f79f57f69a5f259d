using System.Runtime.CompilerServices;

namespace ProbModels;

/// <content>Probabilities, and numbers that are known by their logarithms.</content>
public static partial class ScalarFunctions
{
    /// <summary>1 / (1 + exp(−x)): the probability whose log odds are x. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Logistic(double x) => LogSums.Logistic<LaneSingle>(x);

    /// <summary>log(1 + exp(x)), which is −log(1 − <see cref="Logistic"/>(x)). Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Softplus(double x) => LogSums.Softplus<LaneSingle>(x);

    /// <summary><see cref="Softplus"/> and its derivative <see cref="Logistic"/>, from one exponential; the same bits.</summary>
    [MethodImpl(Hot)]
    public static double SoftplusAndLogistic(double x, out double logistic)
    {
        double softplus = LogSums.SoftplusAndLogistic<LaneSingle>(x, out var second);
        logistic = second;
        return softplus;
    }

    /// <summary>log(exp(a) + exp(b)), without overflow. Error at most 1 ulp of max(1, |log(exp(a) + exp(b))|).</summary>
    [MethodImpl(Hot)]
    public static double LogAddExp(double a, double b) => LogSums.LogAddExp<LaneSingle>(a, b);

    /// <summary>log(1 − exp(x)) for x &lt; 0: from the log of a probability to that of its complement. Error at most 2 ulp.</summary>
    /// <returns>−∞ at 0, NaN above.</returns>
    /// <remarks>
    /// Close to 0 the difference loses digits unless expm1 takes it, far from 0 unless log1p does; at −log 2 either is good
    /// (Mächler 2012, "Accurately computing log(1 − exp(−|a|))").
    /// </remarks>
    [MethodImpl(Hot)]
    public static double Log1mExp(double x) => Logarithms.Log1mExpOfOne<LaneSingle>(x);

    /// <summary>x · log(y), and its limit 0 where x is 0, also for y = 0. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double XLogY(double x, double y) => Products.XLogY<LaneSingle>(x, y);

    /// <summary>x · log(1 + y), and its limit 0 where x is 0, also for y = −1. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double XLog1pY(double x, double y) => Products.XLog1pY<LaneSingle>(x, y);

    /// <summary>x / y, and 0 where x is 0, also for y = 0: the derivative of <see cref="XLogY"/> by y. Correctly rounded.</summary>
    [MethodImpl(Hot)]
    public static double DivideOrZero(double x, double y) => Products.DivideOrZero<LaneSingle>(x, y);
}
