using System.Reflection;

namespace ProbModels.Tests;

/// <summary>Functions of two numbers at a time give the bits of each by itself.</summary>
public class FunctionPairsTests
{
    private static readonly double[] Points = [0, -0.0, 1e-300, -1e-9, 0.3, 1, -2.5, 37, -800, 1e6, double.PositiveInfinity, double.NegativeInfinity, double.NaN, double.Epsilon];

    public static TheoryData<string> Names => new(typeof(ScalarFunctions).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name.EndsWith("Pair", StringComparison.Ordinal) && method.GetParameters().Length == 4)
        .Select(method => method.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pair_has_the_bits_of_its_numbers(string name)
    {
        var pair = typeof(ScalarFunctions).GetMethod(name)!;
        var single = typeof(ScalarFunctions).GetMethod(name[..^"Pair".Length], [typeof(double)])!;
        foreach (double x in Points)
        {
            foreach (double y in Points)
            {
                object?[] arguments = [x, y, null, null];
                pair.Invoke(null, arguments);
                Assert.Equal(Bits(single.Invoke(null, [x])!), Bits(arguments[2]!));
                Assert.Equal(Bits(single.Invoke(null, [y])!), Bits(arguments[3]!));
            }
        }
    }

    [Fact]
    public void Softplus_and_logistic_of_a_pair_have_the_bits_of_each()
    {
        foreach (double x in Points)
        {
            foreach (double y in Points)
            {
                ScalarFunctions.SoftplusAndLogisticPair(x, y, out double softplusX, out double softplusY, out double logisticX, out double logisticY);
                Assert.Equal(
                    [Bits(ScalarFunctions.Softplus(x)), Bits(ScalarFunctions.Softplus(y)), Bits(ScalarFunctions.Logistic(x)), Bits(ScalarFunctions.Logistic(y))],
                    new[] { Bits(softplusX), Bits(softplusY), Bits(logisticX), Bits(logisticY) });
            }
        }
    }

    /// <summary>All NaN count as one.</summary>
    private static long Bits(object number) => double.IsNaN((double)number) ? -1 : BitConverter.DoubleToInt64Bits((double)number);
}
