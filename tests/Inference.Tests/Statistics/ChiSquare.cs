using Xunit;

namespace ProbModels.Tests;

/// <summary>Tests of counts. Each raises a false alarm for one seed in a million; the seeds are fixed.</summary>
internal static class ChiSquare
{
    /// <summary>Φ⁻¹(1 − 10⁻⁶).</summary>
    private const double NormalQuantile = 4.753;

    /// <summary>Pearson's test: all cells are equally likely.</summary>
    public static void AssertUniform(long[] counts)
    {
        double expected = counts.Sum() / (double)counts.Length;
        Assert.True(expected > 10, $"{expected} counts per cell are too few for the test.");
        double statistic = counts.Sum(count => (count - expected) * (count - expected) / expected);
        AssertBelowQuantile(statistic, counts.Length - 1, "cells are not equally likely");
    }

    /// <summary>Bowker's test: a pair (i, j) is as likely as (j, i).</summary>
    public static void AssertSymmetric(long[,] counts)
    {
        double statistic = 0;
        int degrees = 0;
        for (int i = 0; i < counts.GetLength(0); i++)
            for (int j = 0; j < i; j++)
            {
                double sum = counts[i, j] + counts[j, i], difference = counts[i, j] - counts[j, i];
                // Rare pairs do not follow the normal law on which the test rests.
                if (sum < 20) continue;
                statistic += difference * difference / sum;
                degrees++;
            }
        AssertBelowQuantile(statistic, degrees, "pairs are not as likely in reverse");
    }

    private static void AssertBelowQuantile(double statistic, int degrees, string otherwise)
    {
        // Wilson and Hilferty (1931): the cube root of a chi-square number is nearly normal.
        double spread = 2.0 / (9 * degrees);
        double limit = degrees * Math.Pow(1 - spread + NormalQuantile * Math.Sqrt(spread), 3);
        Assert.True(statistic < limit, $"{otherwise}: chi-square {statistic:F0} on {degrees} degrees, at most {limit:F0} expected");
    }
}
