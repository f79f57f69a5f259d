using System.Globalization;
using System.Numerics;

namespace ProbModels;

/// <summary>Reads observations for generated code.</summary>
public static class Observations
{
    /// <summary>The observations as numbers, NaN where an element is missing; null where nothing is given.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="site">The observable.</param>
    /// <param name="observed">What the user gave.</param>
    /// <param name="place">File and line of the site, for messages.</param>
    /// <exception cref="ModelBindingException">The shape is not that of the site, an element is infinite, or a count is beyond 2^53.</exception>
    public static double[]? Read<T>(string model, Site site, Observed<T> observed, string place)
        where T : struct, INumber<T>
    {
        if (!observed.IsGiven) return null;
        if (observed.NullGroup is { } group) throw Binding.NullGroup(model, site.Name, group, place);
        if (!observed.Fits(site.Shape)) throw new ModelBindingException($"{model}: {site.Name} is given as {Describe(observed.Shape)}; with these inputs the site is {Describe(site.Shape)} ({place})");
        var numbers = new double[observed.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (observed.IsMissing(i))
            {
                numbers[i] = double.NaN;
                continue;
            }

            numbers[i] = double.CreateChecked(observed[i]);
            if (!double.IsFinite(numbers[i])) throw Bad(model, site.ElementName(i), observed[i], "an observation must be finite", place);
            if (!IsExact(numbers[i], observed[i])) throw Bad(model, site.ElementName(i), observed[i], "a whole number beyond 2^53 is not exact in double precision", place);
        }

        return site.Shape.Count == 0 && double.IsNaN(numbers[0]) ? null : numbers;
    }

    /// <summary>The observations, as numbers, of an observable that other terms of the log density read and whose values cannot be inferred: counts and categories.</summary>
    /// <exception cref="ModelBindingException">As for <see cref="Read"/>, or they, or some of them, are not given.</exception>
    public static double[] ReadRequired<T>(string model, Site site, Observed<T> observed, string place)
        where T : struct, INumber<T>
    {
        var numbers = Read(model, site, observed, place) ?? throw new ModelBindingException($"{model}: {site.Name} is not given; other sites read it, and its values cannot be inferred, so it cannot be left out ({place})");
        int missing = Array.FindIndex(numbers, double.IsNaN);
        return missing < 0 ? numbers : throw new ModelBindingException($"{model}: {site.ElementName(missing)} is missing; other sites read {site.Name}, and its values cannot be inferred, so every element must be given ({place})");
    }

    /// <summary>The observations, as numbers, of an observable whose values are vectors or matrices of which no part can be missing; null where nothing is given.</summary>
    /// <exception cref="ModelBindingException">As for <see cref="Read"/>, or a value is given in part.</exception>
    public static double[]? ReadWhole<T>(string model, Site site, Observed<T> observed, string place)
        where T : struct, INumber<T>
    {
        var numbers = Read(model, site, observed, place);
        for (int first = 0; numbers is not null && first < numbers.Length; first += site.ValueLength)
        {
            var value = numbers.AsSpan(first, site.ValueLength);
            int missing = value.IndexOf(double.NaN);
            if (missing >= 0 && value.ContainsAnyExcept(double.NaN))
                throw new ModelBindingException($"{model}: {site.ElementName(first + missing)} is missing; the values of {site.Name} are arrays, whose elements are given together or not at all ({place})");
        }

        return numbers;
    }

    /// <summary>The elements of an observable that are missing and inferred: of one that others read all that are missing, otherwise the missing parts of values that are given in part.</summary>
    /// <param name="site">The observable.</param>
    /// <param name="observed">Its values, NaN where they are missing; null where it is left out.</param>
    /// <param name="isRead">Whether another term of the log density reads it.</param>
    public static int[] Imputed(Site site, double[]? observed, bool isRead)
    {
        if (isRead) return [.. Enumerable.Range(0, site.Length).Where(element => observed is null || double.IsNaN(observed[element]))];
        if (observed is null) return [];
        bool IsGivenInPart(int element) => observed.AsSpan(element / site.ValueLength * site.ValueLength, site.ValueLength).ContainsAnyExcept(double.NaN);
        return [.. Enumerable.Range(0, site.Length).Where(element => double.IsNaN(observed[element]) && IsGivenInPart(element))];
    }

    /// <summary>For each element of an observable its number among those that are inferred; their count where it is none of them.</summary>
    public static int[] Slots(Site site, int[] imputed)
    {
        var slots = new int[site.Length];
        Array.Fill(slots, imputed.Length);
        for (int slot = 0; slot < imputed.Length; slot++) slots[imputed[slot]] = slot;
        return slots;
    }

    /// <summary>Numbers with a 0 after the last, which elements that are given share.</summary>
    public static double[] Widened(ReadOnlySpan<double> numbers) => [.. numbers, 0];

    /// <summary>For each element of an observable whether it is given.</summary>
    /// <param name="site">The observable.</param>
    /// <param name="observed">Its values, NaN where they are missing; null where it is left out.</param>
    public static bool[] AreGiven(Site site, double[]? observed)
    {
        var given = new bool[site.Length];
        for (int i = 0; i < given.Length; i++) given[i] = observed is not null && !double.IsNaN(observed[i]);
        return given;
    }

    /// <summary>For each element of an observable whether it is given or inferred, so that it has a term.</summary>
    public static bool[] AreGiven(Site site, double[]? observed, int[] imputed)
    {
        var given = AreGiven(site, observed);
        foreach (int element in imputed) given[element] = true;
        return given;
    }

    /// <summary>Whether nothing is missing.</summary>
    public static bool AreComplete(params ReadOnlySpan<bool[]> given)
    {
        foreach (bool[] elements in given)
            if (elements.AsSpan().Contains(false)) return false;
        return true;
    }

    /// <summary>The observations, with a number of the support in the place of those that are missing.</summary>
    public static double[] OrStandIn(Site site, double[]? observed, double value)
    {
        var numbers = new double[site.Length];
        for (int i = 0; i < numbers.Length; i++) numbers[i] = observed is null || double.IsNaN(observed[i]) ? value : observed[i];
        return numbers;
    }

    private static string Describe(SiteShape shape) =>
        shape.Count == 0 ? "one number" : shape.IsRagged ? $"groups {shape}" : shape.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"a vector of {shape.Length}") : $"a matrix {shape}";

    private static bool IsExact<T>(double number, T value)
        where T : INumber<T> =>
        typeof(T) != typeof(long) || (Math.Abs(number) <= Binding.LargestExact && T.CreateSaturating(number) == value);

    private static ModelBindingException Bad<T>(string model, string element, T value, string rule, string place)
        where T : INumber<T> =>
        new($"{model}: {element} is {value.ToString(null, CultureInfo.InvariantCulture)}; {rule} ({place})");
}
