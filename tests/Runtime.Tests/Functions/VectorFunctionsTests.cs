using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static ProbModels.VectorFunctions;

namespace ProbModels.Tests;

public class VectorFunctionsTests
{
    /// <summary>Lane by lane through the scalar function: the same bits.</summary>
    private const double Same = 0;

    /// <summary>The platform's vector form errs by up to 4 ulp, the scalar function by up to 2.</summary>
    private const double Platform = 6;

    private static readonly Case[] Cases =
    [
        new("Exp", Platform, Math.Exp, Exp, Exp, Exp),
        new("Log", Platform, Math.Log, Log, Log, Log),
        new("Sin", Same, Math.Sin, Sin, Sin, Sin),
        new("Cos", Same, Math.Cos, Cos, Cos, Cos),
        new("Sqrt", Same, Math.Sqrt, Sqrt, Sqrt, Sqrt),
        new("Abs", Same, Math.Abs, Abs, Abs, Abs),
        new("Logistic", Platform, SpecialFunctions.Logistic, VectorFunctions.Logistic, VectorFunctions.Logistic, VectorFunctions.Logistic),
        new("Tan", Same, Math.Tan, Tan, Tan, Tan),
        new("Atan", Same, Math.Atan, Atan, Atan, Atan),
        new("Floor", Same, Math.Floor, Floor, Floor, Floor),
        new("Ceiling", Same, Math.Ceiling, Ceiling, Ceiling, Ceiling),
        new("Round", Same, Math.Round, Round, Round, Round),
        new("Truncate", Same, Math.Truncate, Truncate, Truncate, Truncate),
        new("Asin", Same, Math.Asin, Asin, Asin, Asin),
        new("Acos", Same, Math.Acos, Acos, Acos, Acos),
        new("Sinh", Same, Math.Sinh, Sinh, Sinh, Sinh),
        new("Cosh", Same, Math.Cosh, Cosh, Cosh, Cosh),
        new("Cbrt", Same, Math.Cbrt, Cbrt, Cbrt, Cbrt),
        new("Tanh", Same, Math.Tanh, Tanh, Tanh, Tanh),
        new("Log1p", Same, SpecialFunctions.Log1p, Log1p, Log1p, Log1p),
        new("Expm1", Same, SpecialFunctions.Expm1, Expm1, Expm1, Expm1),
        new("Softplus", Same, SpecialFunctions.Softplus, Softplus, Softplus, Softplus),
        new("LogGamma", Same, SpecialFunctions.LogGamma, LogGamma, LogGamma, LogGamma),
        new("Digamma", Same, SpecialFunctions.Digamma, Digamma, Digamma, Digamma),
        new("Trigamma", Same, SpecialFunctions.Trigamma, Trigamma, Trigamma, Trigamma),
        new("Erf", Same, SpecialFunctions.Erf, Erf, Erf, Erf),
        new("Erfc", Same, SpecialFunctions.Erfc, Erfc, Erfc, Erfc),
        new("ErfInverse", Same, SpecialFunctions.ErfInverse, ErfInverse, ErfInverse, ErfInverse),
        new("NormalCdf", Same, SpecialFunctions.NormalCdf, NormalCdf, NormalCdf, NormalCdf),
        new("LogNormalCdf", Same, SpecialFunctions.LogNormalCdf, LogNormalCdf, LogNormalCdf, LogNormalCdf),
        new("InverseMillsRatio", Same, SpecialFunctions.InverseMillsRatio, InverseMillsRatio, InverseMillsRatio, InverseMillsRatio),
        new("NormalQuantile", Same, SpecialFunctions.NormalQuantile, NormalQuantile, NormalQuantile, NormalQuantile),
        new("Log1mExp", Same, SpecialFunctions.Log1mExp, Log1mExp, Log1mExp, Log1mExp),
    ];

