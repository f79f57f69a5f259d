namespace ProbModels.Examples.Tests;

/// <summary>Compares estimates from draws with what they estimate.</summary>
internal static class MonteCarlo
{
    /// <summary>An estimate lies within 4 of its standard errors: of a normal error 6e-5 lies outside.</summary>
    public static void AssertWithinFourErrors(string quantity, double expected, double estimate, double error)
        => Assert.True(Math.Abs(estimate - expected) <= 4 * error, $"The {quantity} is {estimate}, {(estimate - expected) / error:F2} standard errors from {expected}.");

    /// <summary>Mean and standard deviation of a site's draws lie within 4 errors of what they should be.</summary>
    public static void AssertMoments(string name, ScalarDraws draws, double mean, double sd)
    {
        double[][] chains = Chains(draws);
        AssertWithinFourErrors($"mean of {name}", mean, draws.Mean(), Diagnostics.MeanError(chains));
        AssertWithinFourErrors($"sd of {name}", sd, draws.StandardDeviation(), Diagnostics.StandardDeviationError(chains));
    }

    /// <summary>The draws of one number, chain by chain.</summary>
    public static double[][] Chains(ScalarDraws draws) => [.. Enumerable.Range(0, draws.Chains).Select(draws.Chain)];
}
