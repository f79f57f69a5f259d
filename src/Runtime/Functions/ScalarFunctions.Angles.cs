using System.Runtime.CompilerServices;

namespace ProbModels;

/// <content>Trigonometric functions and their inverses.</content>
public static partial class ScalarFunctions
{
    /// <summary>The sine of an angle in radians. Error at most 2.5 ulp.</summary>
    /// <returns>NaN where x is infinite.</returns>
    [MethodImpl(Hot)]
    public static double Sin(double x) => Angles.Sin<LaneSingle>(x);

    /// <summary>The cosine of an angle in radians. Error at most 2.5 ulp.</summary>
    /// <returns>NaN where x is infinite.</returns>
    [MethodImpl(Hot)]
    public static double Cos(double x) => Angles.Cos<LaneSingle>(x);

    /// <summary>The tangent of an angle in radians. Error at most 3 ulp.</summary>
    /// <returns>NaN where x is infinite.</returns>
    [MethodImpl(Hot)]
    public static double Tan(double x) => Angles.Tan<LaneSingle>(x);

    /// <summary>The angle, between −π/2 and π/2, whose tangent is x. Error at most 2 ulp.</summary>
    [MethodImpl(Hot)]
    public static double Atan(double x) => ArcTangents.Atan<LaneSingle>(x);

    /// <summary>The angle of the point (x, y), between −π and π. Error at most 2 ulp.</summary>
    /// <returns>For zeros and infinities what <see cref="Math.Atan2"/> gives.</returns>
    [MethodImpl(Hot)]
    public static double Atan2(double y, double x) => ArcTangents.Atan2<LaneSingle>(y, x);

    /// <summary>The angle, between −π/2 and π/2, whose sine is x. Error at most 2 ulp.</summary>
    /// <returns>NaN outside [−1, 1].</returns>
    [MethodImpl(Hot)]
    public static double Asin(double x) => ArcTangents.Asin<LaneSingle>(x);

    /// <summary>The angle, between 0 and π, whose cosine is x. Error at most 2.5 ulp.</summary>
    /// <returns>NaN outside [−1, 1].</returns>
    [MethodImpl(Hot)]
    public static double Acos(double x) => ArcTangents.Acos<LaneSingle>(x);

    /// <summary>Sine and cosine of 2π · <paramref name="turns"/>. Error at most 2 ulp.</summary>
    /// <param name="turns">An angle in full turns, at most 2⁴⁸ in size: the reduction to an eighth of a turn is exact.</param>
    [MethodImpl(Hot)]
    internal static (double Sin, double Cos) SinCosTurns(double turns)
    {
        double sin = Angles.SinCosTurns<LaneSingle>(turns, out var cos);
        return (sin, cos);
    }
}
