using static System.Double;
using static ProbModels.ScalarFunctions;

namespace ProbModels.Tests;

public class ScalarFunctionsTests
{
    private static readonly Dictionary<string, Func<double[], double>> Functions = new()
    {
        ["Log"] = x => ScalarFunctions.Log(x[0]),
        ["Exp"] = x => ScalarFunctions.Exp(x[0]),
        ["SinTurns"] = x => ScalarFunctions.SinCosTurns(x[0]).Sin,
        ["CosTurns"] = x => ScalarFunctions.SinCosTurns(x[0]).Cos,
        ["Pow"] = x => ScalarFunctions.Pow(x[0], x[1]),
        ["Sin"] = x => ScalarFunctions.Sin(x[0]),
        ["Cos"] = x => ScalarFunctions.Cos(x[0]),
        ["Tan"] = x => ScalarFunctions.Tan(x[0]),
        ["Atan"] = x => ScalarFunctions.Atan(x[0]),
        ["Atan2"] = x => ScalarFunctions.Atan2(x[0], x[1]),
        ["Asin"] = x => ScalarFunctions.Asin(x[0]),
        ["Acos"] = x => ScalarFunctions.Acos(x[0]),
        ["Sinh"] = x => ScalarFunctions.Sinh(x[0]),
        ["Cosh"] = x => ScalarFunctions.Cosh(x[0]),
        ["Tanh"] = x => ScalarFunctions.Tanh(x[0]),
        ["Cbrt"] = x => ScalarFunctions.Cbrt(x[0]),
        ["Log1p"] = x => Log1p(x[0]),
        ["Expm1"] = x => Expm1(x[0]),
        ["Logistic"] = x => ScalarFunctions.Logistic(x[0]),
        ["Softplus"] = x => Softplus(x[0]),
        ["XLogY"] = x => XLogY(x[0], x[1]),
        ["XLog1pY"] = x => XLog1pY(x[0], x[1]),
        ["LogBeta"] = x => ScalarFunctions.LogBeta(x[0], x[1]),
        ["LogGamma"] = x => ScalarFunctions.LogGamma(x[0]),
        ["Digamma"] = x => ScalarFunctions.Digamma(x[0]),
        ["Trigamma"] = x => ScalarFunctions.Trigamma(x[0]),
        ["Erf"] = x => ScalarFunctions.Erf(x[0]),
        ["Erfc"] = x => ScalarFunctions.Erfc(x[0]),
        ["ErfInverse"] = x => ScalarFunctions.ErfInverse(x[0]),
        ["NormalCdf"] = x => ScalarFunctions.NormalCdf(x[0]),
        ["LogNormalCdf"] = x => ScalarFunctions.LogNormalCdf(x[0]),
        ["InverseMillsRatio"] = x => ScalarFunctions.InverseMillsRatio(x[0]),
        ["NormalQuantile"] = x => ScalarFunctions.NormalQuantile(x[0]),
        ["Log1mExp"] = x => Log1mExp(x[0]),
        ["LogAddExp"] = x => LogAddExp(x[0], x[1]),
    };

