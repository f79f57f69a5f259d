namespace ProbModels;

public static partial class SpecialFunctions
{
    private const double SqrtHalf = 0.7071067811865476, SqrtTwoOverPi = 0.7978845608028654;

    /// <summary>Φ(x): the probability that a standard normal number is at most x. Error at most 4 ulp, in the left tail too.</summary>
    public static double NormalCdf(double x)
    {
        if (Math.Abs(x) < ErfSeriesUpTo) return 0.5 + 0.5 * ErfSeries(SqrtHalf * x);
        double tail = 0.5 * ExpOfMinusSquare(x, 0.5) * ScaledErfc(SqrtHalf * Math.Abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    /// <summary>log Φ(x). Error at most 4 ulp, also where Φ(x) itself is 0 in double precision.</summary>
    public static double LogNormalCdf(double x)
    {
        if (x < -1) return ScalarFunctions.Log(0.5 * ScaledErfc(-SqrtHalf * x)) - 0.5 * x * x;
        return x < 0 ? ScalarFunctions.Log(NormalCdf(x)) : ScalarFunctions.Log1p(-NormalCdf(-x));
    }

    /// <summary>φ(x) / Φ(x), the derivative of <see cref="LogNormalCdf"/>; φ is the standard normal density. Error at most 4 ulp.</summary>
    /// <remarks>It is the hazard rate of a standard normal number at −x, and approaches −x in the left tail.</remarks>
    public static double InverseMillsRatio(double x)
    {
        const double AsymptoteBelow = -1e9;
        if (x < AsymptoteBelow) return -x;
        return x < 0 ? SqrtTwoOverPi / ScaledErfc(-SqrtHalf * x) : 0.5 * SqrtTwoOverPi * ExpOfMinusSquare(x, 0.5) / NormalCdf(x);
    }
}
