using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>Sine, cosine and tangent.</summary>
/// <remarks>
/// Half turns are taken off in three steps (Cody and Waite 1980, "Software manual for the elementary functions"): the first is exact in a
/// fused multiply-add, since its result and the argument are multiples of 2⁻⁵². Arguments too large for that go to <see cref="LargeAngles"/>.
/// </remarks>
internal static class Angles
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>From here on an argument is large.</summary>
    public const double LargeFrom = 1 << 30;

    /// <summary>π/2 is the sum of these. All are positive, so that −0 less any multiple by +0 is −0.</summary>
    public const double HalfPi = 1.5707963267948966, HalfPiRest = 6.123233995736765e-17, HalfPiLast = 1.082856673921914e-32;

    private const double InversePi = 0.3183098861837907, TwoOverPi = 0.6366197723675814;

    /// <inheritdoc cref="ScalarFunctions.Sin"/>
    [MethodImpl(Inline)]
    public static T Sin<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(T.Abs(x), LargeFrom) ? SinOfSmall(x) : T.Map<LargeAngles.Sin>(x);

    /// <summary><see cref="Sin"/> where |x| is less than <see cref="LargeFrom"/>.</summary>
    [MethodImpl(Inline)]
    public static T SinOfSmall<T>(T x)
        where T : struct, ILane<T>
    {
        // sin(r + nπ) = (−1)ⁿ sin r.
        T shifted = T.FusedMultiplyAdd(x, InversePi, Scaling.RoundingShift), n = shifted - Scaling.RoundingShift;
        return SinOfHalfTurn(Reduce(x, n + n)) ^ T.ShiftLeft(shifted, 63);
    }

    /// <inheritdoc cref="ScalarFunctions.Cos"/>
    [MethodImpl(Inline)]
    public static T Cos<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(T.Abs(x), LargeFrom) ? CosOfSmall(x) : T.Map<LargeAngles.Cos>(x);

    /// <summary><see cref="Cos"/> where |x| is less than <see cref="LargeFrom"/>.</summary>
    [MethodImpl(Inline)]
    public static T CosOfSmall<T>(T x)
        where T : struct, ILane<T>
    {
        // cos(r + nπ − π/2) = (−1)ⁿ sin r.
        T shifted = T.FusedMultiplyAdd(x, InversePi, 0.5) + Scaling.RoundingShift, n = shifted - Scaling.RoundingShift;
        return SinOfHalfTurn(Reduce(x, n + (n - 1))) ^ T.ShiftLeft(shifted, 63);
    }

    /// <inheritdoc cref="ScalarFunctions.Tan"/>
    [MethodImpl(Inline)]
    public static T Tan<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(T.Abs(x), LargeFrom) ? TanOfSmall(x) : T.Map<LargeAngles.Tan>(x);

    /// <summary><see cref="Tan"/> where |x| is less than <see cref="LargeFrom"/>.</summary>
    [MethodImpl(Inline)]
    public static T TanOfSmall<T>(T x)
        where T : struct, ILane<T>
    {
        T n = T.FusedMultiplyAdd(x, TwoOverPi, Scaling.RoundingShift) - Scaling.RoundingShift;
        return TanOfQuarterTurn(Reduce(x, n), n);
    }

    /// <summary>Sine and cosine of 2π · <paramref name="turns"/>.</summary>
    /// <param name="turns">An angle in full turns, at most 2⁴⁸ in size: the reduction to an eighth of a turn is exact.</param>
    /// <param name="cos">The cosine.</param>
    [MethodImpl(Inline)]
    public static T SinCosTurns<T>(T turns, out T cos)
        where T : struct, ILane<T>
    {
        T shifted = T.FusedMultiplyAdd(turns, 4, Scaling.RoundingShift), quarters = shifted - Scaling.RoundingShift;
        T r = T.FusedMultiplyAdd(quarters, -0.25, turns) * (4 * HalfPi);
        T sin = SinOfQuarterTurn(r);
        cos = CosOfQuarterTurn(r);

        // Two quarters change both signs, one swaps them and changes that of the cosine.
        T isOdd = T.FusedMultiplyAdd(quarters, 0.5, -T.Floor(0.5 * quarters)), sign = T.ShiftLeft(shifted, 62) & -0.0;
        T swapped = T.IfEqual(isOdd, 0, sin, cos);
        cos = T.IfEqual(isOdd, 0, cos, -sin) ^ sign;
        return swapped ^ sign;
    }

    /// <summary>sin r for |r| up to π/2.</summary>
    [MethodImpl(Inline)]
    private static T SinOfHalfTurn<T>(T r)
        where T : struct, ILane<T>
    {
        T z = r * r, z2 = z * z;
        T tail = Polynomial.Of(
            z, z2, z2 * z2, -0.16666666666666666, 0.008333333333333316, -0.00019841269841254795, 2.7557319219115013e-06,
            -2.505210761086116e-08, 1.6058976915095007e-10, -7.643957622560617e-13, 2.7312868913092307e-15);
        return WithSignOf(r, T.FusedMultiplyAdd(r * z, tail, r));
    }

    /// <summary>sin r for |r| up to π/4.</summary>
    [MethodImpl(Inline)]
    public static T SinOfQuarterTurn<T>(T r)
        where T : struct, ILane<T>
    {
        T z = r * r, z2 = z * z;
        T low = Polynomial.Of(z, z2, -0.16666666666666666, 0.008333333333330925, -0.00019841269836722418, 2.755731608381636e-06);
        T tail = T.FusedMultiplyAdd(z2 * z2, Polynomial.Of(z, -2.5051127944014188e-08, 1.5917848524808262e-10), low);
        return WithSignOf(r, T.FusedMultiplyAdd(r * z, tail, r));
    }

    /// <summary>cos r for |r| up to π/4.</summary>
    [MethodImpl(Inline)]
    public static T CosOfQuarterTurn<T>(T r)
        where T : struct, ILane<T>
    {
        T z = r * r, z2 = z * z, half = 0.5 * z, rounded = 1 - half;
        T low = Polynomial.Of(z, z2, 0.041666666666666664, -0.0013888888888887382, 2.480158729874307e-05, -2.7557317260008837e-07);
        T tail = T.FusedMultiplyAdd(z2 * z2, Polynomial.Of(z, 2.0876143827993133e-09, -1.1382456778061306e-11), low);
        return rounded + T.FusedMultiplyAdd(z2, tail, 1 - rounded - half);
    }

    /// <summary>tan(r + quarters · π/2) for |r| up to π/4.</summary>
    [MethodImpl(Inline)]
    public static T TanOfQuarterTurn<T>(T r, T quarters)
        where T : struct, ILane<T>
    {
        T sin = SinOfQuarterTurn(r), cos = CosOfQuarterTurn(r), half = 0.5 * quarters, even = T.Floor(half);
        return T.IfEqual(even, half, sin, -cos) / T.IfEqual(even, half, cos, sin);
    }

    /// <summary>x − quarters · π/2.</summary>
    [MethodImpl(Inline)]
    private static T Reduce<T>(T x, T quarters)
        where T : struct, ILane<T>
    {
        T first = T.FusedMultiplyAdd(quarters, -HalfPi, x);
        return T.FusedMultiplyAdd(quarters, -HalfPiLast, T.FusedMultiplyAdd(quarters, -HalfPiRest, first));
    }

    /// <summary>A result that has the sign of r, also where it is 0.</summary>
    [MethodImpl(Inline)]
    private static T WithSignOf<T>(T r, T result)
        where T : struct, ILane<T>
        => result | (r & -0.0);
}
