namespace ProbModels;

/// <summary>The words of a model: meant for <c>using static ProbModels.Language</c>.</summary>
/// <remarks>
/// A method that uses them is an ordinary C# method. Called as it is, it simulates: <see cref="Sample{T}(IDistribution{T})"/> draws. Under a
/// <see cref="ModelHandler"/> the handler decides what each word does.
/// </remarks>
public static partial class Language
{
    /// <summary>Declares a random value: a site.</summary>
    public static T Sample<T>(IDistribution<T> distribution) => ModelHandler.Current.Sample(distribution);

    /// <summary>Declares a random value under a name of its own, in the place of that of the variable that receives it.</summary>
    /// <param name="name">The name: a constant. Sites of a helper are prefixed by the variable that receives the helper's result.</param>
    /// <param name="distribution">The distribution.</param>
    public static T Sample<T>(string name, IDistribution<T> distribution)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return ModelHandler.Current.Sample(distribution);
    }

    /// <summary>Declares random values, one for each index of a plate: sugar for the plate's loop.</summary>
    public static T[] Sample<T>(Plated<T> distributions)
    {
        var values = new T[distributions.Length];
        foreach (int i in Plate(values.Length)) values[i] = Sample(distributions[i]);
        return values;
    }

    /// <summary>Declares random values under a name of their own, one for each index of a plate.</summary>
    /// <param name="name">The name: a constant.</param>
    /// <param name="distributions">The distribution of each value.</param>
    public static T[] Sample<T>(string name, Plated<T> distributions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Sample(distributions);
    }

    /// <summary>Adds a term to the log density.</summary>
    /// <param name="logDensity">The term.</param>
    public static void Factor(double logDensity) => ModelHandler.Current.Factor(logDensity);

    /// <summary>Declares a deterministic value that is recorded with every draw.</summary>
    public static double Derived(double value) => ModelHandler.Current.Derived(value);

    /// <summary>Declares deterministic values that are recorded with every draw: sugar for the plate's loop.</summary>
    public static double[] Derived(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (int i in Plate(values.Length)) Derived(values[i]);
        return values;
    }

    /// <summary>The indices 0 … <paramref name="size"/> − 1 of independent iterations.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static IEnumerable<int> Plate(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        return ModelHandler.Current.Plate(size);
    }
}
