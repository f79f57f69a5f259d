namespace ProbModels.Benchmarks;

/// <summary>Made-up inputs of regressions.</summary>
internal static class Covariates
{
    /// <summary>A matrix of standard normal numbers.</summary>
    public static double[,] StandardNormal(int rows, int columns)
    {
        var rng = new Philox(1, stream: 0);
        var matrix = new double[rows, columns];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                matrix[row, column] = rng.NextNormal();
        return matrix;
    }

    /// <summary>Coefficients of either sign, so small that the linear predictor is of about unit size.</summary>
    public static double[] Coefficients(int columns) => [.. Enumerable.Range(0, columns).Select(p => (p % 2 == 0 ? 1 : -1) / Math.Sqrt(columns))];
}
