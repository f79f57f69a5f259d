using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProbModels;

/// <summary>Standard normal numbers, eight pairs at a time, by the transform of Box and Muller (1958).</summary>
/// <remarks>
/// Only operations that IEEE 754 rounds correctly are used, and no product is contracted with a sum, so that the numbers are the same on
/// every machine. Logarithm, sine and cosine are series that end where a term falls below the rounding error.
/// </remarks>
internal static class NormalLanes
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double UniformStep = 1.0 / (1L << 53);

    /// <summary>Two independent standard normal numbers from each pair of random numbers of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> Cosines, Vector512<double> Sines) Transform(Vector512<ulong> first, Vector512<ulong> second)
    {
        var radius = Vector512.Sqrt(Log(Open(first)) * -2.0);
        var (sine, cosine) = SinCosTurns(Open(second));
        return (radius * cosine, radius * sine);
    }

    /// <summary>A number in the open interval (0, 1): the upper 53 bits as a fraction; half a step in place of zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Open(Vector512<ulong> bits)
    {
        // Below 2⁵³ signed and unsigned conversions agree, and both are exact.
        var fraction = Vector512.ConvertToDouble((bits >> 11).AsInt64()) * UniformStep;
        return Vector512.Max(fraction, Vector512.Create(0.5 * UniformStep));
    }

    /// <summary>The natural logarithm of positive normal numbers.</summary>
    /// <remarks>x = 2ᵉ(1 + f) with 1 + f between √½ and √2; log(1 + f) = 2 artanh(s) with s = f / (2 + f).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Log(Vector512<double> x)
    {
        const long MantissaMask = (1L << 52) - 1, ExponentOfOne = 1023L << 52;
        var bits = x.AsInt64();
        var mantissa = (bits & Vector512.Create(MantissaMask) | Vector512.Create(ExponentOfOne)).AsDouble();
        var exponent = Vector512.ConvertToDouble((bits >> 52) - Vector512.Create(1023L));
        var large = Vector512.GreaterThanOrEqual(mantissa, Vector512.Create(1.4142135623730951));
        mantissa = Vector512.ConditionalSelect(large, mantissa * 0.5, mantissa);
        exponent += large & Vector512.Create(1.0);

        var f = mantissa - Vector512.Create(1.0);
        var s = f / (f + Vector512.Create(2.0));
        var z = s * s;
        var tail = Vector512.Create(2.0 / 23).Then(z, 2.0 / 21).Then(z, 2.0 / 19).Then(z, 2.0 / 17).Then(z, 2.0 / 15).Then(z, 2.0 / 13)
            .Then(z, 2.0 / 11).Then(z, 2.0 / 9).Then(z, 2.0 / 7).Then(z, 2.0 / 5).Then(z, 2.0 / 3);
        // 2s = f − s f, and s f = f²/2 − s f²/2, keep f's own digits apart.
        var half = f * f * 0.5;
        var small = s * (half + z * tail) + exponent * Ln2Low;
        return exponent * Ln2High - (half - small - f);
    }

    /// <summary>Sine and cosine of fractions of a full turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> Sine, Vector512<double> Cosine) SinCosTurns(Vector512<double> turns)
    {
        var quarter = Vector512.Round(turns * 4.0);
        var angle = (turns - quarter * 0.25) * (2 * Math.PI);
        var z = angle * angle;
        var sineTail = Vector512.Create(-1.0 / 1307674368000).Then(z, 1.0 / 6227020800).Then(z, -1.0 / 39916800).Then(z, 1.0 / 362880)
            .Then(z, -1.0 / 5040).Then(z, 1.0 / 120).Then(z, -1.0 / 6);
        var sine = angle + angle * z * sineTail;
        var cosineTail = Vector512.Create(1.0 / 20922789888000).Then(z, -1.0 / 87178291200).Then(z, 1.0 / 479001600).Then(z, -1.0 / 3628800)
            .Then(z, 1.0 / 40320).Then(z, -1.0 / 720).Then(z, 1.0 / 24);
        var cosine = Vector512.Create(1.0) - z * 0.5 + z * z * cosineTail;

        // Each quarter turn maps (cos, sin) to (−sin, cos).
        var count = Vector512.ConvertToInt64(quarter);
        var odd = Vector512.Equals(count & Vector512.Create(1L), Vector512.Create(1L)).AsDouble();
        var flipSine = (count << 62 & Vector512.Create(long.MinValue)).AsDouble();
        var flipCosine = (count + Vector512.Create(1L) << 62 & Vector512.Create(long.MinValue)).AsDouble();
        return (Vector512.ConditionalSelect(odd, cosine, sine) ^ flipSine, Vector512.ConditionalSelect(odd, sine, cosine) ^ flipCosine);
    }

    /// <summary>One step of Horner's rule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Then(this Vector512<double> sum, Vector512<double> z, double coefficient) => Vector512.Create(coefficient) + z * sum;
}
