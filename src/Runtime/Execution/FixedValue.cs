namespace ProbModels;

/// <summary>Values of a latent that a run of a model takes instead of drawing them ("do").</summary>
/// <param name="Shape">How they are arranged.</param>
/// <param name="Elements">The values, row-major.</param>
public sealed record FixedValue(SiteShape Shape, double[] Elements);