    private static readonly CaseOfTwo[] CasesOfTwo =
    [
        new("Min", Same, Math.Min, Min, Min, Min),
        new("Max", Same, Math.Max, Max, Max, Max),
        new("Pow", Same, Math.Pow, Pow, Pow, Pow),
        new("Atan2", Same, Math.Atan2, Atan2, Atan2, Atan2),
        new("LogBeta", Same, SpecialFunctions.LogBeta, LogBeta, LogBeta, LogBeta),
        new("XLog1pY", Same, SpecialFunctions.XLog1pY, XLog1pY, XLog1pY, XLog1pY),
        new("LogAddExp", Same, SpecialFunctions.LogAddExp, LogAddExp, LogAddExp, LogAddExp),
        new("DivideOrZero", Same, SpecialFunctions.DivideOrZero, DivideOrZero, DivideOrZero, DivideOrZero),
        new("XLogY", Platform, SpecialFunctions.XLogY, XLogY, XLogY, XLogY),
    ];

    public static TheoryData<string> Names => new(Cases.Select(c => c.Name));

    public static TheoryData<string> NamesOfTwo => new(CasesOfTwo.Select(c => c.Name));

    [Fact]
    public void Every_function_exists_for_every_width_and_is_tested_here()
    {
        var methods = typeof(VectorFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        var expected = Cases.Select(c => c.Name).Concat(CasesOfTwo.Select(c => c.Name)).Order();
        Assert.Equal(expected, methods.Select(m => m.Name).Distinct().Order());
        foreach (var overloads in methods.GroupBy(m => m.Name))
            Assert.Equal(
                [typeof(Vector128<double>), typeof(Vector256<double>), typeof(Vector512<double>)],
                overloads.Select(m => m.ReturnType).OrderBy(t => t.Name).ToArray());
    }

    [Fact]
    public void Every_width_has_the_same_text_but_for_its_name()
    {
        Assert.Equal(Source(512), Source(256).Replace("Vector256", "Vector512"));
        Assert.Equal(Source(512), Source(128).Replace("Vector128", "Vector512"));

        static string Source(int width)
        {
            using var stream = typeof(VectorFunctionsTests).Assembly.GetManifestResourceStream($"VectorFunctions.{width}.cs")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lanes_agree_with_the_scalar_function(string name)
    {
        var function = Cases.Single(c => c.Name == name);
        var points = Points();
        for (int start = 0; start + 8 <= points.Length; start++)
        {
            var x = points[start..(start + 8)];
            var expected = Array.ConvertAll(x, v => function.Scalar(v));
            AssertLanes(name, x, expected, Lanes(function.Of512(Vector512.Create(x))), function.Ulps);
            AssertLanes(name, x, expected[..4], Lanes(function.Of256(Vector256.Create(x))), function.Ulps);
            AssertLanes(name, x, expected[..2], Lanes(function.Of128(Vector128.Create(x))), function.Ulps);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lane_does_not_depend_on_its_neighbours(string name)
    {
        var function = Cases.Single(c => c.Name == name);
        var points = Points();
        for (int start = 0; start + 8 <= points.Length; start++)
        {
            var x = points[start..(start + 8)];
            var alone = Array.ConvertAll(x, v => function.Of512(Vector512.Create(v))[0]);
            AssertLanes(name, x, alone, Lanes(function.Of512(Vector512.Create(x))), ulps: 0);
            AssertLanes(name, x, alone[..4], Lanes(function.Of256(Vector256.Create(x))), ulps: 0);
            AssertLanes(name, x, alone[..2], Lanes(function.Of128(Vector128.Create(x))), ulps: 0);
        }
    }

    [Fact]
    public void A_constant_argument_is_an_argument_like_others()
    {
        // Compiled with the constant in place, as a model that names a number has it.
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        static (Vector128<double>, Vector256<double>, Vector512<double>) Of(double y) =>
            (XLogY(Vector128.Create(2.0), Vector128.Create(y)), DivideOrZero(Vector256.Create(2.0), Vector256.Create(y)), XLogY(Vector512.Create(0.0), Vector512.Create(y)));

        var (two, half, none) = Of(4);
        Assert.Equal(SpecialFunctions.XLogY(2, 4), two[0], 1e-15);
        Assert.Equal(0.5, half[0]);
        Assert.Equal(0, none[0]);
    }

    [Theory]
    [MemberData(nameof(NamesOfTwo))]
    public void Lanes_agree_with_the_scalar_function_of_two(string name)
    {
        var function = CasesOfTwo.Single(c => c.Name == name);
        var points = Points();
        var random = new Random(31);
        for (int trial = 0; trial < 3000; trial++)
        {
            var (x, y) = (random.GetItems(points, 8), random.GetItems(points, 8));
            var expected = x.Zip(y, (a, b) => function.Scalar(a, b)).ToArray();
            AssertLanes(name, x, expected, Lanes(function.Of512(Vector512.Create(x), Vector512.Create(y))), function.Ulps);
            AssertLanes(name, x, expected[..4], Lanes(function.Of256(Vector256.Create(x), Vector256.Create(y))), function.Ulps);
            AssertLanes(name, x, expected[..2], Lanes(function.Of128(Vector128.Create(x), Vector128.Create(y))), function.Ulps);
        }
    }

    private static void AssertLanes(string name, double[] x, double[] expected, double[] actual, double ulps)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int lane = 0; lane < expected.Length; lane++)
        {
            double unit = Math.BitIncrement(Math.Abs(expected[lane])) - Math.Abs(expected[lane]);
            bool close = expected[lane].Equals(actual[lane]) || Math.Abs(expected[lane] - actual[lane]) <= ulps * unit;
            string lanes = $"lane {lane} of {actual.Length}";
            Assert.True(close, $"{name}({x[lane]:R}, …) is {actual[lane]:R} in {lanes}; it should be {expected[lane]:R}");
        }
    }

    /// <summary>All orders of magnitude of both signs with the special values strewn among them, so that most vectors hold some.</summary>
    private static double[] Points()
    {
        var random = new Random(30);
        double[] special =
        [
            0, double.NegativeZero, 1, -1, 2, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon,
            double.MaxValue, double.MinValue, 1e-310, 709.7, -745,
        ];
        return Enumerable.Range(0, 2000).Select(i => (i % 6) switch
        {
            0 => special[random.Next(special.Length)],
            1 => Math.Exp(40 * (random.NextDouble() - 0.5)),
            2 => -Math.Exp(40 * (random.NextDouble() - 0.5)),
            3 => Math.Exp(1400 * (random.NextDouble() - 0.5)),
            4 => 1500 * (random.NextDouble() - 0.5),
            _ => 20 * (random.NextDouble() - 0.5),
        }).ToArray();
    }

    private static double[] Lanes(Vector512<double> vector)
    {
        var lanes = new double[8];
        vector.CopyTo(lanes);
        return lanes;
    }

    private static double[] Lanes(Vector256<double> vector) => Lanes(vector.ToVector512())[..4];

    private static double[] Lanes(Vector128<double> vector) => Lanes(vector.ToVector256())[..2];

    private sealed record Case(
        string Name,
        double Ulps,
        Func<double, double> Scalar,
        Func<Vector512<double>, Vector512<double>> Of512,
        Func<Vector256<double>, Vector256<double>> Of256,
        Func<Vector128<double>, Vector128<double>> Of128);

    private sealed record CaseOfTwo(
        string Name,
        double Ulps,
        Func<double, double, double> Scalar,
        Func<Vector512<double>, Vector512<double>, Vector512<double>> Of512,
        Func<Vector256<double>, Vector256<double>, Vector256<double>> Of256,
        Func<Vector128<double>, Vector128<double>, Vector128<double>> Of128);
}
