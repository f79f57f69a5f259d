using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Inverse trigonometric functions: all are the angle of a point (x, y).</summary>
internal static class ArcTangents
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Multiples of π/4, each the sum of two.</summary>
    private const double QuarterPi = 0.7853981633974483, QuarterPiRest = 3.061616997868383e-17,
        ThreeQuarterPi = 2.356194490192345, ThreeQuarterPiRest = 9.184850993605148e-17,
        Pi = 3.141592653589793, PiRest = 1.2246467991473532e-16;

    /// <summary>tan(π/8) and tan(3π/8): between them the angle is taken from π/4, above from π/2.</summary>
    private const double TanOfEighth = 0.41421356237309503, TanOfThreeEighths = 2.414213562373095;

    /// <inheritdoc cref="ScalarFunctions.Atan"/>
    [MethodImpl(Inline)]
    public static T Atan<T>(T x)
        where T : struct, ILane<T>
        => Angle(T.Abs(x), 1) | (x & -0.0);

    /// <inheritdoc cref="ScalarFunctions.Atan2"/>
    [MethodImpl(Inline)]
    public static T Atan2<T>(T y, T x)
        where T : struct, ILane<T>
    {
        const double LargeFrom = 1e300, Smaller = 1.0 / 16;
        T rise = T.Abs(y), run = T.Abs(x);

        // The sum of two large numbers would overflow; two infinities are as far up as they are to the right.
        T greater = T.Greatest(rise, run), scale = T.IfLess(LargeFrom, greater, Smaller, 1);
        T isInfinite = T.IfEqual(rise, double.PositiveInfinity, T.IfEqual(run, double.PositiveInfinity, 1, 0), 0);
        T angle = Angle(T.IfEqual(isInfinite, 1, 1, rise * scale), T.IfEqual(isInfinite, 1, 1, run * scale), x & -0.0);

        // The quotient 0 / 0 is none, but the angle is that of 0 / 1 or 0 / −1.
        angle = T.IfEqual(rise, 0, T.IfEqual(run, 0, T.IfLess((x & -0.0) | 1, 0, Pi, 0), angle), angle);
        return angle | (y & -0.0);
    }

    /// <inheritdoc cref="ScalarFunctions.Asin"/>
    [MethodImpl(Inline)]
    public static T Asin<T>(T x)
        where T : struct, ILane<T>
        => Angle(T.Abs(x), Leg(x)) | (x & -0.0);

    /// <inheritdoc cref="ScalarFunctions.Acos"/>
    [MethodImpl(Inline)]
    public static T Acos<T>(T x)
        where T : struct, ILane<T>
        => Angle(Leg(x), T.Abs(x), x & -0.0);

    /// <summary>√(1 − x²).</summary>
    [MethodImpl(Inline)]
    private static T Leg<T>(T x)
        where T : struct, ILane<T>
        => T.Sqrt((1 - x) * (1 + x));

    /// <summary>The angle of a point with positive coordinates.</summary>
    [MethodImpl(Inline)]
    private static T Angle<T>(T rise, T run)
        where T : struct, ILane<T>
        => Angle(rise, run, 0, 0, 0, QuarterPi, QuarterPiRest);

    /// <summary>The angle of the point (run, rise), or of (−run, rise), for positive coordinates.</summary>
    /// <param name="rise">How far up.</param>
    /// <param name="run">How far to the side.</param>
    /// <param name="side">0 for the right; −0 for the left, where the angle is π less that on the right.</param>
    [MethodImpl(Inline)]
    private static T Angle<T>(T rise, T run, T side)
        where T : struct, ILane<T>
    {
        T sign = side | 1;
        return Angle(
            rise, run, side, T.IfLess(sign, 0, Pi, 0), T.IfLess(sign, 0, PiRest, 0),
            T.IfLess(sign, 0, ThreeQuarterPi, QuarterPi), T.IfLess(sign, 0, ThreeQuarterPiRest, QuarterPiRest));
    }

    /// <summary>The same, given the angles of (run, 0) and (run, run) as sums of two.</summary>
    /// <remarks>One division, whichever of the three angles 0, π/4 and π/2 is near: tan(α − β) is a quotient of sums.</remarks>
    [MethodImpl(Inline)]
    private static T Angle<T>(T rise, T run, T side, T flat, T flatRest, T diagonal, T diagonalRest)
        where T : struct, ILane<T>
    {
        T low = TanOfEighth * run, high = TanOfThreeEighths * run;
        T top = T.IfLess(high, rise, -run, T.IfLess(low, rise, rise - run, rise));
        T bottom = T.IfLess(high, rise, rise, T.IfLess(low, rise, rise + run, run));
        T from = T.IfLess(high, rise, Angles.HalfPi, T.IfLess(low, rise, diagonal, flat));
        T rest = T.IfLess(high, rise, Angles.HalfPiRest, T.IfLess(low, rise, diagonalRest, flatRest));

        T t = top / bottom, z = t * t, z2 = z * z, z4 = z2 * z2;
        T lower = Polynomial.Of(
            z, z2, z4, -0.3333333333333333, 0.19999999999999804, -0.14285714285659457, 0.11111111105119366,
            -0.09090908751706075, 0.07692296323157785, -0.06666423954373413, 0.058789182929757273);
        T upper = Polynomial.Of(z, z2, -0.05230375457576669, 0.04551233844829568, -0.03456132296826231, 0.01627552168389342);
        T tail = T.FusedMultiplyAdd(z4 * z4, upper, lower);
        return from + ((t + T.FusedMultiplyAdd(t * z, tail, rest ^ side)) ^ side);
    }
}
