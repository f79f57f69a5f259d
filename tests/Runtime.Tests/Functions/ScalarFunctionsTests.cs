using static System.Double;
using static ProbModels.ScalarFunctions;

namespace ProbModels.Tests;

public class ScalarFunctionsTests
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["Log"] = x => ScalarFunctions.Log(x[0]),
        ["Exp"] = x => ScalarFunctions.Exp(x[0]),
        ["SinTurns"] = x => Elementary.SinCosTurns(x[0]).Sin,
        ["CosTurns"] = x => Elementary.SinCosTurns(x[0]).Cos,
        ["Pow"] = x => ScalarFunctions.Pow(x[0], x[1]),
        ["Log1p"] = x => Log1p(x[0]),
        ["Expm1"] = x => Expm1(x[0]),
        ["Logistic"] = x => ScalarFunctions.Logistic(x[0]),
        ["Softplus"] = x => Softplus(x[0]),
        ["XLogY"] = x => XLogY(x[0], x[1]),
        ["XLog1pY"] = x => XLog1pY(x[0], x[1]),
        ["LogBeta"] = x => SpecialFunctions.LogBeta(x[0], x[1]),
        ["LogGamma"] = x => SpecialFunctions.LogGamma(x[0]),
        ["Digamma"] = x => SpecialFunctions.Digamma(x[0]),
        ["Trigamma"] = x => SpecialFunctions.Trigamma(x[0]),
        ["Erf"] = x => SpecialFunctions.Erf(x[0]),
        ["Erfc"] = x => SpecialFunctions.Erfc(x[0]),
        ["ErfInverse"] = x => SpecialFunctions.ErfInverse(x[0]),
        ["NormalCdf"] = x => SpecialFunctions.NormalCdf(x[0]),
        ["LogNormalCdf"] = x => SpecialFunctions.LogNormalCdf(x[0]),
        ["InverseMillsRatio"] = x => SpecialFunctions.InverseMillsRatio(x[0]),
        ["NormalQuantile"] = x => SpecialFunctions.NormalQuantile(x[0]),
        ["Log1mExp"] = x => Log1mExp(x[0]),
        ["LogAddExp"] = x => LogAddExp(x[0], x[1]),
    };

    /// <summary>The bounds are those that the documentation states; the scale is 1 where it speaks of max(1, |f|).</summary>
    [Theory]
    [InlineData("Log", 1.0, 0)]
    [InlineData("Exp", 1.0, 0)]
    [InlineData("Pow", 1.1, 0)]
    [InlineData("SinTurns", 2.0, 0)]
    [InlineData("CosTurns", 2.0, 0)]
    [InlineData("Log1p", 1.0, 0)]
    [InlineData("Expm1", 2.0, 0)]
    [InlineData("Logistic", 2.0, 0)]
    [InlineData("Softplus", 2.0, 0)]
    [InlineData("XLogY", 2.0, 0)]
    [InlineData("XLog1pY", 2.0, 0)]
    [InlineData("LogBeta", 24.0, 1)]
    [InlineData("LogGamma", 3.0, 1)]
    [InlineData("Digamma", 5.0, 1)]
    [InlineData("Trigamma", 4.0, 0)]
    [InlineData("Erf", 2.0, 0)]
    [InlineData("Erfc", 4.0, 0)]
    [InlineData("ErfInverse", 6.0, 0)]
    [InlineData("NormalCdf", 4.0, 0)]
    [InlineData("LogNormalCdf", 4.0, 0)]
    [InlineData("InverseMillsRatio", 4.0, 0)]
    [InlineData("NormalQuantile", 5.0, 0)]
    [InlineData("Log1mExp", 2.0, 0)]
    [InlineData("LogAddExp", 1.0, 1)]
    public void Stays_within_its_stated_error(string function, double ulps, double scale)
    {
        var compute = Functions[function];
        var worst = ReferenceValue.Of(function).MaxBy(value => value.UlpError(compute(value.Arguments), scale))!;
        double error = worst.UlpError(compute(worst.Arguments), scale);
        Assert.True(error <= ulps, $"{function}({string.Join(", ", worst.Arguments)}) errs by {error} ulp; the bound is {ulps}");
    }

    [Fact]
    public void Log_gamma_keeps_all_digits_around_its_zeros() =>
        Assert.All(
            ReferenceValue.Of("LogGamma").Where(value => value.Arguments[0] is >= 0.5 and < 2.5),
            value => Assert.InRange(value.UlpError(SpecialFunctions.LogGamma(value.Arguments[0])), 0, 7));

    [Fact]
    public void Nan_gives_nan() =>
        Assert.All(Functions.Values, function => Assert.True(IsNaN(function([NaN, NaN]))));

    public static TheoryData<string, double, double> Limits => new()
    {
        { "Log", 0, NegativeInfinity }, { "Log", NegativeZero, NegativeInfinity }, { "Log", PositiveInfinity, PositiveInfinity },
        { "Log", -1, NaN }, { "Log", NegativeInfinity, NaN }, { "Log", 1, 0 },
        { "Exp", 0, 1 }, { "Exp", NegativeInfinity, 0 }, { "Exp", PositiveInfinity, PositiveInfinity },
        { "Exp", 710, PositiveInfinity }, { "Exp", -746, 0 }, { "Exp", MaxValue, PositiveInfinity }, { "Exp", MinValue, 0 },
        { "SinTurns", 0.25, 1 }, { "SinTurns", 0.5, NegativeZero }, { "SinTurns", 0.75, -1 }, { "SinTurns", 1, 0 },
        { "CosTurns", 0.25, NegativeZero }, { "CosTurns", 0.5, -1 }, { "CosTurns", 0.75, 0 }, { "CosTurns", 1, 1 },
        { "Log", Epsilon, -744.4400719213812 }, { "Exp", -745.2, 0 }, { "Exp", -745.1, Epsilon },
        { "Expm1", 709.7827128933841, PositiveInfinity }, { "Expm1", Epsilon, Epsilon }, { "Log1p", -Epsilon, -Epsilon }, { "Log1p", MaxValue, 709.782712893384 },
        { "Expm1", MinValue, -1 }, { "Log1mExp", -Epsilon, -744.4400719213812 }, { "Log1mExp", MinValue, NegativeZero }, { "Log1mExp", PositiveInfinity, NaN },
        { "Log1p", 0, 0 }, { "Log1p", NegativeZero, NegativeZero }, { "Log1p", -1, NegativeInfinity }, { "Log1p", -1.5, NaN },
        { "Log1p", PositiveInfinity, PositiveInfinity }, { "Log1p", NegativeInfinity, NaN },
        { "Expm1", 0, 0 }, { "Expm1", NegativeZero, NegativeZero }, { "Expm1", NegativeInfinity, -1 },
        { "Expm1", PositiveInfinity, PositiveInfinity }, { "Expm1", 710, PositiveInfinity },
        { "Logistic", 0, 0.5 }, { "Logistic", NegativeInfinity, 0 }, { "Logistic", PositiveInfinity, 1 },
        { "Logistic", -MaxValue, 0 }, { "Logistic", MaxValue, 1 },
        { "Softplus", NegativeInfinity, 0 }, { "Softplus", PositiveInfinity, PositiveInfinity }, { "Softplus", MaxValue, MaxValue },
        { "LogGamma", 0, PositiveInfinity }, { "LogGamma", NegativeZero, PositiveInfinity }, { "LogGamma", -7, PositiveInfinity },
        { "LogGamma", 1, 0 }, { "LogGamma", 2, 0 }, { "LogGamma", PositiveInfinity, PositiveInfinity },
        { "LogGamma", NegativeInfinity, PositiveInfinity }, { "LogGamma", MaxValue, PositiveInfinity }, { "LogGamma", MinValue, PositiveInfinity },
        { "Digamma", 0, NegativeInfinity }, { "Digamma", NegativeZero, PositiveInfinity }, { "Digamma", -3, NaN },
        { "Digamma", PositiveInfinity, PositiveInfinity }, { "Digamma", NegativeInfinity, NaN }, { "Digamma", Epsilon, NegativeInfinity },
        { "Trigamma", 0, PositiveInfinity }, { "Trigamma", NegativeZero, PositiveInfinity }, { "Trigamma", -3, PositiveInfinity },
        { "Erf", 0, 0 }, { "Erf", NegativeZero, NegativeZero }, { "Erf", PositiveInfinity, 1 }, { "Erf", NegativeInfinity, -1 }, { "Erf", 6, 1 },
        { "Erfc", 0, 1 }, { "Erfc", PositiveInfinity, 0 }, { "Erfc", NegativeInfinity, 2 }, { "Erfc", 28, 0 }, { "Erfc", MaxValue, 0 },
        { "ErfInverse", 0, 0 }, { "ErfInverse", NegativeZero, NegativeZero }, { "ErfInverse", 1, PositiveInfinity },
        { "ErfInverse", -1, NegativeInfinity }, { "ErfInverse", 1.5, NaN }, { "ErfInverse", -1.5, NaN },
        { "NormalCdf", 0, 0.5 }, { "NormalCdf", NegativeInfinity, 0 }, { "NormalCdf", PositiveInfinity, 1 },
        { "NormalCdf", -39, 0 }, { "NormalCdf", MinValue, 0 }, { "NormalCdf", MaxValue, 1 },
        { "LogNormalCdf", NegativeInfinity, NegativeInfinity }, { "LogNormalCdf", PositiveInfinity, NegativeZero },
        { "LogNormalCdf", MinValue, NegativeInfinity }, { "LogNormalCdf", MaxValue, NegativeZero },
        { "InverseMillsRatio", NegativeInfinity, PositiveInfinity }, { "InverseMillsRatio", PositiveInfinity, 0 },
        { "InverseMillsRatio", MinValue, MaxValue }, { "InverseMillsRatio", MaxValue, 0 },
        { "NormalQuantile", 0, NegativeInfinity }, { "NormalQuantile", 1, PositiveInfinity }, { "NormalQuantile", 0.5, 0 },
        { "NormalQuantile", NegativeZero, NegativeInfinity }, { "NormalQuantile", -0.1, NaN }, { "NormalQuantile", 1.1, NaN },
        { "Log1mExp", 0, NegativeInfinity }, { "Log1mExp", NegativeZero, NegativeInfinity }, { "Log1mExp", NegativeInfinity, NegativeZero },
        { "Log1mExp", 1, NaN },
        { "Trigamma", PositiveInfinity, 0 }, { "Trigamma", NegativeInfinity, NaN }, { "Trigamma", Epsilon, PositiveInfinity },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Reaches_its_limits_exactly(string function, double x, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(Functions[function]([x])));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, PositiveInfinity, 0)]
    [InlineData(2, 0, NegativeInfinity)]
    [InlineData(-2, 0, PositiveInfinity)]
    [InlineData(2, -1, NaN)]
    [InlineData(0, NaN, NaN)]
    [InlineData(NaN, 1, NaN)]
    [InlineData(2, 1, 0)]
    public void X_log_y_is_zero_where_x_is(double x, double y, double expected) => Assert.Equal(expected, XLogY(x, y));

    [Theory]
    [InlineData(0, -1, 0)]
    [InlineData(0, PositiveInfinity, 0)]
    [InlineData(2, -1, NegativeInfinity)]
    [InlineData(2, -2, NaN)]
    [InlineData(0, NaN, NaN)]
    [InlineData(NaN, 1, NaN)]
    [InlineData(2, 0, 0)]
    public void X_log_1p_y_is_zero_where_x_is(double x, double y, double expected) => Assert.Equal(expected, XLog1pY(x, y));

    [Theory]
    [InlineData(0, 3, PositiveInfinity)]
    [InlineData(3, 0, PositiveInfinity)]
    [InlineData(PositiveInfinity, 2, NegativeInfinity)]
    [InlineData(-1, 2, NaN)]
    [InlineData(1, 1, 0)]
    [InlineData(NaN, 1, NaN)]
    public void The_beta_function_has_its_limits(double a, double b, double expected) => Assert.Equal(expected, SpecialFunctions.LogBeta(a, b));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, NaN, NaN)]
    [InlineData(NaN, 2, NaN)]
    [InlineData(1, 0, PositiveInfinity)]
    [InlineData(6, -3, -2)]
    public void A_quotient_is_zero_where_its_numerator_is(double x, double y, double expected) =>
        Assert.Equal(expected, DivideOrZero(x, y));

    [Theory]
    [InlineData(NegativeInfinity, NegativeInfinity, NegativeInfinity)]
    [InlineData(NegativeInfinity, 3, 3)]
    [InlineData(-2, NegativeInfinity, -2)]
    [InlineData(PositiveInfinity, 1, PositiveInfinity)]
    [InlineData(NegativeInfinity, PositiveInfinity, PositiveInfinity)]
    [InlineData(PositiveInfinity, PositiveInfinity, PositiveInfinity)]
    [InlineData(MaxValue, MinValue, MaxValue)]
    [InlineData(1, NaN, NaN)]
    [InlineData(NaN, PositiveInfinity, NaN)]
    public void A_sum_of_exponentials_has_its_limits(double a, double b, double expected) => Assert.Equal(expected, LogAddExp(a, b));

    /// <summary>Annex F of the C99 standard, line by line.</summary>
    public static TheoryData<double, double, double> LimitsOfPowers => new()
    {
        { 0, -3, PositiveInfinity }, { NegativeZero, -3, NegativeInfinity }, { NegativeZero, -2, PositiveInfinity },
        { NegativeZero, -0.5, PositiveInfinity }, { 0, 3, 0 }, { NegativeZero, 3, NegativeZero }, { NegativeZero, 2, 0 },
        { NegativeZero, 0.5, 0 }, { 0, NegativeInfinity, PositiveInfinity }, { -1, PositiveInfinity, 1 },
        { -1, NegativeInfinity, 1 }, { 1, NaN, 1 }, { NaN, 0, 1 }, { NaN, NegativeZero, 1 }, { NaN, 1, NaN }, { 2, NaN, NaN },
        { 0, NaN, NaN }, { PositiveInfinity, NaN, NaN }, { -2, 0.5, NaN }, { -2, 3, -8 }, { -2, 4, 16 },
        { -2, 9007199254740993, PositiveInfinity }, { -0.5, 4503599627370497, NegativeZero },
        { 0.5, NegativeInfinity, PositiveInfinity }, { 2, NegativeInfinity, 0 }, { -0.5, PositiveInfinity, 0 },
        { -2, PositiveInfinity, PositiveInfinity }, { NegativeInfinity, -3, NegativeZero }, { NegativeInfinity, -2.5, 0 },
        { NegativeInfinity, 3, NegativeInfinity }, { NegativeInfinity, 2.5, PositiveInfinity }, { PositiveInfinity, -0.1, 0 },
        { PositiveInfinity, 0.1, PositiveInfinity }, { Epsilon, 1, Epsilon }, { MaxValue, 1, MaxValue },
        { MaxValue, MaxValue, PositiveInfinity }, { MaxValue, MinValue, 0 }, { 2, -1074, Epsilon }, { 2, -1076, 0 },
        { 3, 5, 243 },
    };

    [Theory]
    [MemberData(nameof(LimitsOfPowers))]
    public void Powers_have_their_limits(double x, double y, double expected) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(ScalarFunctions.Pow(x, y)));

    [Fact]
    public void Softplus_with_its_derivative_has_the_bits_of_each_alone()
    {
        foreach (double x in (double[])[NaN, NegativeInfinity, -745.1, -40, -1, NegativeZero, 0.7, 36, PositiveInfinity])
        {
            Assert.Equal(Softplus(x), SoftplusAndLogistic(x, out double logistic));
            Assert.Equal(ScalarFunctions.Logistic(x), logistic);
        }
    }
}
