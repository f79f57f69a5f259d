using System.Globalization;

namespace ProbModels;

/// <summary>Checks of generated code on the data that are bound to a model, and the errors that they give.</summary>
/// <remarks>A place, the last argument throughout, is the file and line that a message cites.</remarks>
public static class Binding
{
    /// <summary>Up to here every whole number is a double.</summary>
    internal const long LargestExact = 1L << 53;

    /// <summary>Checks a number and hands it back.</summary>
    /// <exception cref="ModelBindingException">It is NaN or infinite.</exception>
    public static double Finite(string model, string argument, double value, string place) =>
        double.IsFinite(value) ? value : throw NotFinite(model, argument, value, place);

    /// <summary>Checks numbers and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The array is null, or an element is NaN or infinite.</exception>
    public static double[] Finite(string model, string argument, double[]? values, string place)
    {
        var copy = Copy(model, argument, values, place);
        for (int i = 0; i < copy.Length; i++)
            if (!double.IsFinite(copy[i])) throw NotFinite(model, $"{argument}[{i}]", copy[i], place);
        return copy;
    }

    /// <summary>Checks a matrix and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The matrix is null, or an element is NaN or infinite.</exception>
    public static InputMatrix<double> Finite(string model, string argument, double[,]? values, string place)
    {
        var copy = Copy(model, argument, values, place);
        for (int i = 0; i < copy.Elements.Length; i++)
            if (!double.IsFinite(copy.Elements[i])) throw NotFinite(model, $"{argument}[{i / copy.Columns},{i % copy.Columns}]", copy.Elements[i], place);
        return copy;
    }

    /// <summary>Checks groups and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The groups, or one of them, are null, or an element is NaN or infinite.</exception>
    public static InputGroups<double> Finite(string model, string argument, double[][]? values, string place)
    {
        var copy = Copy(model, argument, values, place);
        for (int group = 0; group < copy.Groups; group++)
            for (int i = 0; i < copy.Original[group].Length; i++)
                if (!double.IsFinite(copy.Original[group][i])) throw NotFinite(model, $"{argument}[{group}][{i}]", copy.Original[group][i], place);
        return copy;
    }

    /// <summary>Checks a whole number and hands it back.</summary>
    /// <exception cref="ModelBindingException">It is beyond 2^53.</exception>
    public static long Exact(string model, string argument, long value, string place) =>
        value is >= -LargestExact and <= LargestExact ? value : throw NotExact(model, argument, value, place);

    /// <summary>Checks whole numbers and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The array is null, or an element is beyond 2^53.</exception>
    public static long[] Exact(string model, string argument, long[]? values, string place)
    {
        var copy = Copy(model, argument, values, place);
        for (int i = 0; i < copy.Length; i++) Exact(model, $"{argument}[{i}]", copy[i], place);
        return copy;
    }

    /// <summary>Checks a matrix of whole numbers and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The matrix is null, or an element is beyond 2^53.</exception>
    public static InputMatrix<long> Exact(string model, string argument, long[,]? values, string place)
    {
        var copy = Copy(model, argument, values, place);
        for (int i = 0; i < copy.Elements.Length; i++) Exact(model, $"{argument}[{i / copy.Columns},{i % copy.Columns}]", copy.Elements[i], place);
        return copy;
    }

    /// <summary>Checks groups of whole numbers and hands back a copy.</summary>
    /// <exception cref="ModelBindingException">The groups, or one of them, are null, or an element is beyond 2^53.</exception>
    public static InputGroups<long> Exact(string model, string argument, long[][]? values, string place)
    {
        var copy = Copy(model, argument, values, place);
        for (int group = 0; group < copy.Groups; group++)
            for (int i = 0; i < copy.Original[group].Length; i++) Exact(model, $"{argument}[{group}][{i}]", copy.Original[group][i], place);
        return copy;
    }

    /// <summary>Hands back a copy of an array.</summary>
    /// <exception cref="ModelBindingException">The array is null.</exception>
    public static T[] Copy<T>(string model, string argument, T[]? values, string place) =>
        values is null ? throw IsNull(model, argument, place) : [.. values];

    /// <summary>Hands back a copy of a matrix.</summary>
    /// <exception cref="ModelBindingException">The matrix is null.</exception>
    public static InputMatrix<T> Copy<T>(string model, string argument, T[,]? values, string place) =>
        values is null ? throw IsNull(model, argument, place) : new((T[,])values.Clone());

    /// <summary>Hands back a copy of groups.</summary>
    /// <exception cref="ModelBindingException">The groups, or one of them, are null.</exception>
    public static InputGroups<T> Copy<T>(string model, string argument, T[][]? values, string place)
    {
        if (values is null) throw IsNull(model, argument, place);
        return new([.. values.Select((group, i) => group is null ? throw NullGroup(model, argument, i, place) : (T[])group.Clone())]);
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
    public static ModelBindingException BadIndex(string model, string subject, long value, string array, int length, string place)
    {
        string range = length == 0 ? $"{array} is empty" : $"an index of {array} must be between 0 and {length - 1}";
        string hint = value == length && length > 0 ? "; do the indices count from 1?" : "";
        return new($"{model}: {subject} is {value.ToString(CultureInfo.InvariantCulture)}; {range}{hint} ({place})");
    }

    /// <summary>The error for an array of the wrong length.</summary>
    public static ModelBindingException BadLength(string model, string array, int length, int needed, string plate, string place) =>
        new($"{model}: {array} has {Show(length)} elements where {plate} needs {Show(needed)} ({place})");

    internal static ModelBindingException NullGroup(string model, string argument, int group, string place) =>
        new($"{model}: {argument}[{group}] is null; a group without elements is an empty array ({place})");

    private static ModelBindingException IsNull(string model, string argument, string place) => new($"{model}: {argument} is null ({place})");

    private static ModelBindingException NotFinite(string model, string argument, double value, string place) =>
        new($"{model}: {argument} is {Show(value)}; an input must be finite ({place})");

    private static ModelBindingException NotExact(string model, string argument, long value, string place) =>
        new($"{model}: {argument} is {value.ToString(CultureInfo.InvariantCulture)}; a whole number beyond 2^53 is not exact in double precision ({place})");

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
