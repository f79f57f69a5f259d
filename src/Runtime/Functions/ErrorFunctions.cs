using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The error function and its complement, and what the normal distribution shares with them.</summary>
internal static class ErrorFunctions
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Up to this size the error function is a polynomial; beyond, its complement is a product with an exponential.</summary>
    public const double CentreUpTo = 0.5;

    private const double TwoOverSqrtPiMinusOne = 0.12837916709551257;

    /// <inheritdoc cref="ScalarFunctions.Erf"/>
    [MethodImpl(Inline)]
    public static T Erf<T>(T x)
        where T : struct, ILane<T>
    {
        T size = T.Abs(x);
        if (T.IsSingle && T.AllLess(size, CentreUpTo)) return Centre(x);
        return T.IfLess(size, CentreUpTo, Centre(x), 1 - Tail(size)) | (x & -0.0);
    }

    /// <inheritdoc cref="ScalarFunctions.Erfc"/>
    [MethodImpl(Inline)]
    public static T Erfc<T>(T x)
        where T : struct, ILane<T>
    {
        T size = T.Abs(x);
        if (T.IsSingle && T.AllLess(size, CentreUpTo)) return 1 - Centre(x);
        T tail = Tail(size);
        return T.IfLess(size, CentreUpTo, 1 - Centre(x), T.IfLess(x, 0, 2 - tail, tail));
    }

    /// <summary>erf(x) for |x| up to ½: Abramowitz and Stegun (1964) 7.1.5, fitted in x².</summary>
    [MethodImpl(Inline)]
    public static T Centre<T>(T x)
        where T : struct, ILane<T>
    {
        T z = x * x, z2 = z * z;
        T tail = Polynomial.Of(
            z, z2, z2 * z2, -0.3761263890318375, 0.1128379167095155, -0.026866170642125722, 0.005223977529134062,
            -0.0008548311850631908, 0.00012054032414996447, -1.4863662386172145e-05, 1.490959806233541e-06);
        return T.FusedMultiplyAdd(x, T.FusedMultiplyAdd(z, tail, TwoOverSqrtPiMinusOne), x);
    }

    /// <summary>exp(−factor · x²); what x² loses by rounding is put back, since exp would magnify it.</summary>
    /// <param name="x">A number of at most 40 in size, where the result is 0 already.</param>
    /// <param name="factor">A power of two, so that multiplying by it is exact.</param>
    [MethodImpl(Inline)]
    public static T ExpOfMinusSquare<T>(T x, double factor)
        where T : struct, ILane<T>
    {
        T square = x * x, lost = T.FusedMultiplyAdd(x, x, -square);
        return Exponentials.Exp(-factor * square, -factor * lost);
    }

    /// <summary>exp(x²) erfc(x) for x from 0 to 10⁹, which decreases like 1 / (x √π).</summary>
    [MethodImpl(Inline)]
    public static T ScaledErfc<T>(T x)
        where T : struct, ILane<T>
        => FlatErfc(x) / T.FusedMultiplyAdd(2, x, 1);

    /// <summary>(1 + 2x) exp(x²) erfc(x) for x from 0 to 10⁹, which varies between 1 and 1.3.</summary>
    /// <remarks>
    /// Shepherd and Laframboise (1981), "Chebyshev approximation of (1 + 2x) exp(x²) erfc x in 0 ≤ x &lt; ∞": in powers of
    /// (x − 4) / (x + 4); <c>Reference/scaled_erfc.py</c>, beside the tests, prints them.
    /// </remarks>
    [MethodImpl(Inline)]
    public static T FlatErfc<T>(T x)
        where T : struct, ILane<T>
    {
        T t = (x - 4) / (x + 4), t2 = t * t, t4 = t2 * t2, t8 = t4 * t4;
        T first = Polynomial.Of(
            t, t2, t4, -0.1396211168405625, 0.015379652102619604, 0.0680970542546904, -0.10103906603630056,
            0.09373283499843826, -0.06633036581218697, 0.03716751553592911, -0.016197734059799265);
        T second = Polynomial.Of(
            t, t2, t4, 0.005031969992669933, -0.0007577732613730956, -0.0001992567757633648, 0.0001506214900124047,
            -2.4398944545280832e-05, -1.1221287012353486e-05, 5.709206053072183e-06, 2.919733377963012e-07);
        T third = Polynomial.Of(
            t, t2, t4, -8.249198427508354e-07, 7.746992727017941e-08, 1.1009737295274889e-07, -2.05606492756992e-08,
            -1.4709550868669278e-08, 3.1695881915648173e-09, 1.7903326159489847e-09, -2.659599690242689e-10);
        T powers = T.FusedMultiplyAdd(t8, T.FusedMultiplyAdd(t8, T.FusedMultiplyAdd(t8, -1.374652989001164e-10, third), second), first);

        // The constant term, in two parts, is much the greatest: it comes last.
        return 1.2329951186255526 + T.FusedMultiplyAdd(t, powers, -4.495945512538906e-17);
    }

    /// <summary>erfc(x) for x of ½ or more.</summary>
    [MethodImpl(Inline)]
    private static T Tail<T>(T x)
        where T : struct, ILane<T>
    {
        const double ZeroFrom = 28;
        T size = T.Least(ZeroFrom, x);
        return ExpOfMinusSquare(size, 1) * ScaledErfc(size);
    }
}
