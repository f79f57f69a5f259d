namespace ProbModels;

public static partial class SpecialFunctions
{
    /// <summary>1 / (1 + exp(−x)): the probability whose log odds are x. Error at most 2 ulp.</summary>
    public static double Logistic(double x)
    {
        // Only exponentials of negative numbers: the other sign overflows where the result is merely small.
        double e = Elementary.Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /// <summary>log(1 + exp(x)), which is −log(1 − <see cref="Logistic"/>(x)). Error at most 2 ulp.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Elementary.Log1pOfUnit(Elementary.Exp(-Math.Abs(x)));
}
