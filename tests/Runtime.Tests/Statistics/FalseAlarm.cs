namespace ProbModels.Tests;

/// <summary>
/// How often a Monte Carlo check may fail though the code is right: one in a million per check. Seeds are fixed, so a check that passes
/// keeps passing until the code changes.
/// </summary>
internal static class FalseAlarm
{
    public const double Probability = 1e-6;

    /// <summary>A standard normal number lies farther than this from 0 with <see cref="Probability"/>.</summary>
    public const double NormalQuantile = 4.892;

    /// <summary>A standard normal number lies above this with <see cref="Probability"/>.</summary>
    public const double UpperNormalQuantile = 4.753;
}
