namespace ProbModels.Tests;

/// <summary>Samples and their moments.</summary>
internal static class Sample
{
    public static double[] Of(int count, Func<double> draw)
    {
        var values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = draw();
        return values;
    }

    /// <summary>Compares mean and variance with the exact ones, at <see cref="FalseAlarm.Probability"/> each.</summary>
    /// <param name="sample">Independent draws.</param>
    /// <param name="mean">The exact mean.</param>
    /// <param name="variance">The exact variance.</param>
    /// <param name="fourthCentralMoment">The exact fourth central moment, from which the error of the variance follows.</param>
    public static void AssertMoments(double[] sample, double mean, double variance, double fourthCentralMoment)
    {
        double n = sample.Length;
        double meanError = (sample.Average() - mean) / Math.Sqrt(variance / n);
        double varianceError = (sample.Average(x => (x - mean) * (x - mean)) - variance)
            / Math.Sqrt((fourthCentralMoment - variance * variance) / n);
        Assert.True(Math.Abs(meanError) < FalseAlarm.NormalQuantile, $"the mean is off by {meanError} standard errors");
        Assert.True(Math.Abs(varianceError) < FalseAlarm.NormalQuantile, $"the variance is off by {varianceError} standard errors");
    }
}
