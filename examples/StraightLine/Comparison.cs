using System.Globalization;
using ProbModels;

namespace StraightLineExample;

/// <summary>Puts what was sampled beside the closed form.</summary>
public sealed class Comparison(StraightLineDraws draws, ClosedForm exact)
{
    /// <summary>The correlation of the draws of m and c.</summary>
    public double Correlation
    {
        get
        {
            double[] m = draws.M.ToArray(), c = draws.C.ToArray();
            double meanM = m.Average(), meanC = c.Average();
            double covariance = m.Zip(c, (a, b) => (a - meanM) * (b - meanC)).Sum() / (m.Length - 1);
            return covariance / (draws.M.StandardDeviation() * draws.C.StandardDeviation());
        }
    }

    /// <summary>A table: mean ± standard deviation of m and c, and their correlation.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
                        sampled           closed form
        m         {Moments(draws.M)}   {exact.M:F4} ± {exact.SdM:F4}
        c         {Moments(draws.C)}   {exact.C:F4} ± {exact.SdC:F4}
        corr(m,c)        {Correlation,8:F4}          {exact.Correlation,8:F4}
        """);

    private static string Moments(ScalarDraws site)
        => string.Create(CultureInfo.InvariantCulture, $"{site.Mean():F4} ± {site.StandardDeviation():F4}");
}
