using static System.Math;

namespace ProbModels;

/// <summary>
/// Multivariate normal: p(x) = exp(−½ zᵀz) / ((2π)^(n/2) Π Lᵢᵢ) with z = L⁻¹ (x − mean), where L Lᵀ is the covariance. Errors that go together.
/// </summary>
/// <param name="mean">The mean, n numbers.</param>
/// <param name="choleskyFactor">L, an n × n lower triangle with a positive diagonal; elements above the diagonal are not read.</param>
[Distribution]
public readonly partial struct MvNormalCholesky(double[] mean, double[,] choleskyFactor) : IDistribution<double[]>
{
    /// <inheritdoc/>
    public double LogDensity(double[] x)
    {
        var z = new double[mean.Length];
        double sum = 0;
        for (int i = 0; i < mean.Length; i++)
        {
            double rest = x[i] - mean[i];
            for (int j = 0; j < i; j++)
                rest -= choleskyFactor[i, j] * z[j];
            z[i] = rest / choleskyFactor[i, i];
            sum += -0.5 * z[i] * z[i] - Log(choleskyFactor[i, i]);
        }

        return sum - 0.5 * mean.Length * Log(2 * PI);
    }

    /// <inheritdoc/>
    public double[] Draw(ref Philox rng)
    {
        var (z, x) = (new double[mean.Length], new double[mean.Length]);
        for (int i = 0; i < x.Length; i++)
        {
            z[i] = rng.NextNormal();
            x[i] = mean[i];
            for (int j = 0; j <= i; j++) x[i] += choleskyFactor[i, j] * z[j];
        }

        return x;
    }

    /// <inheritdoc/>
    public Support<double[]> Support => Supports.RealVectors(mean.Length);

    /// <inheritdoc/>
    public string? Violation
    {
        get
        {
            int n = mean.Length;
            if (choleskyFactor.GetLength(0) != n || choleskyFactor.GetLength(1) != n)
                return $"choleskyFactor is {choleskyFactor.GetLength(0)} × {choleskyFactor.GetLength(1)}; it must be {n} × {n}, as mean has {n} elements";
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    double element = choleskyFactor[i, j];
                    string name = $"choleskyFactor[{i}, {j}]";
                    var broken = i == j
                        ? ParameterRule.Check(element > 0 && double.IsFinite(element), name, element, "positive")
                        : ParameterRule.Check(double.IsFinite(element), name, element, "finite");
                    if (broken is not null) return broken;
                }
            }

            return ArrayRule.Check(double.IsFinite, nameof(mean), mean, "finite");
        }
    }
}
