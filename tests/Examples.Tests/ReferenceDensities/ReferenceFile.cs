using System.Text.Json;

namespace ProbModels.Examples.Tests.ReferenceDensities;

/// <summary>Log densities and gradients of a model at a few points, computed by Stan 2.32 from the same model and data.</summary>
/// <param name="Model">The model in mathematical notation.</param>
/// <param name="Data">Its data: numbers, arrays of them, and matrices as arrays of rows.</param>
/// <param name="Points">The points, on the unconstrained scale.</param>
internal sealed record ReferenceFile(string Model, Dictionary<string, JsonElement> Data, ReferencePoint[] Points)
{
    /// <summary>The file of a model.</summary>
    public static ReferenceFile Read(string name) => EmbeddedJson.Read<ReferenceFile>($"{name}.json");

    /// <summary>An array of the data.</summary>
    public double[] this[string name] => Numbers(Data[name]);

    /// <summary>An integer of the data.</summary>
    public int Integer(string name) => Data[name].GetInt32();

    /// <summary>An array of integers.</summary>
    public int[] Integers(string name) => [.. Data[name].EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>An array of counts.</summary>
    public long[] Counts(string name) => [.. Data[name].EnumerateArray().Select(number => number.GetInt64())];

    /// <summary>An array of indices, counted from 1 in the file and from 0 here.</summary>
    public int[] Indices(string name) => Array.ConvertAll(Integers(name), index => index - 1);

    /// <summary>A matrix, row after row.</summary>
    public double[,] Matrix(string name)
    {
        double[][] rows = [.. Data[name].EnumerateArray().Select(Numbers)];
        var matrix = new double[rows.Length, rows[0].Length];
        for (int row = 0; row < rows.Length; row++)
            for (int column = 0; column < rows[0].Length; column++)
                matrix[row, column] = rows[row][column];
        return matrix;
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}

/// <summary>What is known at one point.</summary>
/// <param name="Position">The latents without their bounds: intervals by the scaled logistic, positive values by exp.</param>
/// <param name="LogDensity">The log density, log Jacobian included, but for a constant of the model.</param>
/// <param name="Gradient">The gradient with respect to the position.</param>
internal sealed record ReferencePoint(double[] Position, double LogDensity, double[] Gradient);
