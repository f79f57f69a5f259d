using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The quantiles of a standard normal number and the inverse of the error function.</summary>
/// <remarks>
/// Wichura (1988), algorithm AS 241, "The percentage points of the normal distribution", Applied Statistics 37(3): quotients of polynomials
/// in the centre, and in √(−log p) towards the tails, in two parts.
/// </remarks>
internal static class NormalQuantiles
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const double SqrtHalf = 0.7071067811865476;

    /// <summary>The centre is where |p − ½| is at most this.</summary>
    private const double CentreUpTo = 0.425, CentreUpToSquared = 0.180625;

    /// <inheritdoc cref="ScalarFunctions.NormalQuantile"/>
    [MethodImpl(Inline)]
    public static T NormalQuantile<T>(T p)
        where T : struct, ILane<T>
    {
        T q = p - 0.5;
        return Size(T.Abs(q), T.Least(p, 1 - p)) | (q & -0.0);
    }

    /// <inheritdoc cref="ScalarFunctions.ErfInverse"/>
    [MethodImpl(Inline)]
    public static T ErfInverse<T>(T x)
        where T : struct, ILane<T>
    {
        T size = T.Abs(x);
        return (SqrtHalf * Size(0.5 * size, 0.5 * (1 - size))) | (x & -0.0);
    }

    /// <summary>|Φ⁻¹(p)|: +∞ where p is 0 or 1, NaN outside.</summary>
    /// <param name="distance">|p − ½|.</param>
    /// <param name="tail">The lesser of p and 1 − p.</param>
    [MethodImpl(Inline)]
    private static T Size<T>(T distance, T tail)
        where T : struct, ILane<T>
    {
        T centreTop = distance * CentreTop(distance, out T centreBottom);
        if (T.IsSingle && T.AllLess(distance, CentreUpTo)) return centreTop / centreBottom;

        T root = T.Sqrt(-Logarithms.Log(tail));
        T shoulderTop = ShoulderTop(root - 1.6, out T shoulderBottom), farTop = FarTop(root - 5, out T farBottom);
        T top = T.IfLess(distance, CentreUpTo, centreTop, T.IfLess(root, 5, shoulderTop, farTop));
        T bottom = T.IfLess(distance, CentreUpTo, centreBottom, T.IfLess(root, 5, shoulderBottom, farBottom));
        return T.IfEqual(tail, 0, double.PositiveInfinity, top / bottom);
    }

    [MethodImpl(Inline)]
    private static T CentreTop<T>(T distance, out T bottom)
        where T : struct, ILane<T>
    {
        T x = T.FusedMultiplyAdd(-distance, distance, CentreUpToSquared), x2 = x * x, x4 = x2 * x2;
        bottom = Polynomial.Of(
            x, x2, x4,
            1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
            21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854);
        return Polynomial.Of(
            x, x2, x4,
            3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
            45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227);
    }

    [MethodImpl(Inline)]
    private static T ShoulderTop<T>(T x, out T bottom)
        where T : struct, ILane<T>
    {
        T x2 = x * x, x4 = x2 * x2;
        bottom = Polynomial.Of(
            x, x2, x4,
            1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
            0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09);
        return Polynomial.Of(
            x, x2, x4,
            1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
            1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414);
    }

    [MethodImpl(Inline)]
    private static T FarTop<T>(T x, out T bottom)
        where T : struct, ILane<T>
    {
        T x2 = x * x, x4 = x2 * x2;
        bottom = Polynomial.Of(
            x, x2, x4,
            1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
            0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15);
        return Polynomial.Of(
            x, x2, x4,
            6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
            0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07);
    }
}
