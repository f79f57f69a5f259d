namespace ProbModels.Examples.Tests;

/// <summary>Whether a posterior finds again what its data were simulated with.</summary>
internal static class Recovery
{
    /// <summary>
    /// Each truth lies within 4 standard deviations of the posterior mean: where prior and data agree, of all simulations about one truth in 16,000 does not.
    /// Seeds are fixed. A wrong sign, scale or index lies much farther out.
    /// </summary>
    public static void AssertFound(Fit fit, params IReadOnlyList<Truth> truths)
    {
        var summary = fit.Summary();
        Assert.All(truths, truth =>
        {
            var row = summary[truth.Name];
            Assert.InRange((truth.Value - row.Mean) / row.StandardDeviation, -4, 4);
            Assert.InRange(row.RHat, 0.98, 1.05);
        });
    }
}
