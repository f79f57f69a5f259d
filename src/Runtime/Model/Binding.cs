using System.Globalization;

namespace ProbModels;

/// <summary>Checks of generated code on the data that are bound to a model, and the errors that they give.</summary>
public static class Binding
{
    /// <summary>Checks a number and hands it back.</summary>
    /// <exception cref="ModelBindingException">It is NaN or infinite.</exception>
    public static double Finite(string model, string argument, double value) =>
        double.IsFinite(value) ? value : throw NotFinite(model, argument, value);

    /// <summary>Checks numbers and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The array is null, or an element is NaN or infinite.</exception>
    public static double[] Finite(string model, string argument, double[]? values)
    {
        var copy = Copy(model, argument, values);
        for (int i = 0; i < copy.Length; i++)
            if (!double.IsFinite(copy[i])) throw NotFinite(model, $"{argument}[{i}]", copy[i]);
        return copy;
    }

    /// <summary>Hands back a copy of an array.</summary>
    /// <exception cref="ModelBindingException">The array is null.</exception>
    public static T[] Copy<T>(string model, string argument, T[]? values) =>
        values is null ? throw new ModelBindingException($"{model}: {argument} is null") : [.. values];

    /// <summary>Checks a matrix and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The matrix is null, or an element is NaN or infinite.</exception>
    public static InputMatrix<double> Finite(string model, string argument, double[,]? values)
    {
        var copy = Copy(model, argument, values);
        for (int i = 0; i < copy.Elements.Length; i++)
            if (!double.IsFinite(copy.Elements[i])) throw NotFinite(model, $"{argument}[{i / copy.Columns},{i % copy.Columns}]", copy.Elements[i]);
        return copy;
    }

    /// <summary>Checks groups and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The groups, or one of them, are null, or an element is NaN or infinite.</exception>
    public static InputGroups<double> Finite(string model, string argument, double[][]? values)
    {
        var copy = Copy(model, argument, values);
        for (int group = 0; group < copy.Groups; group++)
            for (int i = 0; i < copy.Original[group].Length; i++)
                if (!double.IsFinite(copy.Original[group][i])) throw NotFinite(model, $"{argument}[{group}][{i}]", copy.Original[group][i]);
        return copy;
    }

    /// <summary>Hands back a copy of a matrix.</summary>
    /// <exception cref="ModelBindingException">The matrix is null.</exception>
    public static InputMatrix<T> Copy<T>(string model, string argument, T[,]? values) =>
        values is null ? throw new ModelBindingException($"{model}: {argument} is null") : new((T[,])values.Clone());

    /// <summary>Hands back a copy of groups.</summary>
    /// <exception cref="ModelBindingException">The groups, or one of them, are null.</exception>
    public static InputGroups<T> Copy<T>(string model, string argument, T[][]? values)
    {
        if (values is null) throw new ModelBindingException($"{model}: {argument} is null");
        return new([.. values.Select((group, i) => Copy(model, $"{argument}[{i}]", group))]);
    }

    /// <summary>Hands back numbers, or where there are none one that is never used, only computed with: 0.5, at which most functions are finite.</summary>
    public static double[] NeverEmpty(double[] values) => values.Length > 0 ? values : [0.5];

    /// <summary>Hands back an array, or where it is empty one with a single element, 0 or false, that is never used, only computed with.</summary>
    public static T[] NeverEmpty<T>(T[] values)
        where T : struct => values.Length > 0 ? values : [default];

    /// <summary>The error for a value that breaks a rule.</summary>
    /// <param name="model">The name of the model.</param>
    /// <param name="subject">The value by name and row: <c>e[3]</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="rule">The rule: <c>the scale of Normal at site y must be positive</c>.</param>
    /// <param name="place">File and line.</param>
    public static ModelBindingException Broken(string model, string subject, double value, string rule, string place) =>
        new($"{model}: {subject} is {Show(value)}; {rule} ({place})");

    /// <summary>The error for an index without an element.</summary>
    public static ModelBindingException BadIndex(string model, string subject, int value, string array, int length, string place)
    {
        string range = length == 0 ? $"{array} is empty" : $"an index of {array} must be between 0 and {length - 1}";
        string hint = value == length && length > 0 ? "; do the indices count from 1?" : "";
        return new($"{model}: {subject} is {Show(value)}; {range}{hint} ({place})");
    }

    /// <summary>The error for an array of the wrong length.</summary>
    public static ModelBindingException BadLength(string model, string array, int length, int needed, string plate, string place) =>
        new($"{model}: {array} has {Show(length)} elements where {plate} needs {Show(needed)} ({place})");

    private static ModelBindingException NotFinite(string model, string argument, double value) =>
        new($"{model}: {argument} is {Show(value)}; an input must be finite");

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
