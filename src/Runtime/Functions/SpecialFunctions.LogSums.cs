namespace ProbModels;

public static partial class SpecialFunctions
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>log(1 − exp(x)) for x &lt; 0: from the log of a probability to that of its complement. Error at most 2 ulp.</summary>
    /// <returns>−∞ at 0, NaN above.</returns>
    /// <remarks>
    /// Close to 0 the difference loses digits unless expm1 takes it, far from 0 unless log1p does; at −log 2 either is good
    /// (Mächler 2012, "Accurately computing log(1 − exp(−|a|))").
    /// </remarks>
    public static double Log1mExp(double x) => x > -Ln2 ? Elementary.Log(-Elementary.Expm1(x)) : Elementary.Log1p(-Elementary.Exp(x));

    /// <summary>log(exp(a) + exp(b)), without overflow. Error at most 1 ulp of max(1, |log(exp(a) + exp(b))|).</summary>
    public static double LogAddExp(double a, double b)
    {
        // Infinities would be subtracted from each other; the greater is the answer.
        double greater = Math.Max(a, b);
        return double.IsInfinity(greater) ? greater : greater + Elementary.Log1pOfUnit(Elementary.Exp(-Math.Abs(a - b)));
    }
}
