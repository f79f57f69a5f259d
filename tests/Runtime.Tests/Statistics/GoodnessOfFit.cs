namespace ProbModels.Tests;

/// <summary>Tests of a sample against a distribution, at <see cref="FalseAlarm.Probability"/>.</summary>
internal static class GoodnessOfFit
{
    /// <summary>Kolmogorov–Smirnov: the largest distance between the sample's distribution function and the given one.</summary>
    public static void KolmogorovSmirnov(double[] sample, Func<double, double> cdf)
    {
        var sorted = sample.Order().ToArray();
        Compare(sorted, Array.ConvertAll(sorted, x => cdf(x)));
    }

    /// <summary>Kolmogorov–Smirnov against a density on the real line, integrated from each sorted point to the next.</summary>
    public static void KolmogorovSmirnovByDensity(double[] sample, Func<double, double> density)
    {
        var sorted = sample.Order().ToArray();
        var cdf = new double[sorted.Length];
        cdf[0] = Quadrature.Integrate(density, double.NegativeInfinity, sorted[0]);
        for (int i = 1; i < sorted.Length; i++)
            cdf[i] = cdf[i - 1] + Quadrature.Panel(density, sorted[i - 1], sorted[i]);
        Compare(sorted, cdf);
    }

    /// <summary>Pearson's chi-square. Neighbouring cells are joined until each expects at least 10.</summary>
    /// <param name="counts">How often each cell was hit.</param>
    /// <param name="probabilities">Of each cell; they sum to 1.</param>
    public static void ChiSquare(long[] counts, IEnumerable<double> probabilities)
    {
        double total = counts.Sum(), expected = 0, observed = 0, statistic = 0;
        int cells = 0;
        var masses = probabilities.ToArray();
        Assert.Equal(1, masses.Sum(), 1e-9);
        double remaining = total;
        for (int i = 0; i < counts.Length; i++)
        {
            expected += masses[i] * total;
            observed += counts[i];
            bool last = i == counts.Length - 1;
            if (!last && (expected < 10 || remaining - expected < 10)) continue;
            if (expected > 0) statistic += (observed - expected) * (observed - expected) / expected;
            else Assert.Equal(0, observed);
            remaining -= expected;
            (expected, observed) = (0, 0);
            cells++;
        }

        if (cells == 1) return;
        double limit = ChiSquareQuantile(cells - 1);
        Assert.True(statistic < limit, $"chi-square is {statistic} in {cells} cells; it should stay below {limit}");
    }

    private static void Compare(double[] sorted, double[] cdf)
    {
        double n = sorted.Length, distance = 0;
        for (int i = 0; i < sorted.Length; i++)
            distance = Math.Max(distance, Math.Max(Math.Abs(cdf[i] - i / n), Math.Abs((i + 1) / n - cdf[i])));
        double limit = Math.Sqrt(Math.Log(2 / FalseAlarm.Probability) / 2 / n);
        Assert.True(distance < limit, $"the distribution functions differ by {distance}; they should by less than {limit}");
    }

    /// <summary>The approximation of Wilson and Hilferty (1931), which is slightly too large for few degrees of freedom.</summary>
    private static double ChiSquareQuantile(int degrees)
    {
        double spread = 2 / (9.0 * degrees);
        return degrees * Math.Pow(1 - spread + FalseAlarm.UpperNormalQuantile * Math.Sqrt(spread), 3);
    }
}
