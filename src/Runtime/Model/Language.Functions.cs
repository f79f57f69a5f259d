namespace ProbModels;

/// <content>Functions of arrays, element by element: <c>Exp(a + b * x)</c> over <c>double[]</c>.</content>
public static partial class Language
{
    /// <summary>exp(x) of each element.</summary>
    public static double[] Exp(double[] x) => Map(x, ScalarFunctions.Exp);

    /// <summary>log(x) of each element.</summary>
    public static double[] Log(double[] x) => Map(x, ScalarFunctions.Log);

    /// <summary>log₁₀(x) of each element.</summary>
    public static double[] Log10(double[] x) => Map(x, Math.Log10);

    /// <summary>√x of each element.</summary>
    public static double[] Sqrt(double[] x) => Map(x, Math.Sqrt);

    /// <summary>|x| of each element.</summary>
    public static double[] Abs(double[] x) => Map(x, Math.Abs);

    /// <summary>sin(x) of each element.</summary>
    public static double[] Sin(double[] x) => Map(x, ScalarFunctions.Sin);

    /// <summary>cos(x) of each element.</summary>
    public static double[] Cos(double[] x) => Map(x, ScalarFunctions.Cos);

    /// <summary>tan(x) of each element.</summary>
    public static double[] Tan(double[] x) => Map(x, ScalarFunctions.Tan);

    /// <summary>atan(x) of each element.</summary>
    public static double[] Atan(double[] x) => Map(x, ScalarFunctions.Atan);

    /// <summary>tanh(x) of each element.</summary>
    public static double[] Tanh(double[] x) => Map(x, ScalarFunctions.Tanh);

    /// <summary>log(1 + x) of each element.</summary>
    public static double[] Log1p(double[] x) => Map(x, ScalarFunctions.Log1p);

    /// <summary>exp(x) − 1 of each element.</summary>
    public static double[] Expm1(double[] x) => Map(x, ScalarFunctions.Expm1);

    /// <summary>1 / (1 + exp(−x)) of each element.</summary>
    public static double[] Logistic(double[] x) => Map(x, ScalarFunctions.Logistic);

    /// <summary>log(1 + exp(x)) of each element.</summary>
    public static double[] Softplus(double[] x) => Map(x, ScalarFunctions.Softplus);

    /// <summary>log Γ(x) of each element.</summary>
    public static double[] LogGamma(double[] x) => Map(x, ScalarFunctions.LogGamma);

    /// <summary>x<sup>y</sup> of each element.</summary>
    public static double[] Pow(double[] x, double y) => Map(x, element => ScalarFunctions.Pow(element, y));

    private static double[] Map(double[] x, Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(x);
        return Array.ConvertAll(x, element => function(element));
    }
}
