using System.Runtime.CompilerServices;

namespace ProbModels;

/// <content>The error function and the normal distribution.</content>
public static partial class ScalarFunctions
{
    /// <summary>The error function 2/√π ∫₀ˣ exp(−t²) dt. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Erf(double x) => ErrorFunctions.Erf<LaneSingle>(x);

    /// <summary>1 − <see cref="Erf"/>(x), with all digits where that is close to 0. Error at most 4 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Erfc(double x) => ErrorFunctions.Erfc<LaneSingle>(x);

    /// <summary>The inverse of <see cref="Erf"/>. Error at most 5 ulp.</summary>
    /// <returns>±∞ at ±1; NaN beyond.</returns>
    [MethodImpl(Hot)]
    public static double ErfInverse(double x) => NormalQuantiles.ErfInverse<LaneSingle>(x);

    /// <summary>Φ(x): the probability that a standard normal number is at most x. Error at most 4 ulp, in the left tail too.</summary>
    [MethodImpl(Hot)]
    public static double NormalCdf(double x) => NormalFunctions.NormalCdf<LaneSingle>(x);

    /// <summary>log Φ(x). Error at most 5 ulp, also where Φ(x) itself is 0 in double precision.</summary>
    [MethodImpl(Hot)]
    public static double LogNormalCdf(double x) => NormalFunctions.LogNormalCdf<LaneSingle>(x);

    /// <summary>φ(x) / Φ(x), the derivative of <see cref="LogNormalCdf"/>; φ is the standard normal density. Error at most 4 ulp.</summary>
    /// <remarks>It is the hazard rate of a standard normal number at −x, and approaches −x in the left tail.</remarks>
    [MethodImpl(Hot)]
    public static double InverseMillsRatio(double x) => NormalFunctions.InverseMillsRatio<LaneSingle>(x);

    /// <summary>Φ⁻¹(p): the number below which a standard normal number lies with probability p. Error at most 5 ulp.</summary>
    /// <returns>−∞ at 0, +∞ at 1; NaN outside [0, 1].</returns>
    [MethodImpl(Hot)]
    public static double NormalQuantile(double p) => NormalQuantiles.NormalQuantile<LaneSingle>(p);
}
