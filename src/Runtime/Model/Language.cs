namespace ProbModels;

/// <summary>The words of a model: meant for <c>using static ProbModels.Language</c>.</summary>
/// <remarks>
/// A method that uses them is an ordinary C# method. Called as it is, it simulates: <see cref="Sample{T}"/> draws. Under a
/// <see cref="ModelHandler"/> the handler decides what each word does.
/// </remarks>
public static class Language
{
    /// <summary>Declares a random value: a site.</summary>
    public static T Sample<T>(IDistribution<T> distribution) => ModelHandler.Current.Sample(distribution);

    /// <summary>Declares a deterministic value that is recorded with every draw.</summary>
    public static double Derived(double value) => ModelHandler.Current.Derived(value);

    /// <summary>The indices 0 … <paramref name="size"/> − 1 of independent iterations.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static IEnumerable<int> Plate(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return ModelHandler.Current.Plate(size);
    }
}
