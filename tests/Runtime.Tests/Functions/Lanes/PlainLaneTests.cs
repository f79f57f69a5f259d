namespace ProbModels.Tests;

/// <summary>The texts of the functions over numbers whose multiply-adds are not fused: what a graphics processor computes.</summary>
public class PlainLaneTests
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["Exp"] = x => Exponentials.Exp<PlainLane>(x[0]),
        ["Expm1"] = x => Exponentials.Expm1<PlainLane>(x[0]),
        ["Log"] = x => Logarithms.Log<PlainLane>(x[0]),
        ["Log1p"] = x => Logarithms.Log1p<PlainLane>(x[0]),
        ["Log1mExp"] = x => Logarithms.Log1mExp<PlainLane>(x[0]),
        ["Pow"] = x => Powers.Pow<PlainLane>(x[0], x[1]),
        ["Sin"] = x => Angles.Sin<PlainLane>(x[0]),
        ["Cos"] = x => Angles.Cos<PlainLane>(x[0]),
        ["Tan"] = x => Angles.Tan<PlainLane>(x[0]),
        ["Atan"] = x => ArcTangents.Atan<PlainLane>(x[0]),
        ["Atan2"] = x => ArcTangents.Atan2<PlainLane>(x[0], x[1]),
        ["Asin"] = x => ArcTangents.Asin<PlainLane>(x[0]),
        ["Acos"] = x => ArcTangents.Acos<PlainLane>(x[0]),
        ["Sinh"] = x => Hyperbolics.Sinh<PlainLane>(x[0]),
        ["Cosh"] = x => Hyperbolics.Cosh<PlainLane>(x[0]),
        ["Tanh"] = x => Hyperbolics.Tanh<PlainLane>(x[0]),
        ["Cbrt"] = x => CubeRoots.Cbrt<PlainLane>(x[0]),
        ["Logistic"] = x => LogSums.Logistic<PlainLane>(x[0]),
        ["Softplus"] = x => LogSums.Softplus<PlainLane>(x[0]),
        ["Trigamma"] = x => GammaFunctions.Trigamma<PlainLane>(x[0]),
        ["Erf"] = x => ErrorFunctions.Erf<PlainLane>(x[0]),
        ["Erfc"] = x => ErrorFunctions.Erfc<PlainLane>(x[0]),
        ["ErfInverse"] = x => NormalQuantiles.ErfInverse<PlainLane>(x[0]),
        ["NormalCdf"] = x => NormalFunctions.NormalCdf<PlainLane>(x[0]),
        ["LogNormalCdf"] = x => NormalFunctions.LogNormalCdf<PlainLane>(x[0]),
        ["InverseMillsRatio"] = x => NormalFunctions.InverseMillsRatio<PlainLane>(x[0]),
        ["NormalQuantile"] = x => NormalQuantiles.NormalQuantile<PlainLane>(x[0]),
        ["LogGamma"] = x => GammaFunctions.LogGamma<PlainLane>(x[0]),
        ["Digamma"] = x => GammaFunctions.Digamma<PlainLane>(x[0]),
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    /// <summary>The greatest stated errors, of digamma, is 8 ulp with fused multiply-adds; two ulp for what these save.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Errs_by_a_few_ulp(string name)
    {
        double scale = name is "LogGamma" or "Digamma" ? 1 : 0;
        var worst = ReferenceValue.Of(name).MaxBy(value => value.UlpError(Functions[name](value.Arguments), scale))!;
        double error = worst.UlpError(Functions[name](worst.Arguments), scale);
        Assert.True(error <= 10, $"{name}({string.Join(", ", worst.Arguments)}) errs by {error} ulp");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_the_special_values_of_the_other_lanes(string name)
    {
        double[] special = [0, double.NegativeZero, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue];
        foreach (double x in special)
            foreach (double y in special)
            {
                var method = typeof(ScalarFunctions).GetMethods().Single(method => method.Name == name);
                object[] arguments = method.GetParameters().Length == 1 ? [x] : [x, y];
                double expected = (double)method.Invoke(null, arguments)!, actual = Functions[name]([x, y]);

                // Of large angles only their being finite is special.
                if (double.IsFinite(expected) && expected != 0) Assert.Equal(expected, actual, 1e-14 * Math.Abs(expected));
                else Assert.True(SamplePoints.AreSame(expected, actual), $"{name}({x}, {y}) is {actual} instead of {expected}");
            }
    }
}
