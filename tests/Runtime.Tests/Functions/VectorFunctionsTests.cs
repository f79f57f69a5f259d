using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static ProbModels.VectorFunctions;

namespace ProbModels.Tests;

public class VectorFunctionsTests
{
    private static readonly Type[] Vectors = [typeof(Vector128<double>), typeof(Vector256<double>), typeof(Vector512<double>)];

    private static readonly MethodInfo[] Methods = typeof(VectorFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    public static TheoryData<string> Names => new(NamesOf(arity: 1));

    public static TheoryData<string> NamesOfTwo => new(NamesOf(arity: 2));

    [Fact]
    public void Every_function_exists_for_every_width_and_for_numbers()
    {
        foreach (var overloads in Methods.GroupBy(method => method.Name))
        {
            Assert.Equal(Vectors, overloads.Select(method => method.ReturnType).OrderBy(type => type.Name));
            Assert.NotEmpty(typeof(ScalarFunctions).GetMember(overloads.Key));
        }
    }

    [Fact]
    public void Every_width_has_the_same_text_but_for_its_name()
    {
        Assert.Equal(Source("VectorFunctions.512"), Source("VectorFunctions.256").Replace("256", "512"));
        Assert.Equal(Source("VectorFunctions.512"), Source("VectorFunctions.128").Replace("128", "512"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lanes_have_the_bits_of_the_scalar_function_whatever_their_neighbours(string name)
    {
        var scalar = typeof(ScalarFunctions).GetMethod(name, [typeof(double)])!.CreateDelegate<Func<double, double>>();
        var (of128, of256, of512) = (Of<Vector128<double>>(name), Of<Vector256<double>>(name), Of<Vector512<double>>(name));
        double[] points = [.. SamplePoints.All, .. ReferenceValue.ArgumentsOf(name)];
        for (int start = 0; start + 8 <= points.Length; start += 3)
        {
            var x = points[start..(start + 8)];
            var expected = Array.ConvertAll(x, v => scalar(v));
            AssertSame(name, x, expected, Lanes(of512(Vector512.Create(x))));
            AssertSame(name, x, expected[..4], Lanes(of256(Vector256.Create(x))));
            AssertSame(name, x, expected[..2], Lanes(of128(Vector128.Create(x))));
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfTwo))]
    public void Lanes_have_the_bits_of_the_scalar_function_of_two(string name)
    {
        var scalar = typeof(ScalarFunctions).GetMethod(name, [typeof(double), typeof(double)])!.CreateDelegate<Func<double, double, double>>();
        var (of128, of256, of512) = (OfTwo<Vector128<double>>(name), OfTwo<Vector256<double>>(name), OfTwo<Vector512<double>>(name));
        var points = SamplePoints.All;
        var random = new Random(31);
        for (int trial = 0; trial < 3000; trial++)
        {
            var (x, y) = (random.GetItems(points, 8), random.GetItems(points, 8));
            var expected = x.Zip(y, (a, b) => scalar(a, b)).ToArray();
            AssertSame(name, x, expected, Lanes(of512(Vector512.Create(x), Vector512.Create(y))));
            AssertSame(name, x, expected[..4], Lanes(of256(Vector256.Create(x), Vector256.Create(y))));
            AssertSame(name, x, expected[..2], Lanes(of128(Vector128.Create(x), Vector128.Create(y))));
        }
    }

    [Fact]
    public void Softplus_with_its_derivative_has_the_bits_of_each_alone()
    {
        var points = SamplePoints.All;
        for (int start = 0; start + 8 <= points.Length; start++)
        {
            var x = points[start..(start + 8)];
            AssertSame("Softplus", x, Lanes(Softplus(Vector512.Create(x))), Lanes(SoftplusAndLogistic(Vector512.Create(x), out var of512)));
            AssertSame("Softplus", x, Lanes(Softplus(Vector256.Create(x))), Lanes(SoftplusAndLogistic(Vector256.Create(x), out var of256)));
            AssertSame("Softplus", x, Lanes(Softplus(Vector128.Create(x))), Lanes(SoftplusAndLogistic(Vector128.Create(x), out var of128)));
            AssertSame("Logistic", x, Lanes(VectorFunctions.Logistic(Vector512.Create(x))), Lanes(of512));
            AssertSame("Logistic", x, Lanes(VectorFunctions.Logistic(Vector256.Create(x))), Lanes(of256));
            AssertSame("Logistic", x, Lanes(VectorFunctions.Logistic(Vector128.Create(x))), Lanes(of128));
        }
    }

    [Fact]
    public void A_constant_argument_is_an_argument_like_others()
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        static (Vector128<double>, Vector256<double>, Vector512<double>) Of(double y) =>
            (XLogY(Vector128.Create(2.0), Vector128.Create(y)), DivideOrZero(Vector256.Create(2.0), Vector256.Create(y)), XLogY(Vector512.Create(0.0), Vector512.Create(y)));

        var (two, half, none) = Of(4);
        Assert.Equal(ScalarFunctions.XLogY(2, 4), two[0]);
        Assert.Equal(0.5, half[0]);
        Assert.Equal(0, none[0]);
    }

    private static string[] NamesOf(int arity) =>
        [.. Methods.Where(method => method.GetParameters() is var parameters && parameters.Length == arity && !parameters[^1].IsOut).Select(method => method.Name).Distinct()];

    private static Func<V, V> Of<V>(string name) => typeof(VectorFunctions).GetMethod(name, [typeof(V)])!.CreateDelegate<Func<V, V>>();

    private static Func<V, V, V> OfTwo<V>(string name) => typeof(VectorFunctions).GetMethod(name, [typeof(V), typeof(V)])!.CreateDelegate<Func<V, V, V>>();

    private static void AssertSame(string name, double[] x, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int lane = 0; lane < expected.Length; lane++)
            Assert.True(
                SamplePoints.AreSame(expected[lane], actual[lane]),
                $"{name}({x[lane]:R}, …) is {actual[lane]:R} in lane {lane} of {actual.Length}; it should be {expected[lane]:R}");
    }

    private static string Source(string name)
    {
        using var stream = typeof(VectorFunctionsTests).Assembly.GetManifestResourceStream($"{name}.cs")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static double[] Lanes(Vector512<double> vector)
    {
        var lanes = new double[8];
        vector.CopyTo(lanes);
        return lanes;
    }

    private static double[] Lanes(Vector256<double> vector) => Lanes(vector.ToVector512())[..4];

    private static double[] Lanes(Vector128<double> vector) => Lanes(vector.ToVector256())[..2];
}
