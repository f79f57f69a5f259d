namespace ProbModels;

/// <summary>The decision, when data are bound, whether sufficient statistics stand for a posterior's plates.</summary>
public static class SufficientStatistics
{
    private const int Positions = 8;

    /// <summary>Part of what a posterior means: another seed might decide otherwise.</summary>
    private const ulong Seed = 1;

    /// <summary>Room for the roundings of a sum over 10⁷ elements in some order, and none for statistics that lost digits.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Compares a posterior that adds up element by element with one that has statistics in the place of its plates, at fixed positions.</summary>
    /// <returns>
    /// Whether the log density and each partial derivative differ nowhere by more than 10⁻¹² of their greatest size at any of the positions: of
    /// single ones the terms may cancel. False where the log density is finite at none.
    /// </returns>
    public static bool Agree(Posterior plain, Posterior condensed)
    {
        var random = new Philox(Seed, 0);
        int dimension = plain.Dimension;
        double[] position = new double[dimension], size = new double[dimension + 1], difference = new double[dimension + 1];
        var (expected, actual) = (new double[dimension + 1], new double[dimension + 1]);
        bool isFiniteAnywhere = false;
        for (int i = 0; i < Positions; i++)
        {
            // Within ±2, where chains start too.
            for (int d = 0; d < dimension; d++) position[d] = 4 * random.NextOpen() - 2;
            Evaluate(plain, position, expected);
            if (Array.Exists(expected, value => !double.IsFinite(value))) continue;
            isFiniteAnywhere = true;
            Evaluate(condensed, position, actual);
            double alone = condensed.LogDensity(position);
            if (!double.IsFinite(alone)) return false;
            difference[dimension] = Math.Max(difference[dimension], Math.Abs(alone - expected[dimension]));
            for (int d = 0; d <= dimension; d++)
            {
                if (!double.IsFinite(actual[d])) return false;
                size[d] = Math.Max(size[d], Math.Abs(expected[d]));
                difference[d] = Math.Max(difference[d], Math.Abs(actual[d] - expected[d]));
            }
        }

        for (int d = 0; d <= dimension; d++)
            if (difference[d] > Tolerance * size[d]) return false;
        return isFiniteAnywhere;
    }

    /// <summary>The gradient, and last the log density.</summary>
    private static void Evaluate(Posterior posterior, double[] position, double[] results) =>
        results[^1] = posterior.LogDensity(position, results.AsSpan(..^1));
}
