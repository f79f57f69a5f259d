using System.Runtime.CompilerServices;

namespace ProbModels;

/// <content>The logarithm of the gamma function and its derivatives.</content>
public static partial class ScalarFunctions
{
    /// <summary>log |Γ(x)|. Error at most 3 ulp of max(1, |log |Γ(x)||); 7 ulp of the value itself between ½ and 5/2.</summary>
    /// <returns>+∞ at 0 and the negative integers, and at ±∞.</returns>
    [MethodImpl(Hot)]
    public static double LogGamma(double x) => GammaFunctions.LogGamma<LaneSingle>(x);

    /// <summary>The derivative of <see cref="LogGamma"/>. Error at most 4 ulp of max(1, |ψ(x)|), and 8 left of −½.</summary>
    /// <returns>−∞ at 0, +∞ at −0; NaN at the negative integers and at −∞.</returns>
    [MethodImpl(Hot)]
    public static double Digamma(double x) => GammaFunctions.Digamma<LaneSingle>(x);

    /// <summary>The second derivative of <see cref="LogGamma"/>. Error at most 4 ulp.</summary>
    /// <returns>+∞ at 0 and the negative integers; NaN at −∞.</returns>
    [MethodImpl(Hot)]
    public static double Trigamma(double x) => GammaFunctions.Trigamma<LaneSingle>(x);

    /// <summary>log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for positive a and b. Error at most 24 ulp of max(1, |log B(a, b)|).</summary>
    /// <returns>+∞ where either is 0; NaN where either is negative.</returns>
    [MethodImpl(Hot)]
    public static double LogBeta(double a, double b) => GammaFunctions.LogBeta<LaneSingle>(a, b);

    /// <summary>log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x of <see cref="GammaFunctions.AsymptoticFrom"/> or more.</summary>
    [MethodImpl(Hot)]
    internal static double StirlingCorrection(double x) => GammaFunctions.StirlingCorrection<LaneSingle>(1 / x);
}
