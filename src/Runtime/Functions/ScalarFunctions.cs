using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The functions that generated code calls, for one number: the same bits as <see cref="VectorFunctions"/>, on every machine.</summary>
/// <remarks>
/// Each is written once, over a lane type, in arithmetic that IEEE 754 rounds correctly; none calls the platform's mathematical library, whose
/// last digits differ from machine to machine. Errors are stated in units in the last place (ulp) of the result and tested against references of 50 digits.
/// Where a result is subnormal, it errs by half a unit of the smallest number more. NaN gives NaN, but where something else is stated.
/// </remarks>
public static partial class ScalarFunctions
{
    /// <summary>
    /// Compiled for speed at once, and on its own: the text consists of calls that are inlined, of which the compiler takes any number
    /// in a method that asks for nothing else, but few in its caller.
    /// </summary>
    private const MethodImplOptions Hot = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>The exponential function. Error at most 1 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Exp(double x) => Exponentials.Exp<LaneSingle>(x);

    /// <summary>The exponential function, and where that is infinite the greatest of its numbers, 1.797…·10³⁰⁸: 0 times it is 0. Error at most 1 ulp elsewhere.</summary>
    [MethodImpl(Hot)]
    public static double FiniteExp(double x) => Exponentials.FiniteExp<LaneSingle>(x);

    /// <summary>exp(x) − 1 without loss near 0. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Expm1(double x) => Exponentials.Expm1<LaneSingle>(x);

    /// <summary>The natural logarithm. Error at most 1 ulp.</summary>
    /// <returns>−∞ at 0, NaN below.</returns>
    [MethodImpl(Hot)]
    public static double Log(double x) => Logarithms.LogOfOne<LaneSingle>(x);

    /// <summary>log(1 + x) without loss near 0. Error at most 1 ulp.</summary>
    /// <returns>−∞ at −1, NaN below.</returns>
    [MethodImpl(Hot)]
    public static double Log1p(double x) => Logarithms.Log1pOfOne<LaneSingle>(x);

    /// <summary>x to the power y. Error at most 1.1 ulp.</summary>
    /// <returns>For zeros, infinities and negative x what <see cref="Math.Pow"/> gives; 1 where x is 1 or y is 0, even if the other is NaN.</returns>
    [MethodImpl(Hot)]
    public static double Pow(double x, double y) => Powers.PowOfOne<LaneSingle>(x, y);

    /// <summary>The hyperbolic tangent. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Tanh(double x) => Hyperbolics.Tanh<LaneSingle>(x);

    /// <summary>The hyperbolic sine. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Sinh(double x) => Hyperbolics.Sinh<LaneSingle>(x);

    /// <summary>The hyperbolic cosine. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Cosh(double x) => Hyperbolics.Cosh<LaneSingle>(x);

    /// <summary>The cube root. Error at most 1 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Cbrt(double x) => CubeRoots.Cbrt<LaneSingle>(x);
}
