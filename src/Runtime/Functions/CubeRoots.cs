using System.Runtime.CompilerServices;

namespace ProbModels;

/// <summary>The cube root: x = 2³ᵏ c with c between 0.35 and 2.83, and a step of third order from a polynomial's root of c.</summary>
internal static class CubeRoots
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const double RootOfTwo = 1.259921049894873, RootOfHalf = 0.7937005259840998, Third = 1.0 / 3;

    /// <inheritdoc cref="ScalarFunctions.Cbrt"/>
    [MethodImpl(Inline)]
    public static T Cbrt<T>(T x)
        where T : struct, ILane<T>
    {
        T size = T.Abs(x), f = Logarithms.Split(size, out T minusExponent);
        T third = T.FusedMultiplyAdd(minusExponent, -Third, Scaling.RoundingShift) - Scaling.RoundingShift;
        T left = -T.FusedMultiplyAdd(third, 3, minusExponent);

        T f2 = f * f;
        T guess = Polynomial.Of(
            f, f2, f2 * f2, 1.0000000045614825, 0.3333338701645935, -0.11111290599263927, 0.0616838004267269,
            -0.04103037399866113, 0.03106090722819967, -0.02606849767141076, 0.015118422408565774);
        T root = guess * T.IfLess(0, left, RootOfTwo, T.IfLess(left, 0, RootOfHalf, 1));
        T c = (1 + f) * T.IfLess(0, left, 2, T.IfLess(left, 0, 0.5, 1));

        // c = root³ (1 + d) has the root (1 + d/3 − d²/9) times as large, up to d³.
        T square = root * root, squareRest = T.FusedMultiplyAdd(root, root, -square);
        T excess = T.FusedMultiplyAdd(-squareRest, root, T.FusedMultiplyAdd(-square, root, c));
        T d = excess / (c - excess);
        T better = T.FusedMultiplyAdd(root, d * T.FusedMultiplyAdd(d, -Third * Third, Third), root);

        T finite = T.IfLess(size, double.PositiveInfinity, T.Scale(better, third), size);
        return T.IfEqual(size, 0, 0, finite) | (x & -0.0);
    }
}
