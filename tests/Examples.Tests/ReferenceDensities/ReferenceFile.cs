using System.Text.Json;

namespace ProbModels.Examples.Tests.ReferenceDensities;

/// <summary>Log densities and gradients of a model at a few points, computed by Stan 2.32 from the same model and data.</summary>
/// <param name="Model">The model in mathematical notation.</param>
/// <param name="Data">Its data: numbers and arrays of them.</param>
/// <param name="Points">The points, on the unconstrained scale.</param>
internal sealed record ReferenceFile(string Model, Dictionary<string, JsonElement> Data, ReferencePoint[] Points)
{
    /// <summary>The file of a model.</summary>
    public static ReferenceFile Read(string name) => EmbeddedJson.Read<ReferenceFile>($"{name}.json");

    /// <summary>An array of the data.</summary>
    public double[] this[string name] => [.. Data[name].EnumerateArray().Select(number => number.GetDouble())];
}

/// <summary>What is known at one point.</summary>
/// <param name="Position">The latents without their bounds: intervals by the scaled logistic, positive values by exp.</param>
/// <param name="LogDensity">The log density, log Jacobian included, but for a constant of the model.</param>
/// <param name="Gradient">The gradient with respect to the position.</param>
internal sealed record ReferencePoint(double[] Position, double LogDensity, double[] Gradient);
