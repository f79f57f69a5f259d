using System.Globalization;

namespace ProbModels.Benchmarks;

/// <summary>Checks that generated and hand-written kernels compute the same numbers, and that they allocate nothing.</summary>
internal static class Agreement
{
    /// <summary>Sums of 100,000 terms in another order and with other roundings differ by some 1e-13; what is wrong differs by far more.</summary>
    private const double Tolerance = 1e-10;

    private delegate double Kernel(ReadOnlySpan<double> position, Span<double> gradient);

    /// <summary>The first difference, or allocation, in words; null where all is well.</summary>
    public static string? FirstDifference()
    {
        foreach (int points in StraightLineBenchmarks.Sizes)
        {
            var data = LineSample.Draw(points);
            string model = $"straight line, N = {points}";
            var generated = data.Posterior();
            Kernel expected = new HandWrittenLine(data).Evaluate;
            string? difference = Compare(model, "generated", generated.Dimension, expected, generated.LogDensity)
                ?? Compare(model, "scalar", generated.Dimension, expected, new ScalarLine(data).Evaluate);
            if (difference is not null) return difference;
        }

        var schools = Schools.Posterior();
        return Compare("eight schools", "generated", schools.Dimension, new HandWrittenSchools(Schools.Effects, Schools.Errors).Evaluate, schools.LogDensity);
    }

    private static string? Compare(string model, string kernel, int dimension, Kernel expected, Kernel actual)
    {
        var rng = new Random(1);
        var position = new double[dimension];
        double[] right = new double[dimension], other = new double[dimension];
        for (int trial = 0; trial < 20; trial++)
        {
            for (int i = 0; i < dimension; i++) position[i] = 4 * rng.NextDouble() - 2;
            double value = expected(position, right), otherValue = actual(position, other);
            if (Differ(value, otherValue)) return Describe("log density", value, otherValue);
            for (int i = 0; i < dimension; i++)
                if (Differ(right[i], other[i])) return Describe($"gradient[{i}]", right[i], other[i]);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int trial = 0; trial < 20; trial++) actual(position, other);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated == 0 ? null : $"{model}: 20 evaluations of the {kernel} kernel allocate {allocated} bytes";

        string Describe(string quantity, double value, double otherValue) =>
            string.Create(CultureInfo.InvariantCulture, $"{model}: {quantity} is {value:R} by hand and {otherValue:R} {kernel}, at ({string.Join(", ", position)})");
    }

    private static bool Differ(double a, double b) => !(Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(a), Math.Abs(b)));
}
