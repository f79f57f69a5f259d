using System.Reflection;

namespace ProbModels.Tests;

/// <summary>The functions over numbers whose multiply-adds are not fused: what a graphics processor computes.</summary>
public class PlainLaneTests
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["Exp"] = x => PlainFunctions.Exp(x[0]),
        ["Expm1"] = x => PlainFunctions.Expm1(x[0]),
        ["Log"] = x => PlainFunctions.Log(x[0]),
        ["Log1p"] = x => PlainFunctions.Log1p(x[0]),
        ["Log1mExp"] = x => PlainFunctions.Log1mExp(x[0]),
        ["Pow"] = x => PlainFunctions.Pow(x[0], x[1]),
        ["Sin"] = x => PlainFunctions.Sin(x[0]),
        ["Cos"] = x => PlainFunctions.Cos(x[0]),
        ["Tan"] = x => PlainFunctions.Tan(x[0]),
        ["Atan"] = x => PlainFunctions.Atan(x[0]),
        ["Atan2"] = x => PlainFunctions.Atan2(x[0], x[1]),
        ["Asin"] = x => PlainFunctions.Asin(x[0]),
        ["Acos"] = x => PlainFunctions.Acos(x[0]),
        ["Sinh"] = x => PlainFunctions.Sinh(x[0]),
        ["Cosh"] = x => PlainFunctions.Cosh(x[0]),
        ["Tanh"] = x => PlainFunctions.Tanh(x[0]),
        ["Cbrt"] = x => PlainFunctions.Cbrt(x[0]),
        ["Logistic"] = x => PlainFunctions.Logistic(x[0]),
        ["Softplus"] = x => PlainFunctions.Softplus(x[0]),
        ["Trigamma"] = x => PlainFunctions.Trigamma(x[0]),
        ["Erf"] = x => PlainFunctions.Erf(x[0]),
        ["Erfc"] = x => PlainFunctions.Erfc(x[0]),
        ["ErfInverse"] = x => PlainFunctions.ErfInverse(x[0]),
        ["NormalCdf"] = x => PlainFunctions.NormalCdf(x[0]),
        ["LogNormalCdf"] = x => PlainFunctions.LogNormalCdf(x[0]),
        ["InverseMillsRatio"] = x => PlainFunctions.InverseMillsRatio(x[0]),
        ["NormalQuantile"] = x => PlainFunctions.NormalQuantile(x[0]),
        ["LogGamma"] = x => PlainFunctions.LogGamma(x[0]),
        ["Digamma"] = x => PlainFunctions.Digamma(x[0]),
        ["LogBeta"] = x => PlainFunctions.LogBeta(x[0], x[1]),
        ["LogAddExp"] = x => PlainFunctions.LogAddExp(x[0], x[1]),
        ["XLogY"] = x => PlainFunctions.XLogY(x[0], x[1]),
        ["XLog1pY"] = x => PlainFunctions.XLog1pY(x[0], x[1]),
    };

    public static TheoryData<string> Names => new(Functions.Keys);

    /// <summary>The greatest stated errors, 24 ulp of log B and 8 of digamma, are those with fused multiply-adds; two ulp for what these save.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Errs_by_a_few_ulp(string name)
    {
        double scale = name is "LogGamma" or "Digamma" or "LogBeta" or "LogAddExp" ? 1 : 0, bound = name is "LogBeta" ? 26 : 10;
        var worst = ReferenceValue.Of(name).MaxBy(value => value.UlpError(Functions[name](value.Arguments), scale))!;
        double error = worst.UlpError(Functions[name](worst.Arguments), scale);
        Assert.True(error <= bound, $"{name}({string.Join(", ", worst.Arguments)}) errs by {error} ulp");
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

    [Theory]
    [InlineData("Sqrt")]
    [InlineData("Abs")]
    [InlineData("Floor")]
    [InlineData("Ceiling")]
    [InlineData("Round")]
    [InlineData("Truncate")]
    [InlineData("Min")]
    [InlineData("Max")]
    [InlineData("DivideOrZero")]
    public void Has_the_bits_of_the_other_lanes_where_nothing_is_rounded(string name)
    {
        var points = SamplePoints.All;
        MethodInfo plain = typeof(PlainFunctions).GetMethod(name)!, scalar = typeof(ScalarFunctions).GetMethod(name)!;
        for (int i = 0; i < points.Length; i++)
        {
            object[] arguments = plain.GetParameters().Length == 1 ? [points[i]] : [points[i], points[(i * 7 + 3) % points.Length]];
            double expected = (double)scalar.Invoke(null, arguments)!, actual = (double)plain.Invoke(null, arguments)!;
            Assert.True(SamplePoints.AreSame(expected, actual), $"{name}({string.Join(", ", arguments)}) is {actual} instead of {expected}");
        }
    }

    /// <summary>Generated code for graphics processors calls by name what that for the host calls, but for what is there for vectors' sake.</summary>
    [Fact]
    public void There_is_each_function_that_generated_code_calls()
    {
        var functions = NamesIn(typeof(ScalarFunctions)).Where(name => name != nameof(ScalarFunctions.Fma) && !name.EndsWith("Pair", StringComparison.Ordinal));
        Assert.Equal(functions, NamesIn(typeof(PlainFunctions)));

        static IEnumerable<string> NamesIn(Type type) =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Order();
    }
}
