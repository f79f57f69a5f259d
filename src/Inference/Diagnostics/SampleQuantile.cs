namespace ProbModels;

/// <summary>Quantiles of a sample by linear interpolation: definition 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages".</summary>
internal static class SampleQuantile
{
    /// <summary>The quantile of unsorted numbers; NaN if one of them is NaN or there are none.</summary>
    public static double Of(ReadOnlySpan<double> values, double probability)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>The quantile of numbers in ascending order (NaN first, as <see cref="Array.Sort(Array)"/> leaves them).</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty || double.IsNaN(sorted[0])) return double.NaN;
        // Counted from one, in the literature's order of operations: which draws equal the quantile hangs on the last bit.
        double index = 1 + (sorted.Length - 1) * probability;
        double floor = Math.Floor(index);
        double fraction = index - floor;
        double below = sorted[(int)floor - 1];
        if (fraction == 0) return below;
        double above = sorted[(int)floor];
        return above == below ? below : (1 - fraction) * below + fraction * above;
    }
}
