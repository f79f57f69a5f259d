using ProbModels;
using static ProbModels.Distributions;
using static ProbModels.Language;

namespace MixtureExample;

public static class Populations
{
    /// <summary>Measurements of two populations that nobody told apart.</summary>
    /// <remarks>
    /// From which population a measurement comes is summed over. The second mean is the first plus a positive gap: without an order the populations could
    /// change places, and the posterior would have every mode twice.
    /// </remarks>
    /// <param name="count">The number of measurements.</param>
    /// <returns>The measurements.</returns>
    [Model]
    public static double[] TwoPopulations(int count)
    {
        double share = Sample(Beta(2, 2));
        double low = Sample(Normal(0, 5));
        double gap = Sample(HalfNormal(5));
        double high = Derived(low + gap);
        double sdLow = Sample(HalfNormal(2));
        double sdHigh = Sample(HalfNormal(2));

        var y = new double[count];
        foreach (int i in Plate(count))
            y[i] = Sample(Mixture(share, Normal(low, sdLow), Normal(high, sdHigh)));
        return y;
    }
}
