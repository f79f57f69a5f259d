using System.Globalization;

namespace ProbModels.Benchmarks;

/// <summary>Checks that generated and hand-written kernels compute the same numbers, and that they allocate nothing.</summary>
internal static class Agreement
{
    /// <summary>Relative to the sum of the terms' absolute values. Sums of 100,000 terms in another order and with other roundings differ by some 1e-13.</summary>
    private const double ValueTolerance = 1e-10;

    /// <summary>Relative to the largest derivative. A derivative adds terms that may be larger than it is, hence a digit less.</summary>
    private const double GradientTolerance = 1e-9;

    /// <summary>A kernel against which a contest's are checked runs through the model some hundred times slower: few positions are enough.</summary>
    private const int Positions = 3;

    /// <summary>The first difference, or allocation, in words; null where all is well.</summary>
    public static string? FirstDifference() =>
        Contests.Standard.Select(entry => FirstDifference(entry.Key, entry.Value())).FirstOrDefault(difference => difference is not null)
            ?? FirstDifference("line 1001, plain loop", Line.Bind(1001) with { HandWritten = new ScalarLine(LineSample.Draw(1001)) });

    private static string? FirstDifference(string model, Contest contest)
    {
        var (generated, handWritten) = (contest.Generated, contest.HandWritten);
        double[] byHand = new double[generated.Dimension], other = new double[generated.Dimension];
        for (int trial = 0; trial < Positions; trial++)
        {
            double[] position = contest.Position((ulong)trial, range: 2);
            double value = handWritten.Evaluate(position, byHand), otherValue = generated.LogDensity(position, other);
            if (Differ(value, otherValue, ValueTolerance * contest.SizeOfTerms(position))) return Describe("log density", value, otherValue);

            double size = byHand.Max(Math.Abs);
            for (int i = 0; i < byHand.Length; i++)
                if (Differ(byHand[i], other[i], GradientTolerance * size)) return Describe($"gradient[{i}]", byHand[i], other[i]);
        }

        double[] start = contest.Position(0, range: 2);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int trial = 0; trial < 20; trial++) handWritten.Evaluate(start, byHand);
        long between = GC.GetAllocatedBytesForCurrentThread();
        for (int trial = 0; trial < 20; trial++) generated.LogDensity(start, other);
        long after = GC.GetAllocatedBytesForCurrentThread();
        return after == before ? null : $"{model}: 20 evaluations allocate {between - before} bytes by hand and {after - between} generated";

        string Describe(string quantity, double value, double otherValue) =>
            string.Create(CultureInfo.InvariantCulture, $"{model}: {quantity} is {value:R} by hand and {otherValue:R} generated");
    }

    /// <summary>NaN differs from everything.</summary>
    private static bool Differ(double a, double b, double tolerance) => !(Math.Abs(a - b) <= tolerance);
}
