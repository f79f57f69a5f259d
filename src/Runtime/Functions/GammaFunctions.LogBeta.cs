using System.Runtime.CompilerServices;

namespace ProbModels;

internal static partial class GammaFunctions
{
    /// <inheritdoc cref="ScalarFunctions.LogBeta"/>
    /// <remarks>
    /// For large arguments the three terms of log Γ(a) + log Γ(b) − log Γ(a + b) cancel. There Stirling's formula is subtracted term by term: what is left
    /// are logarithms of a / (a + b) and b / (a + b), and small corrections (DiDonato and Morris 1992, ACM TOMS 708).
    /// </remarks>
    [MethodImpl(Inline)]
    public static T LogBeta<T>(T a, T b)
        where T : struct, ILane<T>
    {
        T lesser = T.Least(a, b), greater = T.Greatest(b, a);
        T result;
        if (T.AllLess(greater, AsymptoticFrom)) result = LogBetaOfSmall(lesser, greater);
        else if (T.AllLess(AsymptoticFrom, lesser)) result = LogBetaOfLarge(lesser, greater);
        else if (T.IsSingle && T.AllLess(lesser, AsymptoticFrom)) result = LogBetaOfOneLarge(lesser, greater);
        else result = T.IfLess(
            greater, AsymptoticFrom, LogBetaOfSmall(lesser, greater),
            T.IfLess(lesser, AsymptoticFrom, LogBetaOfOneLarge(lesser, greater), LogBetaOfLarge(lesser, greater)));

        return WithLimits(a, b, lesser, greater, result);
    }

    /// <summary>−∞ where an argument is infinite, +∞ where one is 0.</summary>
    [MethodImpl(Inline)]
    private static T WithLimits<T>(T a, T b, T lesser, T greater, T result)
        where T : struct, ILane<T>
    {
        result = T.IfEqual(greater, double.PositiveInfinity, double.NegativeInfinity, result);
        result = T.IfLess(0, lesser, result, T.IfEqual(lesser, 0, double.PositiveInfinity, double.NaN));
        return T.IfEqual(a, a, T.IfEqual(b, b, result, b), a);
    }

    [MethodImpl(Hot)]
    private static T LogBetaOfSmall<T>(T lesser, T greater)
        where T : struct, ILane<T>
        => CallLogGamma(lesser) + (CallLogGamma(greater) - CallLogGamma(lesser + greater));

    [MethodImpl(Hot)]
    private static T LogBetaOfOneLarge<T>(T lesser, T greater)
        where T : struct, ILane<T>
        => LogBetaOfOneLarge(lesser, greater, CallLogGamma(lesser), CallLog(greater), CallLog1p(lesser / greater));

    [MethodImpl(Inline)]
    private static T LogBetaOfOneLarge<T>(T lesser, T greater, T logGammaOfLesser, T logOfGreater, T log1pOfRatio)
        where T : struct, ILane<T>
    {
        T sum = lesser + greater, correction = StirlingCorrection(1 / greater) - StirlingCorrection(1 / sum);
        T rest = (sum - 0.5) * log1pOfRatio;
        return logGammaOfLesser - lesser * (logOfGreater - 1) + (correction - rest);
    }

    [MethodImpl(Hot)]
    private static T LogBetaOfLarge<T>(T lesser, T greater)
        where T : struct, ILane<T>
        => LogBetaOfLarge(lesser, greater, CallLog(lesser), CallLog(lesser / greater), CallLog1p(lesser / greater));

    [MethodImpl(Inline)]
    private static T LogBetaOfLarge<T>(T lesser, T greater, T logOfLesser, T logOfRatio, T log1pOfRatio)
        where T : struct, ILane<T>
    {
        T sum = lesser + greater;
        T corrections = StirlingCorrection(1 / lesser) + (StirlingCorrection(1 / greater) - StirlingCorrection(1 / sum));
        T logarithms = lesser * logOfRatio - (sum - 0.5) * log1pOfRatio;
        return HalfLogTwoPi - 0.5 * logOfLesser + corrections + logarithms;
    }

    // Calls: the compiler inlines only so much into one method.

    [MethodImpl(Hot)]
    private static T CallLogGamma<T>(T x)
        where T : struct, ILane<T>
        => LogGamma(x);

    [MethodImpl(Hot)]
    private static T CallLog<T>(T x)
        where T : struct, ILane<T>
        => Logarithms.Log(x);

    [MethodImpl(Hot)]
    private static T CallLog1p<T>(T x)
        where T : struct, ILane<T>
        => Logarithms.Log1p(x);
}
