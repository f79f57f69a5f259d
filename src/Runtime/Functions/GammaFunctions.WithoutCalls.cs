using System.Runtime.CompilerServices;

namespace ProbModels;

/// <content>The same functions in one piece each, for compilers that must inline everything, such as those for graphics processors.</content>
internal static partial class GammaFunctions
{
    /// <inheritdoc cref="LogGamma"/>
    [MethodImpl(Inline)]
    public static T LogGammaWithoutCalls<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(ReflectedBelow, x) ? LogGammaOnTheRight(x) : LogGammaOnTheLeft(x);

    /// <inheritdoc cref="Digamma"/>
    [MethodImpl(Inline)]
    public static T DigammaWithoutCalls<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(ReflectedBelow, x) ? DigammaOnTheRight(x) : DigammaOnTheLeft(x);

    /// <inheritdoc cref="Trigamma"/>
    [MethodImpl(Inline)]
    public static T TrigammaWithoutCalls<T>(T x)
        where T : struct, ILane<T>
        => T.AllLess(0, x) ? TrigammaOnTheRight(x) : TrigammaOnTheLeft(x);

    /// <inheritdoc cref="LogBeta"/>
    /// <remarks>For a single number, which may branch. Arguments that are not positive have no other result than a limit.</remarks>
    [MethodImpl(Inline)]
    public static T LogBetaWithoutCalls<T>(T a, T b)
        where T : struct, ILane<T>
    {
        T lesser = T.Least(a, b), greater = T.Greatest(b, a), ratio = lesser / greater;
        T result;
        if (T.AllLess(greater, AsymptoticFrom))
        {
            result = LogGammaOnTheRight(lesser) + (LogGammaOnTheRight(greater) - LogGammaOnTheRight(lesser + greater));
        }
        else
        {
            T logOfRatio = Logarithms.Log1p(ratio);
            result = T.AllLess(lesser, AsymptoticFrom)
                ? LogBetaOfOneLarge(lesser, greater, LogGammaOnTheRight(lesser), Logarithms.Log(greater), logOfRatio)
                : LogBetaOfLarge(lesser, greater, Logarithms.Log(lesser), Logarithms.Log(ratio), logOfRatio);
        }

        return WithLimits(a, b, lesser, greater, result);
    }
}
