namespace StraightLineExample;

/// <summary>The posterior of m and c in closed form: a normal distribution, as long as the data hold the line well inside its uniform priors.</summary>
/// <param name="M">The mean of m.</param>
/// <param name="C">The mean of c.</param>
/// <param name="SdM">The standard deviation of m.</param>
/// <param name="SdC">The standard deviation of c.</param>
/// <param name="Correlation">The correlation of m and c.</param>
public sealed record ClosedForm(double M, double C, double SdM, double SdC, double Correlation)
{
    /// <summary>Weighted least squares with weights 1/e².</summary>
    /// <remarks>
    /// About the weighted mean of x, slope and height are independent: with W the sum of weights and S that of w(x − x̄)², var m = 1/S and
    /// var c = 1/W + x̄²/S, cov(m, c) = −x̄/S.
    /// </remarks>
    public static ClosedForm Of(double[] x, double[] e, double[] y)
    {
        var w = Array.ConvertAll(e, sd => 1 / (sd * sd));
        double weight = w.Sum();
        double meanX = Enumerable.Range(0, x.Length).Sum(i => w[i] * x[i]) / weight;
        double meanY = Enumerable.Range(0, x.Length).Sum(i => w[i] * y[i]) / weight;
        double spread = Enumerable.Range(0, x.Length).Sum(i => w[i] * (x[i] - meanX) * (x[i] - meanX));
        double joint = Enumerable.Range(0, x.Length).Sum(i => w[i] * (x[i] - meanX) * (y[i] - meanY));

        double m = joint / spread;
        double varM = 1 / spread;
        double varC = 1 / weight + meanX * meanX / spread;
        return new(m, meanY - m * meanX, Math.Sqrt(varM), Math.Sqrt(varC), -meanX * varM / Math.Sqrt(varM * varC));
    }
}
