namespace ProbModels.Examples;

/// <summary>Made-up inputs of models whose data are simulated. The same seed gives the same numbers on every machine.</summary>
public static class Covariates
{
    /// <summary>A matrix of standard normal numbers.</summary>
    public static double[,] StandardNormal(int rows, int columns, ulong seed)
    {
        var rng = new Philox(seed, stream: 0);
        var matrix = new double[rows, columns];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                matrix[row, column] = rng.NextNormal();
        return matrix;
    }

    /// <summary>For each row the group to which it belongs, all groups equally likely: numbers from 0 to <paramref name="groups"/> − 1.</summary>
    public static int[] Groups(int rows, int groups, ulong seed)
    {
        var rng = new Philox(seed, stream: 1);
        var groupOf = new int[rows];
        for (int row = 0; row < rows; row++) groupOf[row] = (int)(groups * rng.NextOpen());
        return groupOf;
    }
}
