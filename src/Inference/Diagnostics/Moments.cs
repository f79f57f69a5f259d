namespace ProbModels;

/// <summary>Means and variances of a run of numbers.</summary>
internal static class Moments
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;

        // A second pass takes away the rounding of the first, which matters where the spread is far smaller than the mean.
        double correction = 0;
        foreach (double value in values)
            correction += value - mean;
        return double.IsFinite(correction) ? mean + correction / values.Length : mean;
    }

    /// <summary>The sample variance, with divisor n − 1; NaN for fewer than two numbers.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        double mean = Mean(values), sum = 0;
        foreach (double value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }
}
