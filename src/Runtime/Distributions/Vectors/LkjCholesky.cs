using static System.Math;
using static ProbModels.SpecialFunctions;

namespace ProbModels;

/// <summary>
/// Cholesky factors L of correlation matrices with density proportional to det(L Lᵀ)^(shape − 1): p(L) = c Π Lᵢᵢ^(n − i + 2 shape − 2), i from 2
/// to n. A prior for correlations.
/// </summary>
/// <remarks>
/// Lewandowski, Kurowicka and Joe (2009), "Generating random correlation matrices based on vines and extended onion method". The density is
/// that of the elements below the diagonal, which determine the others.
/// </remarks>
/// <param name="dimension">n, the number of rows; at least 1.</param>
/// <param name="shape">1 makes all correlation matrices equally likely, more prefers weak correlations, less strong ones.</param>
[Distribution]
public readonly partial struct LkjCholesky(int dimension, [Positive] double shape) : IDistribution<double[,]>
{
    /// <inheritdoc/>
    public double LogDensity(double[,] x)
    {
        double sum = (dimension - 1) * LogGamma(shape + 0.5 * (dimension - 1));
        for (int i = 1; i < dimension; i++)
            sum += (dimension - 1 - i + 2 * shape - 2) * Log(x[i, i]) - 0.5 * i * Log(PI) - LogGamma(shape + 0.5 * (dimension - 1 - i));
        return sum;
    }

    /// <inheritdoc/>
    // Partial correlations are independent, each twice a beta number less 1; their inverse hyperbolic tangents are half that number's log odds.
    public double[,] Draw(ref Philox rng)
    {
        var support = Supports.CholeskyCorrelation(dimension);
        var unconstrained = new double[support.Coordinates];
        int coordinate = 0;
        for (int i = 1; i < dimension; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double b = shape + 0.5 * (dimension - 2 - j);
                unconstrained[coordinate++] = 0.5 * (rng.NextLogGamma(b) - rng.NextLogGamma(b));
            }
        }

        var x = new double[dimension, dimension];
        support.Constrain(unconstrained, MatrixSupport.Elements(x), out _);
        return x;
    }

    /// <inheritdoc/>
    public Support<double[,]> Support => Supports.CholeskyCorrelation(dimension);

    /// <inheritdoc/>
    public string? Violation =>
        ParameterRule.Check(dimension >= 1, nameof(dimension), dimension, "at least 1")
        ?? ParameterRule.Check(shape > 0 && double.IsFinite(shape), nameof(shape), shape, "positive");
}