    /// <summary>The bounds are those that the documentation states; the scale is 1 where it speaks of max(1, |f|).</summary>
    [Theory]
    [InlineData("Log", 1.0, 0)]
    [InlineData("Exp", 1.0, 0)]
    [InlineData("Pow", 1.1, 0)]
    [InlineData("Sin", 2.5, 0)]
    [InlineData("Cos", 2.5, 0)]
    [InlineData("Tan", 3.0, 0)]
    [InlineData("Atan", 2.0, 0)]
    [InlineData("Atan2", 2.0, 0)]
    [InlineData("Asin", 2.0, 0)]
    [InlineData("Acos", 2.5, 0)]
    [InlineData("Sinh", 2.0, 0)]
    [InlineData("Cosh", 2.0, 0)]
    [InlineData("Tanh", 2.0, 0)]
    [InlineData("Cbrt", 1.0, 0)]
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
    [InlineData("Digamma", 8.0, 1)]
    [InlineData("Trigamma", 4.0, 0)]
    [InlineData("Erf", 2.0, 0)]
    [InlineData("Erfc", 4.0, 0)]
    [InlineData("ErfInverse", 5.0, 0)]
    [InlineData("NormalCdf", 4.0, 0)]
    [InlineData("LogNormalCdf", 5.0, 0)]
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
            value => Assert.InRange(value.UlpError(ScalarFunctions.LogGamma(value.Arguments[0])), 0, 7));

    [Fact]
    public void Digamma_keeps_more_digits_where_it_is_not_reflected() =>
        Assert.All(
            ReferenceValue.Of("Digamma").Where(value => value.Arguments[0] > -0.5),
            value => Assert.InRange(value.UlpError(Digamma(value.Arguments[0]), 1), 0, 4));

    [Fact]
    public void Nan_gives_nan() =>
        Assert.All(Functions.Values, function => Assert.True(IsNaN(function([NaN, NaN]))));

    [Fact]
    public void The_finite_exponential_is_the_exponential_wherever_that_is_finite()
    {
        double[] points = [.. SamplePoints.All, .. ReferenceValue.ArgumentsOf("Exp"), 709.782712893384, BitIncrement(709.782712893384), BitDecrement(709.782712893384), 709.9];
        foreach (double x in points)
        {
            double exponential = ScalarFunctions.Exp(x), plain = PlainFunctions.Exp(x);
            Assert.Equal(IsPositiveInfinity(exponential) ? 1.7976931348622732e308 : exponential, FiniteExp(x));
            Assert.Equal(IsPositiveInfinity(plain) ? 1.7976931348622732e308 : plain, PlainFunctions.FiniteExp(x));
        }
    }

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
        { "Sin", 0, 0 }, { "Sin", NegativeZero, NegativeZero }, { "Sin", Epsilon, Epsilon }, { "Sin", PositiveInfinity, NaN }, { "Sin", NegativeInfinity, NaN },
        { "Cos", 0, 1 }, { "Cos", NegativeZero, 1 }, { "Cos", Epsilon, 1 }, { "Cos", PositiveInfinity, NaN }, { "Cos", NegativeInfinity, NaN },
        { "Tan", 0, 0 }, { "Tan", NegativeZero, NegativeZero }, { "Tan", -Epsilon, -Epsilon }, { "Tan", PositiveInfinity, NaN },
        { "Atan", 0, 0 }, { "Atan", NegativeZero, NegativeZero }, { "Atan", PositiveInfinity, 1.5707963267948966 },
        { "Atan", NegativeInfinity, -1.5707963267948966 }, { "Atan", MaxValue, 1.5707963267948966 }, { "Atan", Epsilon, Epsilon },
        { "Asin", 0, 0 }, { "Asin", NegativeZero, NegativeZero }, { "Asin", 1, 1.5707963267948966 }, { "Asin", -1, -1.5707963267948966 },
        { "Asin", 1.5, NaN }, { "Asin", NegativeInfinity, NaN }, { "Asin", -Epsilon, -Epsilon },
        { "Acos", 1, 0 }, { "Acos", -1, 3.141592653589793 }, { "Acos", 0, 1.5707963267948966 }, { "Acos", 1.5, NaN }, { "Acos", PositiveInfinity, NaN },
        { "Sinh", 0, 0 }, { "Sinh", NegativeZero, NegativeZero }, { "Sinh", PositiveInfinity, PositiveInfinity }, { "Sinh", NegativeInfinity, NegativeInfinity },
        { "Sinh", MinValue, NegativeInfinity }, { "Sinh", Epsilon, Epsilon }, { "Cosh", 0, 1 }, { "Cosh", NegativeInfinity, PositiveInfinity },
        { "Cosh", MaxValue, PositiveInfinity }, { "Cosh", Epsilon, 1 },
        { "Tanh", 0, 0 }, { "Tanh", NegativeZero, NegativeZero }, { "Tanh", PositiveInfinity, 1 }, { "Tanh", NegativeInfinity, -1 }, { "Tanh", MinValue, -1 },
        { "Tanh", Epsilon, Epsilon },
        { "Cbrt", 0, 0 }, { "Cbrt", NegativeZero, NegativeZero }, { "Cbrt", PositiveInfinity, PositiveInfinity },
        { "Cbrt", NegativeInfinity, NegativeInfinity }, { "Cbrt", -27, -3 }, { "Cbrt", 1e300, 1e100 },
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
        AssertSame(expected, Functions[function]([x]));

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
    public void The_beta_function_has_its_limits(double a, double b, double expected) => Assert.Equal(expected, ScalarFunctions.LogBeta(a, b));

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

    /// <summary>Annex F of the C99 standard, and what comes close to it.</summary>
    public static TheoryData<double, double, double> LimitsOfAngles => new()
    {
        { 0, 1, 0 }, { NegativeZero, 1, NegativeZero }, { 0, 0, 0 }, { NegativeZero, 0, NegativeZero }, { 0, -1, Math.PI }, { NegativeZero, -1, -Math.PI },
        { 0, NegativeZero, Math.PI }, { NegativeZero, NegativeZero, -Math.PI }, { 1, 0, Math.PI / 2 }, { -1, 0, -Math.PI / 2 }, { 1, NegativeZero, Math.PI / 2 },
        { 1, PositiveInfinity, 0 }, { -1, PositiveInfinity, NegativeZero }, { 1, NegativeInfinity, Math.PI }, { -1, NegativeInfinity, -Math.PI },
        { PositiveInfinity, 1, Math.PI / 2 }, { NegativeInfinity, -1, -Math.PI / 2 }, { PositiveInfinity, PositiveInfinity, Math.PI / 4 },
        { PositiveInfinity, NegativeInfinity, 3 * Math.PI / 4 }, { NegativeInfinity, NegativeInfinity, -3 * Math.PI / 4 }, { NaN, 1, NaN }, { 1, NaN, NaN },
        { NaN, PositiveInfinity, NaN }, { NegativeZero, NaN, NaN }, { MaxValue, MaxValue, Math.PI / 4 }, { Epsilon, Epsilon, Math.PI / 4 }, { Epsilon, MaxValue, 0 },
        { MaxValue, Epsilon, Math.PI / 2 },
    };

    [Theory]
    [MemberData(nameof(LimitsOfAngles))]
    public void Angles_of_points_have_their_limits(double y, double x, double expected) =>
        AssertSame(expected, ScalarFunctions.Atan2(y, x));

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
        AssertSame(expected, ScalarFunctions.Pow(x, y));

    [Fact]
    public void Softplus_with_its_derivative_has_the_bits_of_each_alone()
    {
        foreach (double x in (double[])[NaN, NegativeInfinity, -745.1, -40, -1, NegativeZero, 0.7, 36, PositiveInfinity])
        {
            Assert.Equal(Softplus(x), SoftplusAndLogistic(x, out double logistic));
            Assert.Equal(ScalarFunctions.Logistic(x), logistic);
        }
    }

    private static void AssertSame(double expected, double actual) =>
        Assert.True(SamplePoints.AreSame(expected, actual), $"{actual:R} instead of {expected:R}");
}
