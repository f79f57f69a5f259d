using System.Globalization;
using System.Numerics;

namespace ProbModels;

/// <summary>Reads observations for generated code.</summary>
public static class Observations
{
    /// <summary>The observations as numbers; null where none are given.</summary>
    /// <exception cref="ModelBindingException">An element is missing or infinite, or a count is beyond 2^53.</exception>
    public static double[]? Read<T>(string model, string name, Observed<T> observed)
        where T : struct, INumber<T>
    {
        if (!observed.IsGiven) return null;
        var numbers = new double[observed.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (observed.IsMissing(i)) throw new ModelBindingException($"{model}: {name}[{i}] is missing; an observable is given whole");
            numbers[i] = double.CreateChecked(observed[i]);
            if (!double.IsFinite(numbers[i])) throw Bad(model, name, i, observed[i], "an observation must be finite");
            if (T.CreateSaturating(numbers[i]) != observed[i]) throw Bad(model, name, i, observed[i], "a count beyond 2^53 is not exact in double precision");
        }

        return numbers;
    }

    /// <summary>The observations, as numbers, of an observable that other parts of the model read.</summary>
    /// <exception cref="ModelBindingException">As for <see cref="Read"/>, or they are not given.</exception>
    public static double[] ReadRequired<T>(string model, string name, Observed<T> observed)
        where T : struct, INumber<T> =>
        Read(model, name, observed) ?? throw new ModelBindingException($"{model}: {name} is not given; other sites read it, so it cannot be left out");

    /// <summary>Equal numbers in the place of observations that are not given.</summary>
    public static double[] StandIn(int length, double value)
    {
        var numbers = new double[length];
        Array.Fill(numbers, value);
        return numbers;
    }

    private static ModelBindingException Bad<T>(string model, string name, int row, T value, string rule)
        where T : INumber<T> =>
        new($"{model}: {name}[{row}] is {value.ToString(null, CultureInfo.InvariantCulture)}; {rule}");
}
